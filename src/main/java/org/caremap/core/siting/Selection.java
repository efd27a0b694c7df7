package org.caremap.core.siting;

/**
 * A set of open sites that sites can be added to and taken from, and what that is worth. Not
 * thread-safe.
 */
abstract class Selection {
  final SitingProblem problem;
  final SitingCore core;
  final boolean[] open;

  private int newSites;
  private double yuan;
  private double probedValue;
  private double probedShortage;

  Selection(SitingCore core) {
    this.core = core;
    problem = core.problem();
    open = new boolean[core.siteCount()];
  }

  /** The empty set with what exists. */
  static Selection of(SitingCore core) {
    return of(core, false);
  }

  /**
   * Like the other.
   *
   * @param relaxed whether its value has to be submodular, at the cost of its shortage
   */
  static Selection of(SitingCore core, boolean relaxed) {
    Selection selection;
    if (core.problem().isCapacitated()) {
      selection = new AssignedSelection(core, relaxed);
    } else if (core.hasCosts()) {
      selection = new MedianSelection(core);
    } else {
      selection = new CoveringSelection(core);
    }
    for (int j = 0; j < selection.open.length; j++) {
      if (core.problem().isExisting(j)) {
        selection.open[j] = true;
        selection.opened(j);
      }
    }
    return selection;
  }

  final void open(int j) {
    open[j] = true;
    newSites++;
    yuan += problem.priceYuan(j);
    opened(j);
  }

  final void shut(int j) {
    open[j] = false;
    newSites--;
    yuan -= problem.priceYuan(j);
    shutDown(j);
  }

  /** After {@code open[j]} was set. */
  abstract void opened(int j);

  /** After {@code open[j]} was cleared. */
  abstract void shutDown(int j);

  /** What the set is worth, the more the better: weight covered, or minus the walk. */
  abstract double value();

  /** People short of town shares, of the share to cover and of those who must be served. */
  abstract double shortage();

  /** Finds what opening a site would change. */
  abstract void probe(int j);

  /**
   * What opening a site would add to the value at most, what lessens the shortage counting far
   * more; known at little cost only where a trial costs much.
   */
  double atMost(int j) {
    return Double.POSITIVE_INFINITY;
  }

  final void probed(double value, double shortage) {
    probedValue = value;
    probedShortage = shortage;
  }

  /** By how much the probed site would raise the value. */
  final double gain() {
    return probedValue;
  }

  /** By how much the probed site would lessen the shortage. */
  final double relief() {
    return probedShortage;
  }

  final int newSites() {
    return newSites;
  }

  final double yuan() {
    return yuan;
  }

  /** Whether a site may be opened and the limits leave room for it. */
  final boolean canOpen(int j) {
    return !open[j]
        && problem.usable(j)
        && newSites < problem.count()
        && problem.withinBudget(yuan + problem.priceYuan(j));
  }

  /** Whether an open site may be taken out. */
  final boolean canShut(int j) {
    return open[j] && !problem.isExisting(j) && problem.state(j) == SitingProblem.State.FREE;
  }

  final boolean isShort() {
    return shortage() > problem.slack();
  }

  /** Makes this the given set. */
  final void become(boolean[] set) {
    for (int j = 0; j < set.length; j++) {
      if (open[j] && !set[j] && !problem.isExisting(j)) {
        shut(j);
      }
    }
    for (int j = 0; j < set.length; j++) {
      if (set[j] && !open[j]) {
        open(j);
      }
    }
  }

  /** People a town lacks to its share with what stays, by town. */
  static double[] townNeeds(SitingCore core) {
    double[] need = new double[core.problem().townCount()];
    for (int t = 0; t < need.length; t++) {
      need[t] =
          Math.max(
              0, core.problem().townShare(t) * core.problem().townPeople(t) - core.baseTown(t));
    }
    return need;
  }
}
