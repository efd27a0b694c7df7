package org.caremap.core.coverage;

/**
 * People of one group by whether they can reach a facility in time.
 *
 * @param demand covered + uncovered
 * @param covered those who arrive within the cut-off
 * @param uncovered those who do not
 * @param unreachable those of the uncovered with no way to any facility at all
 * @param unknownPoints points whose number of people is unknown; counted nowhere else
 */
public record CoverageCount(
    double demand, double covered, double uncovered, double unreachable, int unknownPoints) {
  /** covered / demand, in [0, 1]; NaN where there is no demand. */
  public double coveredShare() {
    return demand == 0 ? Double.NaN : covered / demand;
  }
}
