package org.caremap.core.coverage;

/**
 * What is there for the people of one area.
 *
 * @param demand people
 * @param supply what they draw from the facilities they reach: people times accessibility
 * @param demandWithNone people for whom there is nothing
 * @param unknownPoints points whose number of people is unknown; counted nowhere else
 */
public record AccessibilityCount(
    double demand, double supply, double demandWithNone, int unknownPoints) {
  /** Mean accessibility weighted by people: supply / demand; NaN where there is no demand. */
  public double accessibility() {
    return demand == 0 ? Double.NaN : supply / demand;
  }
}
