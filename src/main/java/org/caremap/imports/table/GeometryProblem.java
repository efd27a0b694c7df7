package org.caremap.imports.table;

/** A geometry that cannot be used. */
final class GeometryProblem extends Exception {
  private static final long serialVersionUID = 1L;

  GeometryProblem(String message) {
    super(message, null, false, false);
  }
}
