package org.caremap.facility;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How care and medicine go together in a facility (医养结合). */
public enum MedicalCare {
  /** Neither agreement nor site. */
  NONE,
  /** An agreement with a hospital or clinic elsewhere. */
  AGREEMENT,
  /** A hospital, clinic or infirmary on the same site. */
  SITE;

  /** Lower-case code as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a code. */
  public static Optional<MedicalCare> find(String code) {
    return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
  }

  /** Codes, separated by commas, for error texts. */
  public static String legal() {
    return Arrays.stream(values()).map(MedicalCare::code).collect(Collectors.joining(", "));
  }
}
