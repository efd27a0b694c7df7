package org.caremap.facility;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a facility is in its life; only operating ones serve anybody. */
public enum FacilityStatus {
  PLANNED,
  BUILDING,
  OPERATING,
  CLOSED;

  /** Lower-case code as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a code. */
  public static Optional<FacilityStatus> find(String code) {
    return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
  }

  /** Codes, separated by commas, for error texts. */
  public static String legal() {
    return Arrays.stream(values()).map(FacilityStatus::code).collect(Collectors.joining(", "));
  }
}
