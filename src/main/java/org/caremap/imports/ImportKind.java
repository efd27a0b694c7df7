package org.caremap.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file brings. */
public enum ImportKind {
  STREETS,
  FACILITIES,
  DEMAND,
  AREAS,
  ELEVATION,
  CANDIDATES;

  /** Lower-case code as in the path. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a code. */
  public static Optional<ImportKind> find(String code) {
    return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
  }

  /** Codes, separated by commas, for error texts. */
  public static String legal() {
    return Arrays.stream(values()).map(ImportKind::code).collect(Collectors.joining(", "));
  }
}
