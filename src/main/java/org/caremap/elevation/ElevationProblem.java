package org.caremap.elevation;

/** Why a file is no elevation that can be used, in words for the one who imports it. */
public final class ElevationProblem extends Exception {
  private static final long serialVersionUID = 1L;

  ElevationProblem(String message) {
    super(message);
  }
}
