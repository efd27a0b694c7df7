package org.caremap.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Lakes and rivers drawn as multipolygons (OSM wiki, "Relation:multipolygon"): outer rings joined
 * from their ways, inner rings cut out. Rings that the file holds in part only are left out. Since
 * relations come after ways in a file, the ways are fetched by a pass of their own.
 */
final class WaterRelations {
  /** Trait of ways that are only members. */
  static final int MEMBER = -1;

  @SuppressWarnings("ArrayRecordComponent") // private to this class
  private record Water(long[] ways, boolean[] inner, @Nullable String name) {}

  private final List<Water> waters = new ArrayList<>();
  private final Set<Long> wanted = new HashSet<>();
  private final Map<Long, Integer> wayInTable = new HashMap<>();

  /** Notes a relation if it is water. */
  void offer(long[] ways, boolean[] inner, int count, OsmTags tags) {
    if (count > 0
        && tags.is("type", "multipolygon")
        && BackgroundKind.of(tags, true) == BackgroundKind.WATER) {
      waters.add(
          new Water(Arrays.copyOf(ways, count), Arrays.copyOf(inner, count), tags.get("name")));
      for (int i = 0; i < count; i++) {
        wanted.add(ways[i]);
      }
    }
  }

  boolean isEmpty() {
    return waters.isEmpty();
  }

  /** Keeps the ways that are members. */
  OsmHandler memberPass(WayTable table) {
    return new OsmHandler() {
      @Override
      public boolean wantsNodes() {
        return false;
      }

      @Override
      public boolean wantsWays() {
        return true;
      }

      @Override
      public void node(long id, int lon, int lat, OsmTags tags) {}

      @Override
      public void way(long id, long[] refs, int count, OsmTags tags) {
        if (count >= 2 && wanted.contains(id)) {
          wayInTable.put(id, table.size());
          table.add(refs, count, MEMBER, null);
        }
      }
    };
  }

  /** The areas that could be closed. */
  List<BackgroundFeature> assemble(WayTable table, NodeTable nodes, GeometryFactory factory) {
    List<BackgroundFeature> features = new ArrayList<>();
    for (Water water : waters) {
      Geometry outer = rings(water, false, table, nodes, factory);
      Geometry inner = rings(water, true, table, nodes, factory);
      Geometry area =
          inner.isEmpty() ? outer : OverlayNGRobust.overlay(outer, inner, OverlayNG.DIFFERENCE);
      if (!area.isEmpty()) {
        features.add(new BackgroundFeature(BackgroundKind.WATER, area, water.name()));
      }
    }
    return features;
  }

  private Geometry rings(
      Water water, boolean inner, WayTable table, NodeTable nodes, GeometryFactory factory) {
    Polygonizer polygonizer = new Polygonizer();
    for (int i = 0; i < water.ways().length; i++) {
      Integer way = wayInTable.get(water.ways()[i]);
      if (way != null && water.inner()[i] == inner) {
        LineString line = line(way, table, nodes, factory);
        if (!line.isEmpty()) {
          polygonizer.add(line);
        }
      }
    }
    @SuppressWarnings("unchecked") // the library returns polygons in a raw collection
    List<Geometry> polygons = new ArrayList<Geometry>(polygonizer.getPolygons());
    return polygons.isEmpty() ? factory.createPolygon() : OverlayNGRobust.union(polygons);
  }

  private static LineString line(
      int way, WayTable table, NodeTable nodes, GeometryFactory factory) {
    List<Coordinate> points = new ArrayList<>();
    for (int i = table.start(way); i < table.end(way); i++) {
      int node = nodes.indexOf(table.ref(i));
      if (!nodes.isMissing(node)) {
        points.add(new Coordinate(nodes.lon(node), nodes.lat(node)));
      }
    }
    return factory.createLineString(
        points.size() < 2 ? new Coordinate[0] : points.toArray(Coordinate[]::new));
  }
}
