package org.caremap.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a project does. */
public enum ProjectKind {
  /** Opens a facility. */
  ADD,
  /** Moves a facility. */
  MOVE,
  /** Makes a facility larger or smaller. */
  RESIZE,
  /** Builds a footbridge. */
  FOOTBRIDGE,
  /** Closes a facility. */
  CLOSE,
  /** Closes a street to walkers. */
  CLOSE_STREET,
  /** Anything else. */
  OTHER;

  /** Lower-case code as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a code. */
  public static Optional<ProjectKind> find(String code) {
    return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
  }

  /** Codes, separated by commas, for error texts. */
  public static String legal() {
    return Arrays.stream(values()).map(ProjectKind::code).collect(Collectors.joining(", "));
  }
}
