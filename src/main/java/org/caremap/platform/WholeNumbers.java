package org.caremap.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole numbers of JSON bodies: 2.0 is 2, and 2.5 is refused, where the parser would by
 * itself cut the fraction off without a word.
 */
@Singleton
public class WholeNumbers implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    SimpleModule module = new SimpleModule("whole numbers");
    module.addDeserializer(Integer.class, new Whole<>(Integer.class, BigDecimal::intValueExact));
    module.addDeserializer(int.class, new Whole<>(int.class, BigDecimal::intValueExact));
    module.addDeserializer(Long.class, new Whole<>(Long.class, BigDecimal::longValueExact));
    module.addDeserializer(long.class, new Whole<>(long.class, BigDecimal::longValueExact));
    mapper.registerModule(module);
  }

  /** Throws an {@link ArithmeticException} where a number is not whole or too great. */
  private interface Exact<T> {
    T of(BigDecimal number);
  }

  private static final class Whole<T extends Number> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient JsonDeserializer<T> others;
    private final transient Exact<T> exact;

    @SuppressWarnings("unchecked") // the parser's own reader of the same type
    Whole(Class<T> type, Exact<T> exact) {
      super(type);
      this.exact = exact;
      others = (JsonDeserializer<T>) NumberDeserializers.find(type, type.getName());
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
        return others.deserialize(parser, context);
      }
      try {
        return exact.of(parser.getDecimalValue());
      } catch (ArithmeticException e) {
        throw context.weirdNumberException(parser.getDecimalValue(), handledType(), "not whole");
      }
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context)
        throws com.fasterxml.jackson.databind.JsonMappingException {
      return others.getNullValue(context);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context)
        throws com.fasterxml.jackson.databind.JsonMappingException {
      return others.getAbsentValue(context);
    }
  }
}
