package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.geo.PointGrid;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Town;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.osm.OsmStreets;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Bands as they go out, with coordinates rounded to 7 decimals, on real streets and random ones.
 */
class ServiceAreaBandsTest {
  private static final double LIMIT = 500;
  private static final WalkingProfile WALKER = new WalkingProfile("test", 0.8, true);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static StreetGraph streets(String file) {
    try {
      return OsmStreets.read(SharedData.file(file)).graph();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Cutoff> bands(double... minutes) {
    return Arrays.stream(minutes).mapToObj(m -> new Cutoff(60 * m, 0.8)).toList();
  }

  /** Places beside random streets, a few metres to some hundred off. */
  private static double[] besideStreets(StreetGraph graph, Random random, int count, int axis) {
    double[] degrees = new double[count];
    Random twin = new Random(random.nextLong());
    for (int i = 0; i < count; i++) {
      int node = twin.nextInt(graph.nodeCount());
      double off = twin.nextGaussian() * (twin.nextInt(4) == 0 ? 2e-3 : 2e-4);
      double offLat = twin.nextGaussian() * (twin.nextInt(4) == 0 ? 2e-3 : 2e-4);
      degrees[i] = axis == 0 ? graph.nodeLon(node) + off : graph.nodeLat(node) + offLat;
    }
    return degrees;
  }

  private record Case(NetworkPlaces places, NetworkPlaces demand, PointGrid grid) {
    static Case random(StreetGraph graph, long seed, int places, int demand) {
      WalkingNetwork network = WalkingNetwork.of(graph, WALKER);
      double[] lon = besideStreets(graph, new Random(seed + 1), demand, 0);
      double[] lat = besideStreets(graph, new Random(seed + 1), demand, 1);
      return new Case(
          NetworkPlaces.of(
              network,
              besideStreets(graph, new Random(seed), places, 0),
              besideStreets(graph, new Random(seed), places, 1),
              LIMIT),
          NetworkPlaces.of(network, lon, lat, LIMIT),
          new PointGrid(lon, lat));
    }

    ReachSweep sweep(int place, List<Cutoff> bands) {
      int limit = bands.stream().mapToInt(Cutoff::limitMillimeters).max().getAsInt();
      return ReachSweep.sweep(places, place, Trip.WORSE, limit, demand, () -> false);
    }

    DemandReach reach(ReachSweep reach) {
      return DemandReach.of(grid, reach.reached()::metersOf);
    }
  }

  private static MultiPolygon rounded(MultiPolygon shape) {
    MultiPolygon copy = (MultiPolygon) shape.copy();
    CoordinateFilter filter =
        c -> {
          c.setX(Math.rint(c.getX() * 1e7) / 1e7);
          c.setY(Math.rint(c.getY() * 1e7) / 1e7);
        };
    copy.apply(filter);
    copy.geometryChanged();
    return copy;
  }

  private static void check(Case town, List<Cutoff> bands, ServiceAreaPainter painter, long seed) {
    for (int place = 0; place < town.places.size(); place++) {
      ReachSweep reach = town.sweep(place, bands);
      List<ServiceAreaShape> shapes =
          painter.draw(new ReachField(reach), bands, LIMIT, town.reach(reach));
      MultiPolygon inner = null;
      for (ServiceAreaShape shape : shapes) {
        String what = "seed %d, place %d, %s".formatted(seed, place, shape.cutoff());
        MultiPolygon outer = rounded(shape.polygon());
        assertThat(shape.polygon().isValid()).as(what).isTrue();
        assertThat(outer.isValid()).as(what).isTrue();
        if (inner != null && !inner.isEmpty()) {
          assertThat(outer.covers(inner)).as(what).isTrue();
          assertThat(outer.getBoundary().intersects(inner.getBoundary())).as(what).isFalse();
        }
        inner = outer;
        checkTurns(outer, what);
        checkDemand(town, reach, shape, outer, what);
      }
    }
  }

  private static void checkTurns(MultiPolygon area, String what) {
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates())).as(what).isTrue();
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        assertThat(Orientation.isCCW(polygon.getInteriorRingN(h).getCoordinates()))
            .as(what)
            .isFalse();
      }
    }
  }

  private static void checkDemand(
      Case town, ReachSweep reach, ServiceAreaShape shape, MultiPolygon area, String what) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
    LocalProjection local = new LocalProjection(reach.sourceLon(), reach.sourceLat());
    Geometry metric = LocalMetric.of(area, local);
    for (int i = 0; i < town.grid.size(); i++) {
      Coordinate at = new Coordinate(town.grid.lon(i), town.grid.lat(i));
      boolean drawn = !area.isEmpty() && locator.locate(at) != Location.EXTERIOR;
      if (!shape.cutoff().covers(reach.reached().metersOf(i))) {
        assertThat(drawn).as("%s, excluded point %d", what, i).isFalse();
      } else if (!drawn) {
        Coordinate metres = new Coordinate(local.x(at.x), local.y(at.y));
        assertThat(area.isEmpty()).as("%s, reached point %d", what, i).isFalse();
        assertThat(metric.distance(FACTORY.createPoint(metres)))
            .as("%s, reached point %d", what, i)
            .isLessThanOrEqualTo(shape.toleranceMeters());
      }
    }
  }

  @Test
  void bandsOfStirlingLieStrictlyInsideOneAnother() {
    Case town = Case.random(streets("stirling/stirling-2022-06-26.osm.pbf"), 11, 60, 20_000);
    check(town, bands(5, 10, 15), new ServiceAreaPainter(), 11);
  }

  @Test
  void bandsOfMonacoLieStrictlyInsideOneAnother() {
    Case town = Case.random(streets("streets/planetiler-monaco.osm.pbf"), 12, 40, 8_000);
    check(town, bands(5, 10, 15), new ServiceAreaPainter(), 12);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void manyBandsOfRandomTownsLieStrictlyInsideOneAnother(long seed) {
    Case town = Case.random(Town.random(seed, 200), seed, 10, 2_000);
    check(town, bands(2, 4, 6, 8, 10, 10.1, 10.2, 15), new ServiceAreaPainter(), seed);
  }

  @Test
  void aBatchDrawsWhatSinglePaintersDraw() {
    Case town = Case.random(Town.random(31, 250), 31, 25, 1_000);
    List<Cutoff> bands = bands(5, 10);
    List<List<ServiceAreaShape>> drawn = new ArrayList<>(Collections.nCopies(25, null));
    List<Double> progress = Collections.synchronizedList(new ArrayList<>());
    new ServiceAreaBatch(town.places, town.demand, town.grid, Trip.WORSE, bands, LIMIT)
        .draw(
            IntStream.range(0, 25).toArray(),
            (row, reach, shapes) -> drawn.set(row, shapes),
            progress::add,
            () -> false);
    assertThat(progress).hasSize(25).contains(1.0);
    for (int place = 0; place < 25; place++) {
      ReachSweep reach = town.sweep(place, bands);
      List<ServiceAreaShape> alone =
          ServiceAreaShapes.network(reach, bands, LIMIT, town.reach(reach));
      for (int band = 0; band < 2; band++) {
        assertThat(drawn.get(place).get(band).polygon().equalsExact(alone.get(band).polygon()))
            .as("seed 31, place %d", place)
            .isTrue();
      }
    }
  }

  @Test
  void aBatchCanBeCancelled() {
    Case town = Case.random(Town.random(31, 250), 31, 3, 100);
    assertThatThrownBy(
            () ->
                new ServiceAreaBatch(
                        town.places, town.demand, town.grid, Trip.WORSE, bands(5), LIMIT)
                    .draw(
                        new int[] {0, 1, 2},
                        (row, reach, shapes) -> {
                          throw new AssertionError("nothing must be drawn");
                        },
                        share -> {},
                        () -> true))
        .isInstanceOf(CancellationException.class);
  }

  /** A field in two directions with costs that are not lengths: uphill one way, down the other. */
  private record Slope(StreetGraph graph, double up, double down) implements WalkField {
    @Override
    public boolean isStreet(int edge) {
      return true;
    }

    @Override
    public double handicapMeters(int edge) {
      return 0;
    }

    @Override
    public int directions() {
      return 2;
    }

    @Override
    public double limitMeters() {
      return 1000;
    }

    @Override
    public int nodeCount() {
      return 0;
    }

    @Override
    public int node(int i) {
      throw new AssertionError();
    }

    @Override
    public double nodeMeters(int i, int direction) {
      throw new AssertionError();
    }

    @Override
    public double towardsStart(int edge, int direction) {
      return graph.edgeLengthMeters(edge) * (direction == 0 ? up : down);
    }

    @Override
    public double towardsEnd(int edge, int direction) {
      return graph.edgeLengthMeters(edge) * (direction == 0 ? down : up);
    }

    @Override
    public int sourceEdge() {
      return 0;
    }

    @Override
    public double sourceShare() {
      return 0.5;
    }

    @Override
    public double sourceAccessMeters() {
      return 0;
    }

    @Override
    public double sourceLon() {
      return Town.lon(0);
    }

    @Override
    public double sourceLat() {
      return Town.lat(0);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 1, 0.8})
  void theDearerDirectionDecidesAndCostsNeedNotBeLengths(double dearest) {
    // A ──────────── F ──────────── B    400 m of cost: 400 / dearest metres of street either way,
    //                                    whatever the cheaper direction costs
    StreetGraph graph = new Town().node("A", -900, 0).node("B", 900, 0).street("A-B").build();
    Slope slope = new Slope(graph, dearest, dearest / 2);
    MultiPolygon area =
        new ServiceAreaPainter()
            .draw(slope, List.of(new Cutoff(400, 1)), LIMIT, DemandReach.NONE)
            .get(0)
            .polygon();
    double reached = 400 / dearest;
    for (int side = -1; side <= 1; side += 2) {
      assertThat(area.contains(point(side * (reached - 10), 0))).isTrue();
      assertThat(area.contains(point(side * (reached + 10), 0))).isFalse();
      assertThat(area.contains(point(0, side * 385))).isTrue();
      assertThat(area.contains(point(0, side * 415))).isFalse();
    }
  }

  private static Geometry point(double x, double y) {
    return FACTORY.createPoint(new Coordinate(Town.lon(x), Town.lat(y)));
  }
}
