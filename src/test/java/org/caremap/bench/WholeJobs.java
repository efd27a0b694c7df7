package org.caremap.bench;

import static java.util.Locale.ROOT;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.caremap.core.geo.PointGrid;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.routing.WhatIf;

/**
 * Jobs over a whole generated county, each beside one pass that only reads every arc: the nearest
 * facility of every type for every point, all service areas with people and polygons, and one
 * change thought of.
 */
final class WholeJobs {
  private static final int TYPES = 15;

  private WholeJobs() {}

  static void run(int[] sizes, int rounds) throws Exception {
    for (int size : sizes) {
      County county = County.of(size, 0.8);
      SnappedPoints points = county.demand().snapped();
      PointGrid grid =
          new PointGrid(
              IntStream.range(0, points.size()).mapToDouble(points::pointLon).toArray(),
              IntStream.range(0, points.size()).mapToDouble(points::pointLat).toArray());
      int facilities = county.facilities().size();
      int[][] types = new int[TYPES][];
      for (int type = 0; type < TYPES; type++) {
        int mine = type;
        types[type] = IntStream.range(0, facilities).filter(f -> f % TYPES == mine).toArray();
      }
      WhatIf whatIf = county.engine().whatIf(county.demand(), county.facilities());
      Race race =
          Race.of(
              rounds,
              1,
              item -> county.engine().readEveryArc(),
              item ->
                  Arrays.stream(
                          county
                              .engine()
                              .coverageByType(
                                  county.demand(),
                                  county.facilities(),
                                  types,
                                  county.people(),
                                  CityRaces.SECONDS))
                      .sum(),
              item ->
                  county
                      .engine()
                      .serviceAreas(county.demand(), grid, county.facilities(), CityRaces.SECONDS),
              item -> county.engine().closeOneFacility(whatIf, facilities / 2));
      System.out.printf(
          ROOT,
          "%,9d nodes %,7d points %,5d facilities   %d types %8.1f ms (%s every arc)   all service"
              + " areas %8.1f ms, %.2f ms each   closing a facility %6.2f ms%n",
          county.engine().graph().nodeCount(),
          county.demand().size(),
          facilities,
          TYPES,
          race.nanos(1) / 1e6,
          race.ratio(1, 0),
          race.nanos(2) / 1e6,
          race.nanos(2) / 1e6 / facilities,
          race.nanos(3) / 1e6);
    }
  }
}
