package org.caremap.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be found; among equals the earlier one comes first. */
public enum SearchKind {
  AREA,
  PLACE,
  STREET,
  FACILITY,
  ADDRESS;

  /** Lower-case code as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a code. */
  public static Optional<SearchKind> find(String code) {
    return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
  }

  /** Codes, separated by commas, for error texts. */
  public static String legal() {
    return Arrays.stream(values()).map(SearchKind::code).collect(Collectors.joining(", "));
  }
}
