package org.caremap.platform;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a JSON body, in the words of its sender: which field and what is legal there.
 * The parser's own words name classes of the program and are not passed on.
 */
final class JsonProblem {
  private static final String BODY = "body";
  private static final int LONGEST_VALUE = 200;

  private JsonProblem() {}

  static Problem of(JsonProcessingException e) {
    String field = e instanceof JsonMappingException mapping ? field(mapping.getPath()) : BODY;
    // Inside an object the parser's own complaint comes wrapped.
    Throwable told = e.getCause() instanceof StreamReadException ? e.getCause() : e;
    if (told instanceof InputCoercionException number) {
      return problem(
          field,
          null,
          "is out of range" + where(number.getLocation()),
          legal(number.getTargetType()));
    }
    if (told instanceof StreamReadException || !(e instanceof JsonMappingException)) {
      return problem(BODY, null, "is not JSON" + where(e.getLocation()), "a whole JSON document");
    }
    if (e instanceof PropertyBindingException unknown) {
      Collection<Object> known = unknown.getKnownPropertyIds();
      return problem(
          field,
          null,
          "is unknown here",
          known == null
              ? "the fields that are documented"
              : String.join(", ", new TreeSet<>(known.stream().map(Object::toString).toList())));
    }
    return problem(
        field,
        value(e),
        "has the wrong form" + where(e.getLocation()),
        e instanceof MismatchedInputException mismatched
            ? legal(mismatched.getTargetType())
            : "the form that is documented");
  }

  private static Problem problem(String field, @Nullable String value, String wrong, String legal) {
    String what = field.equals(BODY) ? "the body" : "field '" + field + "'";
    if (value != null) {
      what = what + " (" + value + ")";
    }
    return new Problem(
        "Bad request", 400, "%s %s; legal: %s".formatted(what, wrong, legal), field, value, legal);
  }

  /** {@code question.type[0]}; the body itself where nothing leads into it. */
  private static String field(List<JsonMappingException.Reference> path) {
    StringBuilder field = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return field.isEmpty() ? BODY : field.toString();
  }

  private static @Nullable String value(JsonProcessingException e) {
    if (!(e instanceof InvalidFormatException format) || format.getValue() == null) {
      return null;
    }
    String value = format.getValue().toString();
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
  }

  private static String legal(@Nullable Class<?> type) {
    if (type == null) {
      return "the form that is documented";
    }
    if (type.isEnum()) {
      return String.join(
          ", ", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a text";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list [...]";
    }
    return type.getName().startsWith("java.time.") ? "a day or time" : "an object {...}";
  }

  private static String where(@Nullable JsonLocation at) {
    return at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
  }
}
