package org.caremap.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Outlines of communities, towns and the county. Parcels are joined on the plane, where their whole
 * metres make it exact, and then bent; neighbours share every point of their common border, so
 * areas tile their parent without gaps or overlaps.
 */
final class Boundaries {
  private static final GeometryFactory PLANE = new GeometryFactory();
  private static final GeometryFactory GLOBE = new GeometryFactory(new PrecisionModel(), 4326);

  private final Warp warp;
  private final List<Geometry> communities = new ArrayList<>();
  private final List<Geometry> towns = new ArrayList<>();
  private final Geometry county;
  private final LineIndex corners = new LineIndex();

  Boundaries(Warp warp, Parcels parcels, Census census) {
    this.warp = warp;
    int count = census.communities().size();
    List<List<Geometry>> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pieces.add(new ArrayList<>());
    }
    for (int parcel = 0; parcel < parcels.size(); parcel++) {
      if (census.communityOf(parcel) >= 0) {
        pieces.get(census.communityOf(parcel)).add(box(parcels.outer(parcel)));
      }
    }
    List<List<Geometry>> byTown = new ArrayList<>();
    for (int town = 0; town < Town.ALL.size(); town++) {
      byTown.add(new ArrayList<>());
    }
    for (int i = 0; i < count; i++) {
      Geometry outline = UnaryUnionOp.union(pieces.get(i), PLANE);
      communities.add(outline);
      byTown.get(census.communities().get(i).town()).add(outline);
      for (Coordinate corner : outline.getCoordinates()) {
        corners.add((int) corner.x, (int) corner.y);
      }
    }
    byTown.forEach(outlines -> towns.add(UnaryUnionOp.union(outlines, PLANE)));
    county = UnaryUnionOp.union(towns, PLANE);
    corners.freeze();
  }

  MultiPolygon community(int index) {
    return bend(communities.get(index));
  }

  MultiPolygon town(int index) {
    return bend(towns.get(index));
  }

  MultiPolygon county() {
    return bend(county);
  }

  /** The county on the plane. */
  Geometry countyOnPlane() {
    return county;
  }

  private static Polygon box(int[] box) {
    return PLANE.createPolygon(
        new Coordinate[] {
          new Coordinate(box[0], box[1]),
          new Coordinate(box[2], box[1]),
          new Coordinate(box[2], box[3]),
          new Coordinate(box[0], box[3]),
          new Coordinate(box[0], box[1])
        });
  }

  private MultiPolygon bend(Geometry plane) {
    Polygon[] bent = new Polygon[plane.getNumGeometries()];
    for (int i = 0; i < bent.length; i++) {
      Polygon polygon = (Polygon) plane.getGeometryN(i);
      LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
      for (int hole = 0; hole < holes.length; hole++) {
        holes[hole] = bend(polygon.getInteriorRingN(hole));
      }
      bent[i] = GLOBE.createPolygon(bend(polygon.getExteriorRing()), holes);
    }
    return GLOBE.createMultiPolygon(bent);
  }

  private LinearRing bend(LinearRing ring) {
    List<Coordinate> bent = new ArrayList<>();
    Coordinate[] plane = ring.getCoordinates();
    for (int i = 0; i + 1 < plane.length; i++) {
      side(plane[i], plane[i + 1], bent);
    }
    bent.add(bent.get(0).copy());
    return GLOBE.createLinearRing(bent.toArray(new Coordinate[0]));
  }

  /** The points of one side, the last one left out, the same whichever area asks. */
  private void side(Coordinate a, Coordinate b, List<Coordinate> bent) {
    boolean vertical = a.x == b.x;
    int line = (int) (vertical ? a.x : a.y);
    int start = (int) (vertical ? a.y : a.x);
    int end = (int) (vertical ? b.y : b.x);
    int low = Math.min(start, end);
    int high = Math.max(start, end);
    IntList stops = new IntList();
    stops.addAll(corners.along(vertical, line, low, high));
    for (int stop = Math.floorDiv(low, Warp.STEP_METERS) + 1;
        stop * Warp.STEP_METERS < high;
        stop++) {
      stops.add(stop * Warp.STEP_METERS);
    }
    int[] sorted = java.util.Arrays.stream(stops.toArray()).sorted().distinct().toArray();
    for (int i = 0; i < sorted.length - 1; i++) {
      int stop = start < end ? sorted[i] : sorted[sorted.length - 1 - i];
      bent.add(vertical ? warp.toLonLat(line, stop) : warp.toLonLat(stop, line));
    }
  }
}
