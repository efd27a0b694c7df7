package org.caremap.core.routing;

/**
 * Which walk between somebody's home and a facility is meant. On the flat, without one-way
 * footways, all three take the same time.
 */
public enum Trip {
  /** From home to the facility. */
  TO_FACILITY("to"),
  /** From the facility back home. */
  BACK("back"),
  /** There and back on the same day: the slower of the two walks counts. */
  WORSE("worse");

  private final String code;

  Trip(String code) {
    this.code = code;
  }

  /** Short name: to, back, worse. */
  public String code() {
    return code;
  }
}
