package org.caremap.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.caremap.population.DemandPoints;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which area each demand point belongs to: the one its file names, otherwise the deepest one whose
 * boundary holds it. Belonging is administrative, so point-in-polygon is right here; who is served
 * never is decided so.
 */
public final class PointAreas {
  /** Index of points that belong nowhere. */
  public static final int NONE = -1;

  private final int[] areaOfPoint;
  private final List<String> codes;

  private PointAreas(int[] areaOfPoint, List<String> codes) {
    this.areaOfPoint = areaOfPoint;
    this.codes = codes;
  }

  static PointAreas of(DemandPoints demand, AreaTree areas) {
    int[] areaOfPoint = new int[demand.size()];
    Arrays.fill(areaOfPoint, NONE);
    List<String> codes = new ArrayList<>();
    Map<String, Integer> indexOfCode = new HashMap<>();
    Locator locator = null;
    for (int i = 0; i < areaOfPoint.length; i++) {
      String code = demand.areaCode(i);
      if (code == null) {
        if (locator == null) {
          locator = new Locator(areas);
        }
        code = locator.find(demand.lon()[i], demand.lat()[i]);
      }
      if (code != null) {
        areaOfPoint[i] =
            indexOfCode.computeIfAbsent(
                code,
                c -> {
                  codes.add(c);
                  return codes.size() - 1;
                });
      }
    }
    return new PointAreas(areaOfPoint, List.copyOf(codes));
  }

  /** Index into {@link #codes()} per point, {@link #NONE} where it belongs nowhere; read only. */
  public int[] areaOfPoint() {
    return areaOfPoint;
  }

  /** Codes of the areas that have points; some may not be loaded as areas. */
  public List<String> codes() {
    return codes;
  }

  private static final class Locator {
    private final STRtree tree = new STRtree();

    Locator(AreaTree areas) {
      for (Area area : areas.list()) {
        if (area.boundary() != null && !area.boundary().isEmpty()) {
          tree.insert(area.boundary().getEnvelopeInternal(), new Entry(area));
        }
      }
    }

    @org.jspecify.annotations.Nullable
    String find(double lon, double lat) {
      Coordinate place = new Coordinate(lon, lat);
      Entry best = null;
      for (Object candidate : tree.query(new Envelope(place))) {
        Entry entry = (Entry) candidate;
        boolean deeper = best == null || entry.depth > best.depth;
        if (deeper && entry.locator.locate(place) != Location.EXTERIOR) {
          best = entry;
        }
      }
      return best == null ? null : best.code;
    }

    private static final class Entry {
      private final String code;
      private final int depth;
      private final IndexedPointInAreaLocator locator;

      Entry(Area area) {
        code = area.code();
        depth = area.level().depth();
        locator = new IndexedPointInAreaLocator(area.boundary());
      }
    }
  }
}
