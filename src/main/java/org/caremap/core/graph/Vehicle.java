package org.caremap.core.graph;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** By what meals are taken from a kitchen to a meal point. */
public enum Vehicle {
  /** A bicycle, with or without a motor, that keeps to the rules for bicycles. */
  BICYCLE("bicycle"),
  /** A light van that keeps to the rules for cars. */
  VAN("van");

  private final String code;

  Vehicle(String code) {
    this.code = code;
  }

  /** Code as in the API. */
  public String code() {
    return code;
  }

  /** The vehicle of a code. */
  public static Optional<Vehicle> find(String code) {
    return Arrays.stream(values()).filter(vehicle -> vehicle.code.equals(code)).findFirst();
  }

  /** Codes, for error texts. */
  public static String legal() {
    return Arrays.stream(values()).map(Vehicle::code).collect(Collectors.joining(", "));
  }
}
