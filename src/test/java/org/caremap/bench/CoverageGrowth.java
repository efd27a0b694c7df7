package org.caremap.bench;

import static java.util.Locale.ROOT;

/** Whole coverage of generated counties, beside one pass that only reads every arc. */
final class CoverageGrowth {
  private CoverageGrowth() {}

  static void run(int[] sizes, int rounds) throws Exception {
    double[] logTime = new double[sizes.length];
    double[] logSize = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      County county = County.of(sizes[i], 0.8);
      Race race =
          Race.of(rounds, 1, item -> county.engine().readEveryArc(), item -> county.coverage());
      double nodes = county.engine().graph().nodeCount();
      logTime[i] = Math.log(race.nanos(1));
      logSize[i] = Math.log(nodes * Math.log(nodes));
      System.out.printf(
          ROOT,
          "%,9.0f nodes %,9d arcs %,7d points %,5d facilities   read every arc %7.2f ms   whole"
              + " coverage %8.2f ms   %s%n",
          nodes,
          county.engine().graph().arcCount(),
          county.demand().size(),
          county.facilities().size(),
          race.nanos(0) / 1e6,
          race.nanos(1) / 1e6,
          race.ratio(1, 0));
    }
    if (sizes.length > 1) {
      System.out.printf(
          ROOT, "growth: time is as (n log n) to the power of %.2f%n", slope(logSize, logTime));
    }
  }

  /** Least squares. */
  private static double slope(double[] x, double[] y) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      meanX += x[i] / x.length;
      meanY += y[i] / x.length;
    }
    double above = 0;
    double below = 0;
    for (int i = 0; i < x.length; i++) {
      above += (x[i] - meanX) * (y[i] - meanY);
      below += (x[i] - meanX) * (x[i] - meanX);
    }
    return above / below;
  }
}
