package org.caremap.coverage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider's view of one facility.
 *
 * @param reached people by group who arrive in time; null where unknown
 * @param alsoReachOther of those, who also arrive in time at another operating facility of its type
 * @param onlyThis of those, who do not
 * @param unknownPoints by group, points reached whose count is unknown
 * @param justOutside who would arrive with a few minutes more
 * @param places who of them gets a place where capacity is counted; null where the facility does
 *     not operate
 * @param overlaps the facilities of its type with which it shares most people
 */
public record ReachAnswer(
    FacilityRef facility,
    double minutes,
    String method,
    double speedKmh,
    String profile,
    String trip,
    Map<String, @Nullable Double> reached,
    Map<String, @Nullable Double> alsoReachOther,
    Map<String, @Nullable Double> onlyThis,
    Map<String, Integer> unknownPoints,
    JustOutside justOutside,
    @Nullable Places places,
    List<Overlap> overlaps) {
  /**
   * Who is a little too far.
   *
   * @param minutes so many more
   * @param counts people by group
   */
  public record JustOutside(double minutes, Map<String, @Nullable Double> counts) {}

  /**
   * What capacity leaves for the people of one group who arrive in time, when all facilities of the
   * type take whom they can: inReach = load + servedElsewhere + left.
   *
   * @param group who is counted
   * @param capacity people the facility can take, null where nobody has said
   * @param load people who are given to it; null where its capacity is unknown
   * @param inReach people who arrive in time
   * @param servedElsewhere of those, who have a place at another facility of the type
   * @param left of those, who have none anywhere
   */
  public record Places(
      String group,
      @Nullable Integer capacity,
      @Nullable Double load,
      double inReach,
      double servedElsewhere,
      double left) {}

  /**
   * Another facility of the same type.
   *
   * @param sharedDemand people by group who arrive at both in time
   */
  public record Overlap(FacilityRef facility, Map<String, @Nullable Double> sharedDemand) {}
}
