package org.caremap.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far a project is. Any may follow any: bureaus correct what they wrote. */
public enum ProjectStatus {
  PROPOSED,
  APPROVED,
  FUNDED,
  BUILDING,
  ACCEPTED,
  OPERATING,
  CANCELLED;

  /** Lower-case code as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a code. */
  public static Optional<ProjectStatus> find(String code) {
    return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
  }

  /** Codes, separated by commas, for error texts. */
  public static String legal() {
    return Arrays.stream(values()).map(ProjectStatus::code).collect(Collectors.joining(", "));
  }
}
