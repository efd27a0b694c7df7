package org.caremap.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Names of the areas that something lies in, from the top down. */
final class AreaNames {
  private static final String BETWEEN = " · ";

  private final AreaTree areas;
  private final STRtree boxes = new STRtree();

  private record Outline(String code, int depth, IndexedPointInAreaLocator locator) {}

  AreaNames(AreaTree areas) {
    this.areas = areas;
    for (Area area : areas.list()) {
      if (area.boundary() != null && !area.boundary().isEmpty()) {
        boxes.insert(
            area.boundary().getEnvelopeInternal(),
            new Outline(
                area.code(), area.level().depth(), new IndexedPointInAreaLocator(area.boundary())));
      }
    }
  }

  /** Names of the parents of an area, null if it has none. */
  @Nullable String above(String code) {
    List<Area> lineage = areas.lineage(code);
    return lineage.size() < 2 ? null : joined(lineage.subList(1, lineage.size()));
  }

  /** Names of the deepest area around a point and of its parents, null if there is none. */
  @Nullable String around(double lon, double lat) {
    Coordinate place = new Coordinate(lon, lat);
    Outline deepest = null;
    for (Object candidate : boxes.query(new Envelope(place))) {
      Outline outline = (Outline) candidate;
      boolean deeper = deepest == null || outline.depth > deepest.depth;
      if (deeper && outline.locator.locate(place) != Location.EXTERIOR) {
        deepest = outline;
      }
    }
    return deepest == null ? null : joined(areas.lineage(deepest.code));
  }

  private static String joined(List<Area> lineage) {
    List<Area> fromTop = new ArrayList<>(lineage);
    Collections.reverse(fromTop);
    return fromTop.stream().map(Area::name).collect(Collectors.joining(BETWEEN));
  }
}
