package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Town;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.StraightLine;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

class ServiceAreaShapesTest {
  private static final WalkingProfile WALKER = new WalkingProfile("test", 1, true);
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double LIMIT = 500;

  private static Point point(double x, double y) {
    return FACTORY.createPoint(new Coordinate(Town.lon(x), Town.lat(y)));
  }

  private static List<ServiceAreaShape> draw(
      StreetGraph graph, double x, double y, DemandReach demand, double... seconds) {
    List<Cutoff> bands = Arrays.stream(seconds).mapToObj(s -> new Cutoff(s, 1)).toList();
    double largest = Arrays.stream(seconds).max().getAsDouble();
    NetworkPlaces place = Town.places(WalkingNetwork.of(graph, WALKER), LIMIT, x, y);
    ReachSweep reach = reach(place, place, largest);
    return ServiceAreaShapes.network(reach, bands, LIMIT, demand);
  }

  @Test
  void aStreetGivesADiamond() {
    // A ────────── F ────────── B   400 m budget: 400 m along, 400 m beside F, less farther on
    Town town = new Town().node("A", -1000, 0).node("B", 1000, 0).street("A-B");
    MultiPolygon area = draw(town.build(), 0, 0, DemandReach.NONE, 400).get(0).polygon();
    assertThat(area.isValid()).isTrue();
    assertThat(area.getNumGeometries()).isEqualTo(1);
    double squareMeters = 1 / (Math.toDegrees(1 / 6371008.8) * (Town.lon(1) - Town.LON));
    assertThat(area.getArea() * squareMeters).isCloseTo(2 * 400 * 400, within(2000.0));
    assertThat(area.contains(point(395, 0))).isTrue();
    assertThat(area.contains(point(405, 0))).isFalse();
    assertThat(area.contains(point(200, 190))).isTrue();
    assertThat(area.contains(point(200, 210))).isFalse();
  }

  @Test
  void theFarBankAndCourtyardsStayOut() {
    // W ══════════ far bank ══════════ X     200 m away, joined 3 km to the west only
    //
    // A ────────────── F ───────────── B
    Town town =
        new Town()
            .node("A", -1500, 0)
            .node("B", 1500, 0)
            .node("W", -1500, 200)
            .node("X", 1500, 200)
            .street("A-B")
            .street("W-X");
    MultiPolygon area = draw(town.build(), 0, 0, DemandReach.NONE, 600).get(0).polygon();
    assertThat(area.contains(point(0, 90))).isTrue();
    assertThat(area.contains(point(0, 110))).isFalse();
    assertThat(area.contains(point(0, 200))).isFalse();
  }

  @Test
  void aStreetBeyondThePictureStillTakesItsSide() {
    // W ═══ unreached, 470 m north: outside the box of a walk of 400 m, and yet whoever lives
    //       nearer to it than to A-B starts there
    //
    // A ───── F ───── B
    Town town =
        new Town()
            .node("A", -1500, 0)
            .node("B", 1500, 0)
            .node("W", -1500, 470)
            .node("X", 1500, 470)
            .street("A-B")
            .street("W-X");
    MultiPolygon area = draw(town.build(), 0, 0, DemandReach.NONE, 400).get(0).polygon();
    assertThat(area.contains(point(0, 222))).isTrue();
    assertThat(area.contains(point(0, 248))).isFalse();
    assertThat(area.contains(point(0, -248))).isTrue();
  }

  @Test
  void aBlockTooDeepToReachIsAHole() {
    // D ────────── C   1,200 m a side: all corners are in reach, but the middle is 600 m from any
    // │     ×      │   street and the limit is 500 m
    // F ────────── B
    Town town =
        new Town()
            .node("F", 0, 0)
            .node("B", 1200, 0)
            .node("C", 1200, 1200)
            .node("D", 0, 1200)
            .street("F-B")
            .street("B-C")
            .street("C-D")
            .street("D-F");
    MultiPolygon area = draw(town.build(), 0, 0, DemandReach.NONE, 3000).get(0).polygon();
    assertThat(area.isValid()).isTrue();
    assertThat(area.contains(point(1200, 1200))).isTrue();
    assertThat(area.contains(point(600, 600))).isFalse();
    assertThat(area.contains(point(600, 520))).isFalse();
    assertThat(area.contains(point(600, 480))).isTrue();
    assertThat(((Polygon) area.getGeometryN(0)).getNumInteriorRing()).isEqualTo(1);
  }

