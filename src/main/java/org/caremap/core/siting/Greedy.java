package org.caremap.core.siting;

import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Opens sites one after another, each the one that does most: first whatever lessens the shortage
 * of people, then what raises the value (Nemhauser, Wolsey and Fisher, 1978: without further limits
 * at least 1 − 1/e of the best). What a site could do is reckoned anew only when it comes first, as
 * it can but shrink (Minoux, 1978).
 */
final class Greedy {
  private final SitingProblem problem;
  private final Selection selection;
  private final boolean byPrice;
  private final BooleanSupplier cancelled;
  private final double leastPrice;

  /**
   * @param byPrice whether what a site does is divided by its price
   */
  Greedy(Selection selection, boolean byPrice, BooleanSupplier cancelled) {
    this.selection = selection;
    this.byPrice = byPrice;
    this.cancelled = cancelled;
    problem = selection.problem;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < problem.siteCount(); j++) {
      if (problem.priceYuan(j) > 0) {
        least = Math.min(least, problem.priceYuan(j));
      }
    }
    // Whatever costs nothing is taken as very cheap.
    leastPrice = least == Double.POSITIVE_INFINITY ? 1 : least / 1000;
  }

  private record Entry(double key, int site, int at) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int order = Double.compare(other.key, key);
      return order != 0 ? order : Integer.compare(site, other.site);
    }
  }

  /** Opens the forced sites that are not open, then the best until nothing is gained. */
  void fill() {
    for (int j = 0; j < problem.siteCount(); j++) {
      if (problem.state(j) == SitingProblem.State.FORCED && !selection.open[j]) {
        selection.open(j);
      }
    }
    if (selection.isShort()) {
      phase(true);
    }
    if (problem.model() != SitingProblem.Model.SET_COVERING) {
      phase(false);
    }
  }

  private void phase(boolean relief) {
    PriorityQueue<Entry> queue = new PriorityQueue<>();
    for (int j = 0; j < problem.siteCount(); j++) {
      if (selection.canOpen(j)) {
        queue.add(new Entry(Double.POSITIVE_INFINITY, j, -1));
      }
    }
    int opened = 0;
    while (!queue.isEmpty() && !(relief && !selection.isShort())) {
      if (cancelled.getAsBoolean()) {
        return;
      }
      Entry first = queue.remove();
      int j = first.site;
      if (!selection.canOpen(j)) {
        continue;
      }
      if (first.at == opened) {
        selection.open(j);
        opened++;
        continue;
      }
      selection.probe(j);
      double does = relief ? selection.relief() : selection.gain();
      if (does > 1e-12 && (relief || selection.relief() > -problem.slack())) {
        queue.add(new Entry(byPrice ? does / price(j) : does, j, opened));
      }
    }
  }

  private double price(int j) {
    return Math.max(leastPrice, problem.priceYuan(j));
  }
}
