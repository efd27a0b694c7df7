package org.caremap.sample;

import java.util.SplittableRandom;

/**
 * Seeded chance. Draws only {@code nextLong} from {@link SplittableRandom} (Steele, Lea and Flood,
 * 2014), whose bounded methods have changed between JDKs.
 */
final class Dice {
  private final long seed;
  private final SplittableRandom random;

  Dice(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /** Independent dice for one purpose; does not disturb this one. */
  Dice fork(long salt) {
    long z = (seed ^ (salt * 0x9E3779B97F4A7C15L)) + 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return new Dice(z ^ (z >>> 31));
  }

  /** In [0, 1). */
  double unit() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  double between(double from, double to) {
    return from + (to - from) * unit();
  }

  /** Whole number in [from, to]. */
  int whole(int from, int to) {
    return from + (int) (unit() * (to - from + 1));
  }

  int below(int bound) {
    return (int) (unit() * bound);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** The whole number below or above {@code x}, so that the mean is {@code x}. */
  int roundFairly(double x) {
    double floor = Math.floor(x);
    return (int) floor + (chance(x - floor) ? 1 : 0);
  }

  /** About normal with mean 0 and deviation 1 (sum of four uniforms). */
  double bell() {
    return (unit() + unit() + unit() + unit() - 2) * 1.7320508075688772;
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[below(choices.length)];
  }

  void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = below(i + 1);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }
}
