package org.caremap.core.siting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Units (communities) that are to be given to parts (centres, operators), each part in one piece.
 * Immutable.
 *
 * <p>Weights are whole numbers, so that balance and its bound are exact: stations one by one,
 * people in thousandths, whatever is to be shared out evenly.
 */
public final class TerritoryProblem {
  /** Of a unit without a part, of a part without a seed. */
  public static final int NONE = -1;

  private final int[] first;
  private final int[] neighbour;
  private final long[] weight;
  private final double @Nullable [] x;
  private final double @Nullable [] y;
  private final int[] seed;
  private final double[] share;
  private final int[] fixed;
  private final double[] @Nullable [] cost;
  private final double tolerance;

  private TerritoryProblem(Builder b) {
    first = b.first;
    neighbour = b.neighbour;
    weight = b.weight.clone();
    x = b.x == null ? null : b.x.clone();
    y = b.y == null ? null : b.y.clone();
    seed = Arrays.copyOf(b.seed, b.parts);
    share = Arrays.copyOf(b.share, b.parts);
    fixed = b.fixed.clone();
    cost = Arrays.copyOf(b.cost, b.parts);
    tolerance = b.tolerance;
    for (int part = 0; part < seed.length; part++) {
      if (seed[part] != NONE) {
        fixed[seed[part]] = part;
      }
    }
  }

  /** Collects a problem. */
  public static final class Builder {
    private final int[] first;
    private final int[] neighbour;
    private final long[] weight;
    private double @Nullable [] x;
    private double @Nullable [] y;
    private int parts;
    private int[] seed = new int[4];
    private double[] share = new double[4];
    private double[][] cost = new double[4][];
    private final int[] fixed;
    private double tolerance;

    /**
     * @param weight of each unit, at least 0
     * @param first where the neighbours of each unit start, and where the last's end; length units
     *     + 1
     * @param neighbour units, each pair both ways, no unit its own
     * @throws IllegalArgumentException naming what is not so
     */
    public Builder(long[] weight, int[] first, int[] neighbour) {
      int units = weight.length;
      if (first.length != units + 1 || first[0] != 0 || first[units] != neighbour.length) {
        throw new IllegalArgumentException(
            "first must have %d entries from 0 to %d".formatted(units + 1, neighbour.length));
      }
      for (int u = 0; u < units; u++) {
        if (weight[u] < 0) {
          throw new IllegalArgumentException(
              "weight of unit %d must be at least 0 but is %d".formatted(u, weight[u]));
        }
        for (int i = first[u]; i < first[u + 1]; i++) {
          int v = neighbour[i];
          if (v < 0 || v >= units || v == u || !has(first, neighbour, v, u)) {
            throw new IllegalArgumentException(
                "neighbour %d of unit %d must be another unit in [0, %d) that has it as a neighbour"
                    .formatted(v, u, units));
          }
        }
      }
      this.first = first.clone();
      this.neighbour = neighbour.clone();
      this.weight = weight.clone();
      fixed = new int[units];
      Arrays.fill(fixed, NONE);
    }

    private static boolean has(int[] first, int[] neighbour, int unit, int wanted) {
      for (int i = first[unit]; i < first[unit + 1]; i++) {
        if (neighbour[i] == wanted) {
          return true;
        }
      }
      return false;
    }

    /** Where units lie, metres; how spread out a part without costs is, is judged by it. */
    public Builder places(double[] xMeters, double[] yMeters) {
      if (xMeters.length != weight.length || yMeters.length != weight.length) {
        throw new IllegalArgumentException("need %d places".formatted(weight.length));
      }
      x = xMeters.clone();
      y = yMeters.clone();
      return this;
    }

    /**
     * Adds a part.
     *
     * @param seed unit that it holds in any case, {@link #NONE} where it may lie anywhere
     * @param share of the weight that it should get, in proportion to the others', above 0; the
     *     same for all parts without seed
     * @param meters from each unit to what leads the part, at least 0; null where nothing does
     * @return its index
     */
    public int part(int seed, double share, double @Nullable [] meters) {
      if (seed < NONE || seed >= weight.length) {
        throw new IllegalArgumentException(
            "seed must be in [0, %d) or -1 but is %d".formatted(weight.length, seed));
      }
      if (seed == NONE && meters != null) {
        throw new IllegalArgumentException("a part without seed has nothing to walk to");
      }
      if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("share must be above 0 but is " + share);
      }
      if (meters != null && meters.length != weight.length) {
        throw new IllegalArgumentException("need %d distances".formatted(weight.length));
      }
      if (parts == this.seed.length) {
        this.seed = Arrays.copyOf(this.seed, 2 * parts);
        this.share = Arrays.copyOf(this.share, 2 * parts);
        cost = Arrays.copyOf(cost, 2 * parts);
      }
      this.seed[parts] = seed;
      this.share[parts] = share;
      cost[parts] = meters == null ? null : meters.clone();
      return parts++;
    }