  @Test
  void nothingReachedIsAnEmptyShape() {
    Town town = new Town().node("A", 0, 0).node("B", 1000, 0).street("A-B");
    StreetGraph graph = town.build();
    assertThat(draw(graph, 500, 400, DemandReach.NONE, 300).get(0).polygon().isEmpty()).isTrue();
    assertThat(draw(graph, 500, 4000, DemandReach.NONE, 300).get(0).polygon().isEmpty()).isTrue();
  }

  @Test
  void theSweepMustReachTheLargestBand() {
    Town town = new Town().node("A", 0, 0).node("B", 1000, 0).street("A-B");
    StreetGraph graph = town.build();
    NetworkPlaces place = Town.places(WalkingNetwork.of(graph, WALKER), LIMIT, 500, 0);
    ReachSweep reach = reach(place, place, 100);
    assertThatThrownBy(
            () ->
                ServiceAreaShapes.network(
                    reach, List.of(new Cutoff(101, 1)), LIMIT, DemandReach.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("101");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void pictureAndCountsAgreeAndBandsAreNested(long seed) {
    StreetGraph graph = Town.random(seed, 60 + 30 * (int) seed);
    double[] xy = Town.randomPlaces(seed, 4000);
    NetworkPlaces demand = Town.places(WalkingNetwork.of(graph, WALKER), LIMIT, xy);
    double[] lon = new double[demand.size()];
    double[] lat = new double[demand.size()];
    for (int i = 0; i < lon.length; i++) {
      lon[i] = demand.snapped().pointLon(i);
      lat[i] = demand.snapped().pointLat(i);
    }
    NetworkPlaces place =
        Town.places(WalkingNetwork.of(graph, WALKER), LIMIT, 900 + 20 * seed, 1000);
    List<Cutoff> bands = List.of(new Cutoff(900, 1), new Cutoff(300, 1), new Cutoff(600, 1));
    ReachSweep reach = reach(place, demand, bands.get(0).sweepLimitMeters());
    double[] meters = metersTo(reach, demand);
    List<ServiceAreaShape> shapes =
        ServiceAreaShapes.network(reach, bands, LIMIT, new DemandReach(lon, lat, meters));
    int inside = 0;
    int reachedOutside = 0;
    for (ServiceAreaShape shape : shapes) {
      assertThat(shape.polygon().isValid()).as("seed %d", seed).isTrue();
      Geometry local = local(shape.polygon());
      IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(shape.polygon());
      for (int i = 0; i < lon.length; i++) {
        Point at = FACTORY.createPoint(new Coordinate(lon[i], lat[i]));
        boolean drawn = area.locate(at.getCoordinate()) != Location.EXTERIOR;
        if (shape.cutoff().covers(meters[i])) {
          inside++;
          if (!drawn) {
            reachedOutside++;
            Point metric = FACTORY.createPoint(new Coordinate(xy[2 * i], xy[2 * i + 1]));
            assertThat(local.distance(metric))
                .as("seed %d, reached point %d", seed, i)
                .isLessThanOrEqualTo(shape.toleranceMeters());
          }
        } else {
          assertThat(drawn).as("seed %d, excluded point %d", seed, i).isFalse();
        }
      }
    }
    assertThat(inside).isGreaterThan(50);
    assertThat(reachedOutside).as("the corrections are exceptions").isLessThan(inside / 4);
    assertNested(shapes.get(1).polygon(), shapes.get(2).polygon(), seed);
    assertNested(shapes.get(2).polygon(), shapes.get(0).polygon(), seed);
  }

  private static void assertNested(MultiPolygon smaller, MultiPolygon larger, long seed) {
    IndexedPointInAreaLocator in = new IndexedPointInAreaLocator(larger);
    for (Coordinate corner : smaller.getCoordinates()) {
      assertThat(in.locate(corner)).as("seed %d", seed).isNotEqualTo(Location.EXTERIOR);
    }
    IndexedPointInAreaLocator inSmaller = new IndexedPointInAreaLocator(smaller);
    for (Coordinate corner : larger.getCoordinates()) {
      assertThat(inSmaller.locate(corner)).as("seed %d", seed).isNotEqualTo(Location.INTERIOR);
    }
  }

  /** Without corrections the contour follows the definition: few points are on the wrong side. */
  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void theFieldAloneIsNearTheDefinition(long seed) {
    StreetGraph graph = Town.random(seed, 200);
    double[] xy = Town.randomPlaces(seed, 3000);
    NetworkPlaces demand = Town.places(WalkingNetwork.of(graph, WALKER), LIMIT, xy);
    NetworkPlaces place = Town.places(WalkingNetwork.of(graph, WALKER), LIMIT, 1000, 1000);
    ReachSweep reach = reach(place, demand, 700);
    double[] meters = metersTo(reach, demand);
    MultiPolygon area =
        ServiceAreaShapes.network(reach, List.of(new Cutoff(700, 1)), LIMIT, DemandReach.NONE)
            .get(0)
            .polygon();
    int wrong = 0;
    int far = 0;
    Geometry local = local(area);
    for (int i = 0; i < meters.length; i++) {
      Point at = FACTORY.createPoint(new Coordinate(xy[2 * i], xy[2 * i + 1]));
      if (local.contains(at) != meters[i] <= 700) {
        wrong++;
        far += local.getBoundary().distance(at) > 15 ? 1 : 0;
      }
    }
    assertThat(wrong).as("seed %d", seed).isLessThan(meters.length / 25);
    assertThat(far).as("seed %d, farther than 15 m", seed).isLessThan(meters.length / 300);
  }

  private static Geometry local(Geometry degrees) {
    return LocalMetric.of(degrees, Town.METERS);
  }

  /** Demand that contradicts the streets, on purpose, to see every correction at work. */
  @Test
  void demandOverrulesTheField() {
    // F in the middle of a street, 300 m: an excluded point 100 m beside F; a reached point 380 m
    // north, alone; another 380 m south, among excluded points 6 m away on all sides
    Town town = new Town().node("A", -1000, 0).node("B", 1000, 0).street("A-B");
    double[] xy = {0, 100, 0, 380, 0, -380, 6, -380, -6, -380, 0, -374, 0, -386};
    double inf = Double.POSITIVE_INFINITY;
    double[] meters = {inf, 250, 250, inf, inf, inf, inf};
    double[] lon = new double[7];
    double[] lat = new double[7];
    for (int i = 0; i < 7; i++) {
      lon[i] = Town.lon(xy[2 * i]);
      lat[i] = Town.lat(xy[2 * i + 1]);
    }
    // The band of 300 m ends 80 m before both reached points; the band of 400 m makes the room.
    ServiceAreaShape shape =
        draw(town.build(), 0, 0, new DemandReach(lon, lat, meters), 300, 400).get(0);
    assertThat(shape.polygon().isValid()).isTrue();
    assertThat(shape.polygon().contains(point(0, 100))).isFalse();
    assertThat(shape.polygon().contains(point(0, 80))).isTrue();
    assertThat(shape.polygon().contains(point(0, 380))).isTrue();
    assertThat(shape.polygon().contains(point(0, 340))).isFalse();
    assertThat(shape.polygon().contains(point(0, -380))).isTrue();
    for (int i = 3; i < 7; i++) {
      assertThat(shape.polygon().intersects(point(xy[2 * i], xy[2 * i + 1]))).isFalse();
    }
  }

  @Test
  void ringsTurnAsGeoJsonWants() {
    StreetGraph graph = Town.random(3, 150);
    MultiPolygon area = draw(graph, 1000, 1000, DemandReach.NONE, 800).get(0).polygon();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates())).isTrue();
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        assertThat(Orientation.isCCW(polygon.getInteriorRingN(h).getCoordinates())).isFalse();
      }
    }
  }

  @Test
  void withoutStreetsItIsACircleThatHoldsNobodyBeyond() {
    StraightLine line = new StraightLine(1.3);
    ServiceAreaShape shape =
        ServiceAreaShapes.straightLine(
                Town.LON, Town.LAT, line, List.of(new Cutoff(900, 0.8), new Cutoff(0, 0.8)))
            .get(0);
    double radius = 720 / 1.3;
    assertThat(shape.polygon().isValid()).isTrue();
    assertThat(Orientation.isCCW(shape.polygon().getCoordinates())).isTrue();
    for (int degrees = 0; degrees < 360; degrees++) {
      double cos = Math.cos(Math.toRadians(degrees));
      double sin = Math.sin(Math.toRadians(degrees));
      double away = radius - shape.toleranceMeters() - 0.1;
      assertThat(shape.polygon().contains(point(away * cos, away * sin))).isTrue();
      assertThat(shape.polygon().contains(point((radius + 0.1) * cos, (radius + 0.1) * sin)))
          .isFalse();
    }
  }

  private static ReachSweep reach(NetworkPlaces place, NetworkPlaces demand, double limitMeters) {
    int limit = WalkingNetwork.limit(limitMeters);
    return ReachSweep.sweep(place, 0, Trip.WORSE, limit, demand, () -> false);
  }

  private static double[] metersTo(ReachSweep reach, NetworkPlaces demand) {
    double[] meters = new double[demand.size()];
    for (int i = 0; i < meters.length; i++) {
      meters[i] = WalkingNetwork.meters(reach.reached().costOf(i));
    }
    return meters;
  }
}
