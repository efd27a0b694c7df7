package org.caremap.core.siting;

/**
 * Any model under capacities: every change is a new assignment of everybody, made when asked for.
 */
final class AssignedSelection extends Selection {
  private final CapacitatedService service;
  private final double[] need;
  private boolean stale = true;
  private boolean tried;
  private double value;
  private double shortage;

  /**
   * @param relaxed whether shares of towns and those who must be served come first or not; the
   *     value of a relaxed one is submodular
   */
  AssignedSelection(SitingCore core, boolean relaxed) {
    super(core);
    service = new CapacitatedService(core, relaxed);
    need = townNeeds(core);
  }

  @Override
  void opened(int j) {
    stale = true;
  }

  @Override
  void shutDown(int j) {
    stale = true;
  }

  private void assign() {
    if (!stale) {
      return;
    }
    stale = false;
    tried = false;
    service.assign(open);
    boolean valued = problem.model() == SitingProblem.Model.MAXIMAL_COVERING;
    value = valued ? core.baseWeight() : core.hasCosts() ? -core.baseWalk() : 0;
    double people = core.basePeople();
    double[] met = new double[need.length];
    shortage = 0;
    for (int i = 0; i < core.rowCount(); i++) {
      double share = service.served(i);
      if (core.hasCosts()) {
        value -= core.weight(i) * (service.unitCost(i) + (1 - share) * service.outside(i));
        if (core.leftOut(i) == Double.POSITIVE_INFINITY && share < 1) {
          shortage += (1 - share) * (core.people(i) + 1);
        }
      } else if (valued) {
        value += share * core.weight(i);
      }
      if (core.counts(i)) {
        people += share * core.people(i);
        if (core.town(i) >= 0) {
          met[core.town(i)] += share * core.people(i);
        }
      }
    }
    for (int t = 0; t < need.length; t++) {
      shortage += Math.max(0, need[t] - met[t]);
    }
    shortage += Math.max(0, problem.requiredPeople() - people);
  }

  @Override
  double value() {
    assign();
    return value;
  }

  @Override
  double shortage() {
    assign();
    return shortage;
  }

  @Override
  double atMost(int j) {
    // After a trial the places are those of another set.
    stale |= tried;
    assign();
    return service.atMost(j);
  }

  @Override
  void probe(int j) {
    assign();
    double before = value;
    double lacked = shortage;
    open[j] = true;
    stale = true;
    assign();
    probed(value - before, lacked - shortage);
    open[j] = false;
    tried = true;
    value = before;
    shortage = lacked;
  }
}
