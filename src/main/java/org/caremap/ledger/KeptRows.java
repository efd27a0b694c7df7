package org.caremap.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Records as lines of JSON, numbers to the last digit, boundaries as well-known binary. */
final class KeptRows {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(MultiPolygon.class, new BoundaryWriter())
                  .addDeserializer(MultiPolygon.class, new BoundaryReader()))
          // A later version may know fewer facts; its hash will tell.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private KeptRows() {}

  static void write(List<? extends Record> rows, OutputStream out) throws IOException {
    try (SequenceWriter writer = JSON.writer().withRootValueSeparator("\n").writeValues(out)) {
      writer.writeAll(rows);
    }
  }

  static <T extends Record> List<T> read(InputStream in, Class<T> type) throws IOException {
    try (MappingIterator<T> rows = JSON.readerFor(type).readValues(in)) {
      return rows.readAll();
    }
  }

  private static final class BoundaryWriter extends StdSerializer<MultiPolygon> {
    private static final long serialVersionUID = 1L;

    BoundaryWriter() {
      super(MultiPolygon.class);
    }

    @Override
    public void serialize(MultiPolygon boundary, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeBinary(new WKBWriter(2, true).write(boundary));
    }
  }

  private static final class BoundaryReader extends StdDeserializer<MultiPolygon> {
    private static final long serialVersionUID = 1L;

    BoundaryReader() {
      super(MultiPolygon.class);
    }

    @Override
    public MultiPolygon deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      try {
        return (MultiPolygon) new WKBReader().read(in.getBinaryValue());
      } catch (ParseException | ClassCastException e) {
        throw new IOException("not a boundary", e);
      }
    }
  }
}
