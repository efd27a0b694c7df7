package org.caremap.core.coverage;

import java.util.List;

/** How much a facility counts for somebody who walks so long to it: 1 next door, 0 out of reach. */
public sealed interface DistanceDecay {
  /**
   * The three weights of Luo and Qi (2009, Health &amp; Place 15:1100–1107), slow decay, for three
   * zones of equal width.
   */
  List<Double> LUO_QI = List.of(1.0, 0.68, 0.22);

  /** The walking time from which on a facility counts nothing, in seconds. */
  double limitSeconds();

  /**
   * The weight of a facility.
   *
   * @param seconds walking time, at least 0
   * @param guardSeconds a border counts as not passed by so much: half a millimetre's walk where
   *     times come from rounded millimetres
   * @return in [0, 1]
   */
  double weight(double seconds, double guardSeconds);

  /**
   * Everybody within the limit counts alike, nobody beyond: the two-step floating catchment area
   * method, 2SFCA, of Luo and Wang (2003, Environment and Planning B 30:865–884).
   *
   * @param limitSeconds inclusive, greater than 0
   */
  record None(double limitSeconds) implements DistanceDecay {
    /**
     * @throws IllegalArgumentException if the limit is out of range
     */
    public None {
      checkLimit(limitSeconds);
    }

    @Override
    public double weight(double seconds, double guardSeconds) {
      return seconds <= limitSeconds + guardSeconds ? 1 : 0;
    }
  }

  /**
   * A weight for each zone of walking time: the enhanced method, E2SFCA, of Luo and Qi (2009).
   *
   * @param zones nearest first, at least one
   */
  record Zones(List<Zone> zones) implements DistanceDecay {
    /**
     * @throws IllegalArgumentException if the zones do not ascend or their weights rise
     */
    public Zones {
      zones = List.copyOf(zones);
      if (zones.isEmpty()) {
        throw new IllegalArgumentException("need at least one zone");
      }
      for (int z = 1; z < zones.size(); z++) {
        if (!(zones.get(z).untilSeconds() > zones.get(z - 1).untilSeconds())) {
          throw new IllegalArgumentException("zones must end later and later but are " + zones);
        }
        if (zones.get(z).weight() > zones.get(z - 1).weight()) {
          throw new IllegalArgumentException("weights must not rise with time but are " + zones);
        }
      }
    }

    /**
     * So many zones of equal width.
     *
     * @param limitSeconds where the last one ends, inclusive, greater than 0
     * @param weights nearest first, at least one
     */
    public static Zones equal(double limitSeconds, List<Double> weights) {
      checkLimit(limitSeconds);
      Zone[] zones = new Zone[weights.size()];
      for (int z = 0; z < zones.length; z++) {
        zones[z] = new Zone(limitSeconds * (z + 1) / zones.length, weights.get(z));
      }
      return new Zones(List.of(zones));
    }

    @Override
    public double limitSeconds() {
      return zones.get(zones.size() - 1).untilSeconds();
    }

    @Override
    public double weight(double seconds, double guardSeconds) {
      for (Zone zone : zones) {
        if (seconds <= zone.untilSeconds() + guardSeconds) {
          return zone.weight();
        }
      }
      return 0;
    }
  }

  /**
   * One zone of walking time.
   *
   * @param untilSeconds where it ends, inclusive, greater than 0
   * @param weight in [0, 1]
   */
  record Zone(double untilSeconds, double weight) {
    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public Zone {
      checkLimit(untilSeconds);
      if (!(weight >= 0 && weight <= 1)) {
        throw new IllegalArgumentException("weight must be in [0, 1] but is " + weight);
      }
    }
  }

  /**
   * Falls evenly from 1 to 0 along a bell curve, as Dai (2010, Health &amp; Place 16:1038–1052):
   * (e^(−½(t/T)²) − e^(−½)) / (1 − e^(−½)).
   *
   * @param limitSeconds T, greater than 0
   */
  record Gaussian(double limitSeconds) implements DistanceDecay {
    private static final double AT_LIMIT = Math.exp(-0.5);

    /**
     * @throws IllegalArgumentException if the limit is out of range
     */
    public Gaussian {
      checkLimit(limitSeconds);
    }

    @Override
    public double weight(double seconds, double guardSeconds) {
      double share = seconds / limitSeconds;
      return Math.max(0, (Math.exp(-0.5 * share * share) - AT_LIMIT) / (1 - AT_LIMIT));
    }
  }

  private static void checkLimit(double seconds) {
    if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "limit must be greater than 0 seconds and finite but is " + seconds);
    }
  }
}
