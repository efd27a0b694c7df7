package org.caremap.hours;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a door is open. What cannot be read for certain is UNKNOWN, never one of the others. */
public enum HoursState {
  /** Sure to be open. */
  OPEN,
  /** Sure to be closed. */
  CLOSED,
  /** Neither is published. */
  UNKNOWN;

  /** As written in answers: {@code open}, {@code closed}, {@code unknown}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
