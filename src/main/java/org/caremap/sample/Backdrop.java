package org.caremap.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.util.GeometricShapeFactory;

/** Bends water, railway and parks onto the globe. */
final class Backdrop {
  private static final GeometryFactory GLOBE = new GeometryFactory(new PrecisionModel(), 4326);
  private static final double[] RIVER_KM = {
    -60, 0, 100, 0, 100, -15, 60, -12.5, 45, -11, 33, -10.2, 22, -11.4, 8, -12.8, -10, -11.6, -30,
    -14, -60, -13, -60, 0
  };
  private static final double[] SEA_KM = {
    30.2, 30.8, 42.6, 30.8, 43.2, 27, 47, 22, 58, 14, 75, 3, 110, -4, 110, 90, -10, 90, 6, 66, 17,
    48, 25, 37, 30.2, 30.8
  };

  private final Warp warp;
  private final Plan plan;
  private final double stretch;
  private final List<SampleWater> found = new ArrayList<>();

  private Backdrop(Warp warp, Plan plan, double stretch) {
    this.warp = warp;
    this.plan = plan;
    this.stretch = stretch;
  }

  /**
   * @param county the county's land on the plane, cut out of river and sea
   */
  static List<SampleWater> of(
      Warp warp, Plan plan, Scenery scenery, Geometry county, double stretch) {
    Backdrop backdrop = new Backdrop(warp, plan, stretch);
    backdrop.add("sea", backdrop.polygon(SEA_KM).difference(county), "黄海");
    backdrop.add("river", backdrop.polygon(RIVER_KM).difference(county), "长江");
    plan.waterways().forEach(backdrop::waterway);
    backdrop.boxes(scenery);
    return List.copyOf(backdrop.found);
  }

  private Geometry polygon(double[] km) {
    Coordinate[] ring = new Coordinate[km.length / 2];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Coordinate(km[2 * i] * 1_000 * stretch, km[2 * i + 1] * 1_000 * stretch);
    }
    return GLOBE.createPolygon(ring);
  }

  /** The parts of a waterway that have land of the county on a side. */
  private void waterway(Waterway water) {
    int start = Integer.MIN_VALUE;
    for (int at = water.drawFrom(); at < water.drawTo(); at += Warp.STEP_METERS) {
      int end = Math.min(at + Warp.STEP_METERS, water.drawTo());
      boolean wet = hasLand(water, (at + end) / 2);
      if (wet && start == Integer.MIN_VALUE) {
        start = at;
      }
      if (start != Integer.MIN_VALUE && (!wet || end == water.drawTo())) {
        run(water, start, wet ? end : at);
        start = Integer.MIN_VALUE;
      }
    }
  }

  private boolean hasLand(Waterway water, int at) {
    int low = water.line() - water.bank() - 1;
    int high = water.line() + water.bank() + 1;
    return water.vertical()
        ? plan.parcelAt(low, at) >= 0 || plan.parcelAt(high, at) >= 0
        : plan.parcelAt(at, low) >= 0 || plan.parcelAt(at, high) >= 0;
  }

  private void run(Waterway water, int from, int to) {
    int line = water.line();
    if (water.rail()) {
      add(
          "rail",
          water.vertical() ? line(line, from, line, to) : line(from, line, to, line),
          water.name());
      return;
    }
    int low = line - water.half();
    int high = line + water.half();
    add(
        "canal",
        water.vertical() ? box(low, from, high, to) : box(from, low, to, high),
        water.name());
  }

  private void boxes(Scenery scenery) {
    for (int i = 0; i < scenery.parks.size(); i += 4) {
      IntList park = scenery.parks;
      add("park", box(park.get(i), park.get(i + 1), park.get(i + 2), park.get(i + 3)), null);
    }
    for (int i = 0; i < scenery.ponds.size(); i += 4) {
      IntList pond = scenery.ponds;
      GeometricShapeFactory shape = new GeometricShapeFactory(GLOBE);
      shape.setNumPoints(20);
      shape.setBase(new Coordinate(pond.get(i), pond.get(i + 1)));
      shape.setWidth(pond.get(i + 2) - pond.get(i));
      shape.setHeight((pond.get(i + 3) - pond.get(i + 1)) * 1.3);
      add("lake", shape.createCircle(), null);
    }
    for (int i = 0; i < scenery.ditches.size(); i += 4) {
      IntList ditch = scenery.ditches;
      add("canal", line(ditch.get(i), ditch.get(i + 1), ditch.get(i + 2), ditch.get(i + 3)), null);
    }
  }

  private static Geometry box(int left, int bottom, int right, int top) {
    return GLOBE.createPolygon(
        new Coordinate[] {
          new Coordinate(left, bottom),
          new Coordinate(right, bottom),
          new Coordinate(right, top),
          new Coordinate(left, top),
          new Coordinate(left, bottom)
        });
  }

  private static Geometry line(int u1, int v1, int u2, int v2) {
    return GLOBE.createLineString(
        new Coordinate[] {new Coordinate(u1, v1), new Coordinate(u2, v2)});
  }

  private void add(String kind, Geometry plane, @Nullable String name) {
    if (plane.isEmpty()) {
      return;
    }
    Geometry bent = Densifier.densify(plane.copy(), Warp.STEP_METERS);
    bent.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            Coordinate at = warp.toLonLat(points.getX(i), points.getY(i));
            points.setOrdinate(i, 0, at.x);
            points.setOrdinate(i, 1, at.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    bent.setSRID(4326);
    found.add(new SampleWater(kind, bent, name));
  }
}
