package org.caremap.sample;

/**
 * How large a sample county to make.
 *
 * @param seed same seed and sizes, same county to the last bit
 * @param streetNodes street nodes wanted, 20,000 to 2,000,000; met within 10 %
 * @param demandPoints demand points, 1,000 to 3,000,000; met exactly
 * @param facilities facilities, 100 to 20,000; met exactly
 */
public record SampleOptions(long seed, int streetNodes, int demandPoints, int facilities) {

  /** The seed of the county that a first start loads. */
  public static final long STANDARD_SEED = 320684L;

  private static final int STANDARD_NODES = 37_000;
  private static final int STANDARD_DEMAND = 9_000;
  private static final int STANDARD_FACILITIES = 760;

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException naming the value and its legal range
   */
  public SampleOptions {
    requireRange("streetNodes", streetNodes, 20_000, 2_000_000);
    requireRange("demandPoints", demandPoints, 1_000, 3_000_000);
    requireRange("facilities", facilities, 100, 20_000);
  }

  /** The county that a first start loads, about the size of the real one. */
  public static SampleOptions standard() {
    return ofScale(STANDARD_SEED, 1);
  }

  /**
   * The standard county with every number multiplied.
   *
   * @param scale 0.5 to 25
   */
  public static SampleOptions ofScale(long seed, double scale) {
    if (!(scale >= 0.5 && scale <= 25)) {
      throw new IllegalArgumentException("scale " + scale + " is not in 0.5..25");
    }
    return new SampleOptions(
        seed,
        (int) (STANDARD_NODES * scale),
        (int) (STANDARD_DEMAND * scale),
        (int) (STANDARD_FACILITIES * scale));
  }

  /**
   * A county for benchmarks: half as many demand points as street nodes, and one facility per 500
   * nodes (at least 100). A million nodes make 500,000 demand points and 2,000 facilities.
   */
  public static SampleOptions forStreetNodes(int streetNodes) {
    return new SampleOptions(
        STANDARD_SEED,
        streetNodes,
        Math.max(1_000, streetNodes / 2),
        Math.max(100, streetNodes / 500));
  }

  private static void requireRange(String what, int value, int from, int to) {
    if (value < from || value > to) {
      throw new IllegalArgumentException(what + " " + value + " is not in " + from + ".." + to);
    }
  }
}
