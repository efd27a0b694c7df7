package org.caremap.siting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes whole numbers as they were sent: 3 and not 3.0. */
final class PlainNumber extends StdSerializer<Double> {
  private static final long serialVersionUID = 1;
  private static final double EXACT = 9007199254740991.0;

  PlainNumber() {
    super(Double.class);
  }

  @Override
  public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
      json.writeNumber(value.longValue());
    } else {
      json.writeNumber(value);
    }
  }
}
