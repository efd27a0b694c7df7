package org.caremap.coverage;

/** By what an answer was found; every answer says so. */
public enum Method {
  NETWORK("network"),
  STRAIGHT_LINE("straight-line");

  private final String code;

  Method(String code) {
    this.code = code;
  }

  /** Code as in the API. */
  public String code() {
    return code;
  }
}
