package org.caremap.core.coverage;

/** A sum that does not depend on rounding of its parts (Neumaier, 1974). */
final class StableSum {
  private double sum;
  private double lost;

  void add(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  /**
   * Adds what another such sum came to, lost digits included.
   *
   * @param otherSum its sum
   * @param otherLost what its rounding lost
   */
  void add(double otherSum, double otherLost) {
    add(otherSum);
    lost += otherLost;
  }

  double value() {
    return sum + lost;
  }
}
