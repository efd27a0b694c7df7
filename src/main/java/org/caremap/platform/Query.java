package org.caremap.platform;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.caremap.core.geo.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one request. Unknown names, repeated single values and values out of
 * range are 400 problems that name the legal range; nothing is silently clamped.
 */
public final class Query {
  private final MultivaluedMap<String, String> values;

  private Query(MultivaluedMap<String, String> values) {
    this.values = values;
  }

  /**
   * @param uri the request
   * @param known every legal parameter name
   * @throws ProblemException 400 naming the first unknown parameter
   */
  public static Query of(UriInfo uri, String... known) {
    return of(uri.getQueryParameters(), known);
  }

  /**
   * The same of a form, whose values stand in no address.
   *
   * @param values names and values as sent
   * @param known every legal name
   * @throws ProblemException 400 naming the first unknown parameter
   */
  public static Query of(MultivaluedMap<String, String> values, String... known) {
    Set<String> legal = new TreeSet<>(List.of(known));
    for (String name : new TreeSet<>(values.keySet())) {
      if (!legal.contains(name)) {
        String list = legal.isEmpty() ? "none" : String.join(", ", legal);
        throw new ProblemException(
            new Problem(
                "Bad parameter",
                400,
                "parameter '%s' is unknown here; legal parameters: %s".formatted(name, list),
                name,
                null,
                list));
      }
    }
    return new Query(values);
  }

  /** The single value, or null where absent. */
  public @Nullable String text(String name) {
    List<String> all = values.get(name);
    if (all == null || all.isEmpty()) {
      return null;
    }
    if (all.size() > 1) {
      throw ProblemException.badParameter(name, String.join(", ", all), "one value only");
    }
    String value = all.get(0).strip();
    return value.isEmpty() ? null : value;
  }

  /** Every value of a parameter that may repeat; values may also be separated by commas. */
  public List<String> texts(String name) {
    List<String> result = new ArrayList<>();
    for (String given : values.getOrDefault(name, List.of())) {
      for (String part : given.split(",", -1)) {
        if (!part.isBlank() && !result.contains(part.strip())) {
          result.add(part.strip());
        }
      }
    }
    return result;
  }

  /** A number in [min, max]; missing is a problem. */
  public double number(String name, double min, double max) {
    String value = text(name);
    if (value == null) {
      throw ProblemException.badParameter(name, null, range(min, max));
    }
    return parse(name, value, min, max);
  }

  /** A number in [min, max], or the default. */
  public double number(String name, double min, double max, double defaultValue) {
    String value = text(name);
    return value == null ? defaultValue : parse(name, value, min, max);
  }

  /** A number in [min, max], if given. */
  public Optional<Double> findNumber(String name, double min, double max) {
    return Optional.ofNullable(text(name)).map(value -> parse(name, value, min, max));
  }

  /** Every number of a parameter that may repeat, each in [min, max]. */
  public List<Double> numbers(String name, double min, double max) {
    return texts(name).stream().map(value -> parse(name, value, min, max)).toList();
  }

  /** A whole number in [min, max], or the default. */
  public int integer(String name, int min, int max, int defaultValue) {
    String value = text(name);
    if (value == null) {
      return defaultValue;
    }
    String legal = "whole number from %d to %d".formatted(min, max);
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw ProblemException.badParameter(name, value, legal);
    }
    throw ProblemException.badParameter(name, value, legal);
  }

  /** {@code true} or {@code false}; absent is false. */
  public boolean flag(String name) {
    String value = text(name);
    if (value == null) {
      return false;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw ProblemException.badParameter(name, value, "true or false");
    };
  }

  /** A box {@code west,south,east,north} in degrees, if given. */
  public Optional<BoundingBox> findBox(String name) {
    String value = text(name);
    if (value == null) {
      return Optional.empty();
    }
    String[] parts = value.split(",", -1);
    double[] n = new double[4];
    boolean legal = parts.length == 4;
    for (int i = 0; legal && i < 4; i++) {
      try {
        n[i] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException e) {
        legal = false;
      }
    }
    legal =
        legal
            && n[0] >= -180
            && n[2] <= 180
            && n[1] >= -90
            && n[3] <= 90
            && n[0] <= n[2]
            && n[1] <= n[3];
    if (!legal) {
      throw ProblemException.badParameter(
          name,
          value,
          "west,south,east,north in degrees, west <= east, south <= north, for example"
              + " 121,31.7,121.6,32.1");
    }
    return Optional.of(new BoundingBox(n[0], n[1], n[2], n[3]));
  }

  private static double parse(String name, String value, double min, double max) {
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw ProblemException.badParameter(name, value, range(min, max));
    }
    // Written so that NaN fails too.
    if (!(number >= min && number <= max)) {
      throw ProblemException.badParameter(name, value, range(min, max));
    }
    return number;
  }

  private static String range(double min, double max) {
    return "number from %s to %s".formatted(plain(min), plain(max));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
