package org.caremap.platform;

import java.util.Set;

/**
 * Fired after a committed write, once the slices' own catalogues are renewed; whoever derives from
 * them renews too.
 *
 * @param kinds what changed
 */
public record DataChanged(Set<Kind> kinds) {
  /** What a write can change. */
  public enum Kind {
    STREETS,
    FACILITIES,
    DEMAND,
    AREAS,
    ELEVATION
  }
}
