package org.caremap.imports.table;

import java.util.Locale;
import java.util.Optional;

/** What the rows of a table describe. */
public enum TableKind {
  FACILITIES,
  DEMAND,
  AREAS,
  CANDIDATES;

  /** Lower-case name, as paths, mapping files and the command line spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of this exact code, or empty. */
  public static Optional<TableKind> find(String code) {
    for (TableKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
