package org.caremap.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.caremap.core.routing.StraightLine;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** The demand points that a question is about: all, or those of one area and the areas in it. */
final class DemandInArea {
  private final int[] points;
  private final boolean all;

  private DemandInArea(int[] points, boolean all) {
    this.points = points;
    this.all = all;
  }

  /**
   * @param area code, null for all points
   * @throws ProblemException 400 where no such area is known
   */
  static DemandInArea of(CareSnapshot snapshot, @Nullable String area) {
    int size = snapshot.demand().size();
    if (area == null) {
      return new DemandInArea(IntStream.range(0, size).toArray(), true);
    }
    PointAreas pointAreas = snapshot.pointAreas();
    BitSet within = new BitSet();
    for (int a = 0; a < pointAreas.codes().size(); a++) {
      String code = pointAreas.codes().get(a);
      if (code.equals(area) || snapshot.areas().isWithin(code, area)) {
        within.set(a);
      }
    }
    if (within.isEmpty() && snapshot.areas().find(area).isEmpty()) {
      throw ProblemException.badParameter("area", area, "the code of a loaded area");
    }
    int[] areaOfPoint = pointAreas.areaOfPoint();
    return new DemandInArea(
        IntStream.range(0, size)
            .filter(i -> areaOfPoint[i] >= 0 && within.get(areaOfPoint[i]))
            .toArray(),
        false);
  }

  /** Walking metres of all demand points, as a question asks for them. */
  static double[] meters(CareSnapshot snapshot, CoverageService.Question q, Method method) {
    boolean ownDetour = q.detour() != null && q.detour() != snapshot.detourFactor();
    if (method == Method.STRAIGHT_LINE && ownDetour) {
      int[] indices = snapshot.operating(q.types());
      return new StraightLine(q.detour())
          .nearest(
              snapshot.demand().lon(),
              snapshot.demand().lat(),
              snapshot.facilityLon(indices),
              snapshot.facilityLat(indices))
          .meters();
    }
    return snapshot.nearest(q.types(), method, q.walker()).meters();
  }

  int size() {
    return points.length;
  }

  /** Demand indices of the chosen points, ascending; read only. */
  int[] points() {
    return points;
  }

  /** Demand index of the i-th chosen point. */
  int point(int i) {
    return points[i];
  }

  /**
   * Entries of the chosen points put where all points are; -1 for the others.
   *
   * @param entries one for each chosen point
   * @param size number of all points
   */
  int[] spread(int[] entries, int size) {
    if (all) {
      return entries;
    }
    int[] spread = new int[size];
    Arrays.fill(spread, -1);
    for (int i = 0; i < points.length; i++) {
      spread[points[i]] = entries[i];
    }
    return spread;
  }

  /** The values of the chosen points. */
  double[] pick(double[] values) {
    if (all) {
      return values;
    }
    double[] picked = new double[points.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[points[i]];
    }
    return picked;
  }
}
