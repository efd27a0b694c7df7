package org.caremap.core.siting;

import java.util.List;

/**
 * Sites to open, and how good that is at least.
 *
 * @param sites indices of the new sites, ascending
 * @param objective MAXIMAL_COVERING: weight covered, existing facilities included; SET_COVERING:
 *     new sites or yuan; P_MEDIAN: weight × cost
 * @param bound no selection is better than this
 * @param proven whether the bound leaves no room; a solver that reckons in floating numbers proves
 *     to a millionth
 * @param method what gave answer or bound last: greedy, interchange, lagrange or exact
 * @param nodes subproblems that the proof took, 0 where none was tried
 */
public record SitingAnswer(
    List<Integer> sites,
    double objective,
    double bound,
    boolean proven,
    String method,
    long nodes) {
  /** |bound − objective| / max(|objective|, |bound|), in [0, 1]; 0 where both are 0. */
  public double gap() {
    double most = Math.max(Math.abs(objective), Math.abs(bound));
    if (most == Double.POSITIVE_INFINITY) {
      return 1;
    }
    return most == 0 ? 0 : Math.min(1, Math.abs(bound - objective) / most);
  }

  SitingAnswer by(String how) {
    return new SitingAnswer(sites, objective, bound, proven, how, nodes);
  }
}
