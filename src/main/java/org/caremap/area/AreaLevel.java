package org.caremap.area;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Levels of areas, from GB/T 2260 divisions down to communities and villages, and what lies in
 * these.
 */
public enum AreaLevel {
  PROVINCE,
  CITY,
  COUNTY,
  STREET,
  TOWN,
  COMMUNITY,
  /** An administrative village (行政村). */
  VILLAGE,
  /** A residential estate (小区) in a community. */
  ESTATE,
  /** A natural village (自然村) in an administrative village. */
  NATURAL_VILLAGE;

  /** Depth of communities and villages: the unit of lists, cards and verdicts. */
  public static final int COMMUNITY_DEPTH = 4;

  /** Lower-case code as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Depth in the tree: streets and towns share one, communities and villages too. */
  public int depth() {
    return switch (this) {
      case PROVINCE -> 0;
      case CITY -> 1;
      case COUNTY -> 2;
      case STREET, TOWN -> 3;
      case COMMUNITY, VILLAGE -> COMMUNITY_DEPTH;
      case ESTATE, NATURAL_VILLAGE -> 5;
    };
  }

  /** The level of a code. */
  public static Optional<AreaLevel> find(String code) {
    return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
  }

  /** Codes, separated by commas, for error texts. */
  public static String legal() {
    return Arrays.stream(values()).map(AreaLevel::code).collect(Collectors.joining(", "));
  }
}
