package org.caremap.core.siting;

/**
 * What a set of open sites does, reckoned from the demand rows alone.
 *
 * @param objective as {@link SitingAnswer#objective}; infinite where somebody who has to be served
 *     is not
 * @param people people covered; under capacities those who get a place
 * @param weight their weight
 * @param townPeople the same people by town
 * @param newSites open sites that do not exist already
 * @param yuan what they cost
 * @param feasible whether every constraint is met
 * @param servedBy for each demand row the open site that serves (most of) it, {@link #EXISTING} or
 *     {@link #NOBODY}
 */
@SuppressWarnings("ArrayRecordComponent") // made once, only read
public record Evaluation(
    double objective,
    double people,
    double weight,
    double[] townPeople,
    int newSites,
    double yuan,
    boolean feasible,
    int[] servedBy) {
  /** Nobody serves the row. */
  public static final int NOBODY = -1;

  /** What exists already serves the row. */
  public static final int EXISTING = -2;
}
