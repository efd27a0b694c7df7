package org.caremap.search;

import java.util.HashMap;
import java.util.Map;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaTree;
import org.caremap.core.geo.LonLat;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityCatalog;
import org.caremap.population.DemandPoints;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A point for each area: inside its boundary, or where there is none the middle of the demand
 * points that name it or an area in it, or of such facilities. Of an estate or a natural village of
 * which nothing says where it is, the point of its community: who types its name lives thereabouts.
 */
final class AreaPoints {
  private final AreaTree areas;
  private final Map<String, double[]> ofDemand = new HashMap<>();
  private final Map<String, double[]> ofFacilities = new HashMap<>();

  AreaPoints(AreaTree areas, FacilityCatalog facilities, DemandPoints demand) {
    this.areas = areas;
    for (int i = 0; i < demand.size(); i++) {
      add(ofDemand, areas, demand.areaCode(i), demand.lon()[i], demand.lat()[i]);
    }
    for (Facility facility : facilities.list()) {
      add(
          ofFacilities,
          areas,
          facility.details().areaCode(),
          facility.details().lon(),
          facility.details().lat());
    }
  }

  private static void add(
      Map<String, double[]> sums, AreaTree areas, @Nullable String code, double lon, double lat) {
    if (code != null) {
      for (Area area : areas.lineage(code)) {
        double[] sum = sums.computeIfAbsent(area.code(), c -> new double[3]);
        sum[0] += lon;
        sum[1] += lat;
        sum[2]++;
      }
    }
  }

  /** The point of an area, null if nothing says where it is. */
  @Nullable LonLat of(Area area) {
    if (area.boundary() != null && !area.boundary().isEmpty()) {
      Coordinate inside = area.boundary().getInteriorPoint().getCoordinate();
      return new LonLat(inside.x, inside.y);
    }
    double[] sum = ofDemand.getOrDefault(area.code(), ofFacilities.get(area.code()));
    if (sum != null) {
      return new LonLat(sum[0] / sum[2], sum[1] / sum[2]);
    }
    return area.level().depth() > AreaLevel.COMMUNITY_DEPTH
        ? areas.find(area.parentCode()).map(this::of).orElse(null)
        : null;
  }
}
