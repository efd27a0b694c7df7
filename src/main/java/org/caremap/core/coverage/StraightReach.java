package org.caremap.core.coverage;

import java.util.BitSet;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.PointGrid;
import org.caremap.core.routing.StraightLine;
import org.caremap.core.routing.WalkingNetwork;

/**
 * Who would arrive in time if people could walk straight (times the detour that streets usually
 * make) but does not by the streets: something bars the way. Looked for from the facilities, around
 * each of which only the points within the cut-off are looked at, and of these only those that are
 * left out.
 */
public final class StraightReach {
  private StraightReach() {}

  /**
   * Finds them.
   *
   * @param table who is counted
   * @param cost what it costs every demand point to walk to its nearest facility, flat millimetres
   * @param speeds whose own cut-offs count
   * @param grid all demand points
   * @param line how much longer streets usually are than the straight line
   * @param facilityLon degrees
   * @param facilityLat degrees, as many
   * @return positions among the counted points
   */
  public static BitSet barred(
      DemandTable table,
      int[] cost,
      WalkingSpeeds speeds,
      PointGrid grid,
      StraightLine line,
      double[] facilityLon,
      double[] facilityLat) {
    BitSet barred = new BitSet(table.size());
    int[] positions = table.positions(grid.size());
    int longest = speeds.cutoffs().longestLimit();
    for (int f = 0; f < facilityLon.length; f++) {
      double lon = facilityLon[f];
      double lat = facilityLat[f];
      grid.forEachIn(
          new BoundingBox(lon, lat, lon, lat)
              .expandedByMeters((longest + 1) / 1e3 / line.detourFactor()),
          p -> {
            int i = positions[p];
            if (i < 0 || barred.get(i) || cost[p] <= speeds.ownLimit(i)) {
              return;
            }
            int straight = WalkingNetwork.limit(line.meters(grid.lon(p), grid.lat(p), lon, lat));
            if (straight <= speeds.ownLimit(i)) {
              barred.set(i);
            }
          });
    }
    return barred;
  }
}
