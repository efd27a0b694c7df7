package org.caremap.core.standards;

/**
 * How many of a group live in an area.
 *
 * @param known people of the points that say it
 * @param unknownPoints points that do not
 * @param points all points; none means that nothing is loaded, which is not nobody
 */
public record GroupCount(double known, int unknownPoints, int points) {
  /** Nothing is loaded. */
  public static final GroupCount NONE = new GroupCount(0, 0, 0);

  /** Together. */
  public GroupCount plus(GroupCount other) {
    return new GroupCount(
        known + other.known, unknownPoints + other.unknownPoints, points + other.points);
  }

  /** Between what the number lies. */
  public Bounds bounds() {
    boolean complete = points > 0 && unknownPoints == 0;
    return complete ? Bounds.exactly(known) : new Bounds(known, Double.POSITIVE_INFINITY);
  }
}
