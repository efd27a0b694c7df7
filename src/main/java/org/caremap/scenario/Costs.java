package org.caremap.scenario;

import java.util.List;

/**
 * What changes cost.
 *
 * @param yuan sum of the known costs
 * @param unknown how many changes cost something unknown
 */
record Costs(double yuan, int unknown) {
  static Costs of(List<Change> changes) {
    double yuan = 0;
    int unknown = 0;
    for (Change change : changes) {
      if (change instanceof Change.Costing costing) {
        Double cost = costing.costYuan();
        if (cost == null) {
          unknown++;
        } else {
          yuan += cost;
        }
      }
    }
    return new Costs(yuan, unknown);
  }
}
