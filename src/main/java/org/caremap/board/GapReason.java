package org.caremap.board;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why people of an area are left out; of equals the first one listed is the area's. */
public enum GapReason {
  /** No facility of the kind serves in the area, and none is near by the straight line. */
  NO_FACILITY("no-facility"),
  /** The area has one, but it is too far even by the straight line. */
  TOO_FAR("too-far"),
  /** One is near by the straight line, but not by the streets. */
  BARRIER("barrier"),
  /** Those who reach one in time and find all of them full. */
  OVER_CAPACITY("over-capacity"),
  /** Nobody has said how many people live there. */
  UNKNOWN("unknown"),
  /** Nobody is left out. */
  NONE("none");

  private final String code;

  GapReason(String code) {
    this.code = code;
  }

  /** Code as in the API. */
  @JsonValue
  public String code() {
    return code;
  }
}
