package org.caremap.core.siting;

import java.util.Arrays;

/** The most that so many sites for so much money could gain, and the least that a gain costs. */
final class TopGains {
  private static final int HALVINGS = 60;

  private TopGains() {}

  /**
   * An upper bound on the sum of gains of any sites within the limits: the knapsack with its
   * integrality and, by a price on money, its budget relaxed.
   *
   * @param gains at least 0, one a site
   * @param prices in yuan, one a site
   * @param count most sites
   * @param budget most yuan, may be infinite
   */
  static double most(double[] gains, double[] prices, int count, double budget) {
    double free = top(gains, prices, count, 0);
    if (budget == Double.POSITIVE_INFINITY || free == 0) {
      return free;
    }
    double high = 0;
    for (int j = 0; j < gains.length; j++) {
      if (prices[j] > 0) {
        high = Math.max(high, gains[j] / prices[j]);
      }
    }
    // The bound is convex in the price of money; any price gives a true one.
    double low = 0;
    double best = free;
    for (int step = 0; step < HALVINGS; step++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      double atLeft = left * budget + top(gains, prices, count, left);
      double atRight = right * budget + top(gains, prices, count, right);
      best = Math.min(best, Math.min(atLeft, atRight));
      if (atLeft < atRight) {
        high = right;
      } else {
        low = left;
      }
    }
    return best;
  }

  private static double top(double[] gains, double[] prices, int count, double perYuan) {
    double[] net = new double[gains.length];
    int n = 0;
    for (int j = 0; j < gains.length; j++) {
      double g = gains[j] - perYuan * prices[j];
      if (g > 0) {
        net[n++] = g;
      }
    }
    Arrays.sort(net, 0, n);
    double sum = 0;
    for (int k = 0; k < Math.min(n, count); k++) {
      sum += net[n - 1 - k];
    }
    return sum;
  }

  /**
   * A lower bound on what sites cost whose gains come to at least so much.
   *
   * @param costs one a site, at least 0
   * @return infinite where all together do not gain it
   */
  static double cheapest(double[] gains, double[] costs, double need) {
    if (need <= 0) {
      return 0;
    }
    long[] order = new long[gains.length];
    double[] ratio = new double[gains.length];
    for (int j = 0; j < gains.length; j++) {
      ratio[j] = gains[j] > 0 ? costs[j] / gains[j] : Double.MAX_VALUE;
      // Ratios are not negative, so that their bits are in their order; the index breaks ties.
      order[j] = Double.doubleToLongBits(ratio[j]) & ~0xFFFFFL | j & 0xFFFFFL;
    }
    Arrays.sort(order);
    double left = need;
    double sum = 0;
    double last = 0;
    for (long entry : order) {
      int j = (int) (entry & 0xFFFFFL);
      if (gains[j] <= 0) {
        continue;
      }
      if (gains[j] >= left) {
        // Cut digits of the order could put a dearer one first: the cheapest ratio is safe.
        return (sum + left * ratio[j]) * (1 - 1e-8);
      }
      left -= gains[j];
      sum += costs[j];
      last = sum;
    }
    return left <= need * SitingProblem.SLACK ? last * (1 - 1e-8) : Double.POSITIVE_INFINITY;
  }
}
