package org.caremap.core.siting;

import java.util.List;

/**
 * The best set of sites found, and how good it is at least.
 *
 * @param sites indices, ascending
 * @param cost total cost with these sites
 * @param bound no set of sites costs less than this
 * @param proven whether nothing is better: the bound leaves no room
 * @param nodes subproblems that the proof took
 */
public record SitingSolution(
    List<Integer> sites, double cost, double bound, boolean proven, long nodes) {
  /** (cost − bound) / cost, at least 0; 0 where the cost is 0. */
  public double gap() {
    return cost == 0 ? 0 : Math.max(0, (cost - bound) / cost);
  }
}
