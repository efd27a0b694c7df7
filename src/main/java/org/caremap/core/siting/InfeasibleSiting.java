package org.caremap.core.siting;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** No selection of sites meets the request; says which constraint fails and what would do. */
public final class InfeasibleSiting extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What fails. */
  public enum Constraint {
    /** The number of sites is too small. */
    COUNT,
    /** The money is too little. */
    BUDGET,
    /** A forced site cannot be opened. */
    FORCED,
    /** The share of people to be covered is out of reach. */
    COVER_SHARE,
    /** The share of a town's people is out of reach. */
    TOWN_SHARE,
    /** There are too few places. */
    CAPACITY,
    /** Somebody is in nobody's reach. */
    DEMAND
  }

  /**
   * A town whose share is out of reach.
   *
   * @param town index
   * @param wanted share asked for
   * @param attainable the most of it that all sites together give
   */
  public record ShortTown(int town, double wanted, double attainable) implements Serializable {}

  private final Constraint constraint;
  private final int town;
  private final double wanted;
  private final double attainable;
  private final ArrayList<ShortTown> towns;

  /**
   * Names what fails.
   *
   * @param town index of the town for TOWN_SHARE, else -1
   * @param wanted what was asked: sites, yuan, share or people
   * @param attainable what would be possible, in the same unit; NaN where that is not known
   */
  public InfeasibleSiting(
      Constraint constraint, int town, double wanted, double attainable, String message) {
    this(constraint, town, wanted, attainable, message, List.of());
  }

  /**
   * The same for towns.
   *
   * @param towns all whose share is out of reach, the named one among them
   */
  InfeasibleSiting(
      Constraint constraint,
      int town,
      double wanted,
      double attainable,
      String message,
      List<ShortTown> towns) {
    super(message);
    this.towns = new ArrayList<>(towns);
    this.constraint = constraint;
    this.town = town;
    this.wanted = wanted;
    this.attainable = attainable;
  }

  /** What fails. */
  public Constraint constraint() {
    return constraint;
  }

  /** Index of the town, -1 where no town is meant. */
  public int town() {
    return town;
  }

  /** Every town whose share is out of reach by itself; empty where something else fails. */
  public List<ShortTown> towns() {
    return List.copyOf(towns);
  }

  /** What was asked. */
  public double wanted() {
    return wanted;
  }

  /** What would be possible: for COUNT and BUDGET the least that would do; NaN where unknown. */
  public double attainable() {
    return attainable;
  }
}
