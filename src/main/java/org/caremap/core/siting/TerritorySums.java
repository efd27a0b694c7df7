package org.caremap.core.siting;

/** What is summed up over the units of a part, so that one unit more or less costs no pass. */
final class TerritorySums {
  int count;
  long weight;
  private double cost;
  private double sumX;
  private double sumY;
  private double squares;

  /**
   * Adds a unit, or takes it away.
   *
   * @param sign 1 or -1
   */
  void add(TerritoryBlock block, int unit, int part, int sign) {
    count += sign;
    weight += sign * block.weight[unit];
    cost += sign * block.cost[unit][part];
    double x = block.x[unit];
    double y = block.y[unit];
    sumX += sign * x;
    sumY += sign * y;
    squares += sign * (x * x + y * y);
  }

  /**
   * Metres of all units together: to what leads the part, or, where nothing does, from the middle
   * of the part (root mean square × units).
   */
  double distance(boolean led) {
    if (led || count == 0) {
      return cost;
    }
    double inertia = squares - (sumX * sumX + sumY * sumY) / count;
    return Math.sqrt(count * Math.max(0, inertia));
  }
}
