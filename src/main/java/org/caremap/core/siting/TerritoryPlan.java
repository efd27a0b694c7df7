package org.caremap.core.siting;

/**
 * A sharing of units, and what is known of the best one.
 *
 * @param part of each unit; {@link TerritoryProblem#NONE} where no part lies in its connected group
 * @param target weight that each part should get
 * @param imbalance greatest |weight / target − 1| of all parts
 * @param bound no connected sharing of these units that keeps the fixed ones has less imbalance; at
 *     most {@code imbalance}
 * @param proven whether none is better balanced than this one: bound and imbalance are the same
 * @param exact whether every sharing was looked at, so that distance is the least as well
 * @param contiguous whether every part is in one piece
 * @param distanceMeters of all units from what leads their part, or from its middle
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data that is never compared
public record TerritoryPlan(
    int[] part,
    double[] target,
    double imbalance,
    double bound,
    boolean proven,
    boolean exact,
    boolean contiguous,
    double distanceMeters) {
  /** How much better a sharing could be at most. */
  public double gap() {
    return imbalance - bound;
  }
}
