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
    ELEVATION,
    CANDIDATES
  }

  /** Whether the network, its people or its facilities may be others now. */
  public boolean concernsCare() {
    return kinds.stream().anyMatch(kind -> kind != Kind.CANDIDATES);
  }
}
