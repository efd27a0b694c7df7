package org.caremap.core.coverage;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caremap.core.routing.ReachTable;

/**
 * How much supply there is for each person, where catchments float and overlap. Step one divides
 * what a facility offers by the weighted people who reach it; step two adds up, at each demand
 * point, the ratios of the facilities reached, weighted again. Without decay this is 2SFCA (Luo and
 * Wang, 2003), with zones E2SFCA (Luo and Qi, 2009), with a bell curve that of Dai (2010): see
 * {@link DistanceDecay}.
 *
 * <p>Nothing is lost or made: over all points, people times accessibility adds up to the supply of
 * the facilities that anybody reaches.
 *
 * <p>Unknown is not zero. A facility whose supply is unknown has no ratio and adds nothing
 * anywhere; a point whose people are unknown is nobody's demand but has its accessibility.
 * Immutable.
 */
public final class FloatingCatchments {
  private final double[] ratio;
  private final double[] accessibility;
  private final int unknownSupply;

  private FloatingCatchments(double[] ratio, double[] accessibility, int unknownSupply) {
    this.ratio = ratio;
    this.accessibility = accessibility;
    this.unknownSupply = unknownSupply;
  }

  /**
   * Computes both steps in O(pairs of the table).
   *
   * @param reach who reaches whom, at least up to the limit of the decay
   * @param supply what each facility offers, at least 0; NaN where unknown
   * @param demand people at each point, at least 0; NaN where unknown
   * @param speedMetersPerSecond flat walking speed, greater than 0
   * @param decay what a walk is worth
   * @throws IllegalArgumentException naming the first bad value, or where the table ends before the
   *     decay does
   */
  public static FloatingCatchments of(
      ReachTable reach,
      double[] supply,
      double[] demand,
      double speedMetersPerSecond,
      DistanceDecay decay) {
    Amounts.check("supply of facility", supply, reach.facilityCount());
    Amounts.check("demand at point", demand, reach.demandCount());
    int needed = new Cutoff(decay.limitSeconds(), speedMetersPerSecond).limitMillimeters();
    if (reach.limitMillimeters() < needed) {
      throw new IllegalArgumentException(
          "the reach table must be complete up to %d millimetres but ends at %d"
              .formatted(needed, reach.limitMillimeters()));
    }
    double[] ratio = new double[supply.length];
    double secondsPerMillimeter = 1 / (1000 * speedMetersPerSecond);
    double guard = Cutoff.GUARD_SECONDS + secondsPerMillimeter / 2;
    IntStream.range(0, ratio.length)
        .parallel()
        .forEach(
            f -> {
              StableSum people = new StableSum();
              for (int k = reach.first(f); k < reach.first(f + 1); k++) {
                double count = demand[reach.demand(k)];
                if (count > 0) {
                  people.add(count * decay.weight(reach.cost(k) * secondsPerMillimeter, guard));
                }
              }
              ratio[f] = people.value() > 0 ? supply[f] / people.value() : Double.NaN;
            });
    double[] accessibility = new double[demand.length];
    int unknownSupply = 0;
    // One thread in order of facilities: sums come out the same every time.
    for (int f = 0; f < ratio.length; f++) {
      if (Double.isNaN(supply[f])) {
        unknownSupply++;
      }
      if (ratio[f] > 0) {
        for (int k = reach.first(f); k < reach.first(f + 1); k++) {
          accessibility[reach.demand(k)] +=
              ratio[f] * decay.weight(reach.cost(k) * secondsPerMillimeter, guard);
        }
      }
    }
    return new FloatingCatchments(ratio, accessibility, unknownSupply);
  }

  /** Number of facilities. */
  public int facilityCount() {
    return ratio.length;
  }

  /** Number of demand points. */
  public int demandCount() {
    return accessibility.length;
  }

  /**
   * Supply for each weighted person who reaches a facility.
   *
   * @return NaN where the supply is unknown or nobody reaches it
   */
  public double ratio(int facility) {
    return ratio[facility];
  }

  /** Supply for each person at a demand point; 0 where no facility of known supply is reached. */
  public double accessibility(int point) {
    return accessibility[point];
  }

  /** Facilities whose supply is unknown, reached or not. */
  public int unknownSupply() {
    return unknownSupply;
  }

  /**
   * Accessibility by area and in total, weighted by people.
   *
   * @param demand people at each point, at least 0; NaN where unknown
   * @param areaOfPoint area of each point in [0, areaCount), or -1 for none
   * @param areaCount number of areas, at least 0
   * @return one for each area, and at the end the one of all points
   * @throws IllegalArgumentException naming the first bad value
   */
  public AccessibilityCount[] count(double[] demand, int[] areaOfPoint, int areaCount) {
    Amounts.check("demand at point", demand, accessibility.length);
    Amounts.checkAreas(areaOfPoint, accessibility.length, areaCount);
    Sums[] sums = Stream.generate(Sums::new).limit(areaCount + 1L).toArray(Sums[]::new);
    for (int i = 0; i < demand.length; i++) {
      sums[areaCount].add(demand[i], accessibility[i]);
      if (areaOfPoint[i] >= 0) {
        sums[areaOfPoint[i]].add(demand[i], accessibility[i]);
      }
    }
    return Arrays.stream(sums).map(Sums::count).toArray(AccessibilityCount[]::new);
  }

  private static final class Sums {
    private final StableSum demand = new StableSum();
    private final StableSum supply = new StableSum();
    private final StableSum withNone = new StableSum();
    private int unknown;

    void add(double people, double accessibility) {
      if (Double.isNaN(people)) {
        unknown++;
        return;
      }
      demand.add(people);
      supply.add(people * accessibility);
      if (accessibility == 0) {
        withNone.add(people);
      }
    }

    AccessibilityCount count() {
      return new AccessibilityCount(demand.value(), supply.value(), withNone.value(), unknown);
    }
  }
}
