package org.caremap.core.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a sharing is like, however it came about: drawn, moved by hand, or as things are.
 *
 * @param target weight that each part should get
 * @param weight that each part has
 * @param imbalance greatest |weight / target − 1|
 * @param bound no sharing of all units in connected parts that keeps the fixed ones has less; of
 *     one that leaves units out or breaks a part it proves nothing
 * @param pieces of each part, the heaviest first; a part in one piece has one, an empty one none
 * @param unplaced units without a part though a part lies in their connected group
 * @param islands units without a part in whose connected group no part lies
 * @param distanceMeters of all units from what leads their part, or from its middle
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data that is never compared
public record TerritoryReview(
    double[] target,
    long[] weight,
    double imbalance,
    double bound,
    List<List<int[]>> pieces,
    int[] unplaced,
    int[] islands,
    double distanceMeters) {
  /** Whether a part is in one piece; one without units is. */
  public boolean isContiguous(int part) {
    return pieces.get(part).size() <= 1;
  }

  /** Whether all are. */
  public boolean isContiguous() {
    return pieces.stream().allMatch(of -> of.size() <= 1);
  }

  /** Whether the bound is about sharings like this one: whole, and each part in one piece. */
  public boolean isComparable() {
    return isContiguous() && unplaced.length == 0 && pieces.stream().noneMatch(List::isEmpty);
  }

  /** How far a part is from its target, as a share of it, signed. */
  public double deviation(int part) {
    return target[part] > 0 ? weight[part] / target[part] - 1 : 0;
  }

  static TerritoryReview of(
      TerritoryProblem problem, int[] part, double[] target, boolean[] taking, double bound) {
    if (part.length != problem.unitCount()) {
      throw new IllegalArgumentException("need a part for each of %d units".formatted(part.length));
    }
    int parts = problem.partCount();
    long[] weight = new long[parts];
    List<List<int[]>> pieces = new ArrayList<>();
    TerritorySpread spread = new TerritorySpread(problem, part);
    double distance = 0;
    double imbalance = 0;
    for (int p = 0; p < parts; p++) {
      List<int[]> own = new ArrayList<>(spread.pieces(p));
      own.sort((a, b) -> Long.compare(weight(problem, b), weight(problem, a)));
      pieces.add(own);
      for (int[] piece : own) {
        weight[p] += weight(problem, piece);
      }
      imbalance = Math.max(imbalance, TerritoryBlock.deviation(weight[p], target[p]));
      distance += spread.distance(p);
    }
    List<Integer> unplaced = new ArrayList<>();
    List<Integer> islands = new ArrayList<>();
    for (int u = 0; u < part.length; u++) {
      if (part[u] == TerritoryProblem.NONE) {
        (taking[u] ? unplaced : islands).add(u);
      }
    }
    return new TerritoryReview(
        target, weight, imbalance, bound, pieces, array(unplaced), array(islands), distance);
  }

  private static long weight(TerritoryProblem problem, int[] units) {
    return Arrays.stream(units).mapToLong(problem::weight).sum();
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(i -> i).toArray();
  }
}
