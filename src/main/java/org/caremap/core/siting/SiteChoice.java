package org.caremap.core.siting;

import java.util.Arrays;
import java.util.Set;

/**
 * How many sites are to be opened, and which must or must not be among them. Immutable.
 *
 * @param count sites to open, those that must be open included
 * @param forced sites that must be open, existing ones for example
 * @param forbidden sites that must not be opened
 */
public record SiteChoice(int count, Set<Integer> forced, Set<Integer> forbidden) {
  static final byte FREE = 0;
  static final byte OPEN = 1;
  static final byte SHUT = 2;

  /** Any so many sites. */
  public static SiteChoice of(int count) {
    return new SiteChoice(count, Set.of(), Set.of());
  }

  /**
   * What cannot be met, in words.
   *
   * @param sites number of sites there are
   * @throws IllegalArgumentException naming the limit that fails
   */
  public void check(int sites) {
    for (int j : forced) {
      if (j < 0 || j >= sites) {
        throw new IllegalArgumentException(
            "forced site must be in [0, %d) but is %d".formatted(sites, j));
      }
      if (forbidden.contains(j)) {
        throw new IllegalArgumentException("site %d is forced and forbidden".formatted(j));
      }
    }
    for (int j : forbidden) {
      if (j < 0 || j >= sites) {
        throw new IllegalArgumentException(
            "forbidden site must be in [0, %d) but is %d".formatted(sites, j));
      }
    }
    if (count < 1 || count > sites - forbidden.size()) {
      throw new IllegalArgumentException(
          "number of sites to open must be in [1, %d] (sites that are not forbidden) but is %d"
              .formatted(sites - forbidden.size(), count));
    }
    if (forced.size() > count) {
      throw new IllegalArgumentException(
          "%d sites are forced but only %d may be opened".formatted(forced.size(), count));
    }
  }

  /** State of each site: {@link #FREE}, {@link #OPEN} or {@link #SHUT}. */
  byte[] states(int sites) {
    byte[] states = new byte[sites];
    Arrays.fill(states, FREE);
    forced.forEach(j -> states[j] = OPEN);
    forbidden.forEach(j -> states[j] = SHUT);
    return states;
  }
}
