package org.caremap.core.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Opens sites one after another, each the one that does most: first whatever lessens the shortage
 * of people, then what raises the value (Nemhauser, Wolsey and Fisher, 1978: without further limits
 * at least 1 − 1/e of the best). What a site could do is reckoned anew only when it comes first, as
 * it can but shrink (Minoux, 1978).
 */
final class Greedy {
  // Under capacities a trial is an assignment of everybody: so many a step, the likeliest.
  private static final int TRIED = 3;

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
    if (problem.isCapacitated()) {
      guided();
      return;
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

  /** Under capacities: the likeliest by the prices of places are tried, the best is opened. */
  private void guided() {
    PriorityQueue<Entry> queue = new PriorityQueue<>();
    for (int j = 0; j < problem.siteCount(); j++) {
      if (selection.canOpen(j)) {
        queue.add(new Entry(Double.POSITIVE_INFINITY, j, -1));
      }
    }
    boolean covers = problem.model() == SitingProblem.Model.SET_COVERING;
    List<Entry> likeliest = new ArrayList<>();
    int opened = 0;
    while (!queue.isEmpty() && !(covers && !selection.isShort()) && !cancelled.getAsBoolean()) {
      Entry first = queue.remove();
      int j = first.site;
      if (selection.canOpen(j) && first.at == opened) {
        likeliest.add(first);
      } else if (selection.canOpen(j)) {
        double most = selection.atMost(j);
        if (most > 1e-12) {
          queue.add(new Entry(byPrice ? most / price(j) : most, j, opened));
        }
      }
      if (likeliest.size() < TRIED && !queue.isEmpty()) {
        continue;
      }
      int best = best(likeliest);
      if (best >= 0) {
        selection.open(best);
        opened++;
        for (Entry other : likeliest) {
          if (other.site != best) {
            queue.add(new Entry(other.key, other.site, -1));
          }
        }
      }
      likeliest.clear();
    }
  }

  /** The one that does most, -1 where none does anything. */
  private int best(List<Entry> likeliest) {
    int best = -1;
    boolean lacking = selection.isShort();
    double relief = 0;
    double gain = 0;
    for (Entry entry : likeliest) {
      if (!lacking && gain >= entry.key) {
        break;
      }
      selection.probe(entry.site);
      double part = byPrice ? 1 / price(entry.site) : 1;
      double r = lacking ? selection.relief() * part : 0;
      double g = selection.gain() * part;
      boolean more = r > relief + problem.slack() * part;
      if (more || r >= relief - problem.slack() * part && g > gain + 1e-12) {
        best = entry.site;
        relief = r;
        gain = g;
      }
    }
    return best;
  }

  private double price(int j) {
    return Math.max(leastPrice, problem.priceYuan(j));
  }
}
