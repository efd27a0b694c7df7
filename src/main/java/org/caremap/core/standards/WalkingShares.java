package org.caremap.core.standards;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** How many arrive in time; answered by whoever knows the streets. */
public interface WalkingShares {
  /**
   * The people of an area.
   *
   * @param demand all of them that are counted
   * @param covered who arrive in time
   * @param unknownPoints points whose number of people is unknown
   * @param points all points
   */
  record Walk(double demand, double covered, int unknownPoints, int points) {
    /** Nobody is known to live there. */
    public static final Walk NONE = new Walk(0, 0, 0, 0);

    /**
     * Whether this share of all people arrives in time. The people of points whose number is
     * unknown may be none, or any number near or far: who is known to be left out settles a share
     * of all, but no smaller one.
     *
     * @param required greater than 0, at most 1
     * @return unknown also where nobody is known to live
     */
    public Truth reaches(double required) {
      if (unknownPoints > 0 || points == 0) {
        return required == 1 && covered < demand ? Truth.NO : Truth.UNKNOWN;
      }
      return demand == 0 ? Truth.UNKNOWN : Truth.of(covered >= required * demand);
    }

    /** Together. */
    public Walk plus(Walk other) {
      return new Walk(
          demand + other.demand,
          covered + other.covered,
          unknownPoints + other.unknownPoints,
          points + other.points);
    }
  }

  /**
   * @param types of the facilities, the nearest of any counts
   * @param minutes inclusive
   * @param group who is counted
   * @param area code
   */
  Walk walk(List<String> types, double minutes, String group, String area);

  /**
   * The walking time that this share of the people needs at most.
   *
   * @param share 0 to 1
   * @param areas whose people are counted, together
   * @return infinite where so many cannot get there at all; empty where it is not known
   */
  OptionalDouble minutesFor(
      List<String> types, String group, Collection<String> areas, double share);

  /** The same if facilities of unknown opening day serve as well. */
  WalkingShares withUndated();
}
