package org.caremap.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One field that became another.
 *
 * @param at when
 * @param field its name in the API; {@link #CREATED} and {@link #DELETED} for the project itself
 * @param from as text, null where unknown
 * @param to as text, null where unknown
 */
public record ProjectChange(Instant at, String field, @Nullable String from, @Nullable String to) {
  /** The project came into the library; {@code to} is its name. */
  public static final String CREATED = "created";

  /** The project was taken out of the library; {@code from} is its name. */
  public static final String DELETED = "deleted";
}