    /** Says that a unit belongs to a part whatever it does to the balance. */
    public Builder fix(int unit, int part) {
      if (part < 0 || part >= parts) {
        throw new IllegalArgumentException(
            "part must be in [0, %d) but is %d".formatted(parts, part));
      }
      fixed[unit] = part;
      return this;
    }

    /**
     * Parts that miss their share by no more than this count as balanced, and distance decides
     * among them.
     *
     * @param ratio at least 0; 0.15 is 15 %
     */
    public Builder tolerance(double ratio) {
      if (!(ratio >= 0)) {
        throw new IllegalArgumentException("tolerance must be at least 0 but is " + ratio);
      }
      tolerance = ratio;
      return this;
    }

    /**
     * @throws IllegalArgumentException where two parts have the same seed, a seed is fixed to
     *     another part, there are more parts than units or none, or parts without seed differ in
     *     their share
     */
    public TerritoryProblem build() {
      if (parts < 1 || parts > weight.length) {
        throw new IllegalArgumentException(
            "number of parts must be in [1, %d] (units) but is %d".formatted(weight.length, parts));
      }
      int[] seedOf = fixed.clone();
      double free = Double.NaN;
      for (int p = 0; p < parts; p++) {
        if (seed[p] == NONE) {
          if (!Double.isNaN(free) && free != share[p]) {
            throw new IllegalArgumentException(
                "parts without seed must have the same share but have %s and %s"
                    .formatted(free, share[p]));
          }
          free = share[p];
        } else if (seedOf[seed[p]] != NONE && seedOf[seed[p]] != p) {
          throw new IllegalArgumentException(
              "unit %d is the seed of part %d but belongs to part %d"
                  .formatted(seed[p], p, seedOf[seed[p]]));
        } else {
          seedOf[seed[p]] = p;
        }
      }
      return new TerritoryProblem(this);
    }
  }

  /** Number of units. */
  public int unitCount() {
    return weight.length;
  }

  /** Number of parts. */
  public int partCount() {
    return seed.length;
  }

  /** Weight of a unit. */
  public long weight(int unit) {
    return weight[unit];
  }

  /** Part that a unit is fixed to, seeds included, or {@link #NONE}. */
  public int fixedTo(int unit) {
    return fixed[unit];
  }

  /** Imbalance up to which distance decides. */
  public double tolerance() {
    return tolerance;
  }

  /** Unit that a part holds in any case, or {@link #NONE}. */
  int seed(int part) {
    return seed[part];
  }

  double share(int part) {
    return share[part];
  }

  int degree(int unit) {
    return first[unit + 1] - first[unit];
  }

  /** The i-th neighbour of a unit, i below {@link #degree}. */
  int neighbour(int unit, int i) {
    return neighbour[first[unit] + i];
  }

  boolean hasCost(int part) {
    return cost[part] != null;
  }

  /** Metres from a unit to what leads a part; 0 where nothing does. */
  double cost(int unit, int part) {
    double[] of = cost[part];
    return of == null ? 0 : of[unit];
  }

  double x(int unit) {
    return x == null ? 0 : x[unit];
  }

  double y(int unit) {
    return y == null ? 0 : y[unit];
  }

  /**
   * Connected group of each unit.
   *
   * @param without units that are looked through as if they were not there
   * @return numbered from 0 in order of their first unit; {@link #NONE} of those left out
   */
  int[] components(boolean[] without) {
    int[] component = new int[weight.length];
    Arrays.fill(component, NONE);
    int[] queue = new int[weight.length];
    int count = 0;
    for (int u = 0; u < component.length; u++) {
      if (component[u] != NONE || without[u]) {
        continue;
      }
      int end = 0;
      queue[end++] = u;
      component[u] = count;
      for (int i = 0; i < end; i++) {
        int at = queue[i];
        for (int n = first[at]; n < first[at + 1]; n++) {
          if (component[neighbour[n]] == NONE && !without[neighbour[n]]) {
            component[neighbour[n]] = count;
            queue[end++] = neighbour[n];
          }
        }
      }
      count++;
    }
    return component;
  }
}
