package org.caremap.core.standards;

/**
 * How many of a group live in an area.
 *
 * @param known people of the points that say it
 * @param unknownPoints points that do not
 * @param points all points; none means that nothing is loaded, which is not nobody
 * @param unknownAtMost people of the points that do not say it, at most: all residents there;
 *     infinite where they are unknown too
 */
public record GroupCount(double known, int unknownPoints, int points, double unknownAtMost) {
  /** Nothing is loaded. */
  public static final GroupCount NONE = new GroupCount(0, 0, 0, 0);

  /** Where nobody knows how many may live at the unknown points. */
  public GroupCount(double known, int unknownPoints, int points) {
    this(known, unknownPoints, points, unknownPoints > 0 ? Double.POSITIVE_INFINITY : 0);
  }

  /** Together. */
  public GroupCount plus(GroupCount other) {
    return new GroupCount(
        known + other.known,
        unknownPoints + other.unknownPoints,
        points + other.points,
        unknownAtMost + other.unknownAtMost);
  }

  /** Between what the number lies. */
  public Bounds bounds() {
    return points == 0 ? Bounds.ANY : new Bounds(known, known + unknownAtMost);
  }
}
