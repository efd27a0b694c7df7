package org.caremap.core.coverage;

/**
 * Where what people need is missing, the content or the place: everybody either reaches in time
 * somebody who offers the service, or a place of care that does not, or one that does not say, or
 * no place at all. One pass for all groups. Immutable.
 */
public final class SupplyTally {
  private static final int SERVED = 0;
  private static final int CONTENT_UNKNOWN = 1;
  private static final int CONTENT_MISSING = 2;
  private static final int PLACE_MISSING = 3;

  private final ClassTally tally;

  private SupplyTally(ClassTally tally) {
    this.tally = tally;
  }

  /**
   * Counts.
   *
   * @param table who is counted where
   * @param offering cost of every demand point to the nearest facility that offers the service
   * @param silent cost to the nearest place of care that does not say what it offers
   * @param place cost to the nearest place of care
   * @param speeds whose own cut-offs count
   */
  public static SupplyTally of(
      DemandTable table, int[] offering, int[] silent, int[] place, WalkingSpeeds speeds) {
    speeds.cutoffs().checkSize(table.size());
    byte[] classes = new byte[table.size()];
    for (int i = 0; i < classes.length; i++) {
      int limit = speeds.ownLimit(i);
      int point = table.point(i);
      int found = place[point] <= limit ? CONTENT_MISSING : PLACE_MISSING;
      if (offering[point] <= limit) {
        found = SERVED;
      } else if (silent[point] <= limit) {
        found = CONTENT_UNKNOWN;
      }
      classes[i] = (byte) found;
    }
    return new SupplyTally(new ClassTally(table, classes, PLACE_MISSING + 1));
  }

  /**
   * People of a group in one entry.
   *
   * @param served who reach in time a facility that offers the service
   * @param contentMissing who reach a place of care in time, but none that offers it
   * @param contentUnknown the same, but one of the places does not say what it offers
   * @param placeMissing who reach no place in time
   */
  public record Count(
      double served, double contentMissing, double contentUnknown, double placeMissing) {
    /** All of them. */
    public double people() {
      return served + contentMissing + contentUnknown + placeMissing;
    }
  }

  /** People of a group in one entry. */
  public Count count(int entry, int group) {
    return new Count(
        tally.people(entry, group, SERVED, SERVED + 1, 1),
        tally.people(entry, group, CONTENT_MISSING, CONTENT_MISSING + 1, 1),
        tally.people(entry, group, CONTENT_UNKNOWN, CONTENT_UNKNOWN + 1, 1),
        tally.people(entry, group, PLACE_MISSING, PLACE_MISSING + 1, 1));
  }

  /** The same over all entries. */
  public Count total(int group) {
    return new Count(
        tally.people(group, SERVED, SERVED + 1, 1),
        tally.people(group, CONTENT_MISSING, CONTENT_MISSING + 1, 1),
        tally.people(group, CONTENT_UNKNOWN, CONTENT_UNKNOWN + 1, 1),
        tally.people(group, PLACE_MISSING, PLACE_MISSING + 1, 1));
  }
}
