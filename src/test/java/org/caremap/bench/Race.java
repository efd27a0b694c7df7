package org.caremap.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Times rivals by turns over the same items: each round asks every rival for all items, each time
 * another rival first, so that whatever else the machine does meets them alike. Every item is timed
 * for itself, and its median over the rounds counts: an interruption spoils one item of one round.
 */
final class Race {
  private static final long WARM_UP_NANOS = 2_000_000_000L;
  private static final int WARM_UP_ROUNDS = 2;

  private static double sink;

  /** Something to time. */
  interface Runner {
    /** Does the work and gives back a number that depends on it, so that it cannot be left out. */
    double run(int item) throws Exception;
  }

  private final double[] medians;
  private final double[] fastest;
  private final double[] answers;

  private Race(double[] medians, double[] fastest, double[] answers) {
    this.medians = medians;
    this.fastest = fastest;
    this.answers = answers;
  }

  /**
   * Runs, after two seconds or two rounds that do not count, whichever is longer.
   *
   * @param rounds rounds that do, at least 1
   * @param items items of a round, at least 1
   */
  static Race of(int rounds, int items, Runner... runners) throws Exception {
    double[][][] nanos = new double[runners.length][items][rounds];
    double[] answers = new double[runners.length];
    long warm = System.nanoTime() + WARM_UP_NANOS;
    int started = 0;
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      if (round == 0 && System.nanoTime() < warm) {
        round = -1;
      }
      started++;
      for (int turn = 0; turn < runners.length; turn++) {
        int runner = (turn + started) % runners.length;
        answers[runner] = 0;
        for (int item = 0; item < items; item++) {
          long start = System.nanoTime();
          double answer = runners[runner].run(item);
          long took = System.nanoTime() - start;
          answers[runner] += answer / items;
          if (round >= 0) {
            nanos[runner][item][round] = took;
          }
        }
        sink += answers[runner];
      }
    }
    if (Double.isNaN(sink)) {
      throw new IllegalStateException("a runner gave no number");
    }
    double[] medians = new double[runners.length];
    double[] fastest = new double[runners.length];
    for (int runner = 0; runner < runners.length; runner++) {
      for (double[] times : nanos[runner]) {
        Arrays.sort(times);
        medians[runner] += times[rounds / 2] / items;
        fastest[runner] += times[0] / items;
      }
    }
    return new Race(medians, fastest, answers);
  }

  /** Nanoseconds an item takes a runner: the mean over items of the median over rounds. */
  double nanos(int runner) {
    return medians[runner];
  }

  /** Mean of the numbers that a runner gave back. */
  double answer(int runner) {
    return answers[runner];
  }

  /** How many times as long one runner takes as another, by medians and by fastest rounds. */
  String ratio(int slow, int fast) {
    return String.format(
        Locale.ROOT,
        "ratio %.1f (fastest rounds %.1f)",
        medians[slow] / medians[fast],
        fastest[slow] / fastest[fast]);
  }
}
