package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.ReachSweep;
import org.caremap.core.routing.StraightLine;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.osm.OsmStreets;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

/** The whole road from streets and people to coverage and pictures, on real data. */
class StirlingTest {
  private static final double LIMIT = 500;

  private record Table(double[] lon, double[] lat, double[] count) {
    /** Rows inside the streets; these files quote no commas in the columns used. */
    static Table read(Path file, String countColumn, int most) throws IOException {
      List<String> lines = Files.readAllLines(file);
      List<String> header = List.of(lines.get(0).split(",", -1));
      List<double[]> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        if (cells[header.indexOf("in_street_extract")].equals("1") && rows.size() < most) {
          rows.add(
              new double[] {
                Double.parseDouble(cells[header.indexOf("lon")]),
                Double.parseDouble(cells[header.indexOf("lat")]),
                Double.parseDouble(cells[header.indexOf(countColumn)])
              });
        }
      }
      return new Table(column(rows, 0), column(rows, 1), column(rows, 2));
    }

    private static double[] column(List<double[]> rows, int index) {
      return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
  }

  @Test
  void coverageAndPicturesAgree() throws IOException {
    StreetGraph graph =
        OsmStreets.read(SharedData.file("stirling/stirling-2022-06-26.osm.pbf")).graph();
    Table people =
        Table.read(
            SharedData.file("stirling/population-points-2018.csv"),
            "age_65_plus",
            Integer.MAX_VALUE);
    WalkingProfile profile = new WalkingProfile("test", 0.8, true).withSpeedKmh(3.2);
    WalkingNetwork network = WalkingNetwork.of(graph, profile);
    NetworkPlaces demand = NetworkPlaces.of(network, people.lon, people.lat, LIMIT);
    // Every hundredth postcode stands for a facility, moved a little off its neighbours.
    int size = people.lon.length / 100;
    double[] lon = new double[size];
    double[] lat = new double[size];
    for (int i = 0; i < size; i++) {
      lon[i] = people.lon[100 * i] + 0.0004;
      lat[i] = people.lat[100 * i] + 0.0002;
    }
    NetworkPlaces facilities = NetworkPlaces.of(network, lon, lat, LIMIT);
    Cutoff cutoff = new Cutoff(900, profile.speedMetersPerSecond());
    double[] nearest = NearestFacilities.sweep(demand, facilities, Trip.WORSE).meters();
    double[] byReach = new double[nearest.length];
    Arrays.fill(byReach, Double.POSITIVE_INFINITY);
    for (int f = 0; f < size; f++) {
      ReachSweep reach =
          ReachSweep.sweep(
              facilities, f, Trip.WORSE, cutoff.limitMillimeters(), demand, () -> false);
      double[] meters = new double[demand.size()];
      for (int i = 0; i < meters.length; i++) {
        meters[i] = WalkingNetwork.meters(reach.reached().costOf(i));
      }
      for (int i = 0; i < meters.length; i++) {
        byReach[i] = Math.min(byReach[i], meters[i]);
      }
      checkPicture(reach, cutoff, people, meters);
    }
    int covered = 0;
    for (int i = 0; i < nearest.length; i++) {
      assertThat(cutoff.covers(byReach[i])).as("point %d", i).isEqualTo(cutoff.covers(nearest[i]));
      covered += cutoff.covers(nearest[i]) ? 1 : 0;
    }
    assertThat(covered).isBetween(nearest.length / 10, nearest.length);
    int[] noArea = new int[nearest.length];
    Arrays.fill(noArea, -1);
    double[] straight = new StraightLine(1.3).nearest(people.lon, people.lat, lon, lat).meters();
    CoverageCount onFoot = CoverageTally.of(nearest, people.count, noArea, 0, cutoff).total();
    CoverageCount asTheCrowFlies =
        CoverageTally.of(straight, people.count, noArea, 0, cutoff).total();
    assertThat(asTheCrowFlies.covered()).isGreaterThan(onFoot.covered());
    List<GapCluster> gaps =
        GapClusters.DEFAULT.find(people.lon, people.lat, people.count, nearest, cutoff);
    assertThat(gaps.stream().mapToDouble(GapCluster::demand).sum())
        .isCloseTo(onFoot.uncovered(), within(1e-6));
  }

  private static void checkPicture(ReachSweep reach, Cutoff cutoff, Table people, double[] meters) {
    ServiceAreaShape shape =
        ServiceAreaShapes.network(
                reach, List.of(cutoff), LIMIT, new DemandReach(people.lon, people.lat, meters))
            .get(0);
    assertThat(shape.polygon().isValid()).isTrue();
    IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(shape.polygon());
    LocalProjection local = new LocalProjection(people.lon[0], people.lat[0]);
    Geometry metric = LocalMetric.of(shape.polygon(), local);
    for (int i = 0; i < meters.length; i++) {
      boolean drawn =
          area.locate(new Coordinate(people.lon[i], people.lat[i])) != Location.EXTERIOR;
      if (!cutoff.covers(meters[i])) {
        assertThat(drawn).as("excluded point %d", i).isFalse();
      } else if (!drawn) {
        Coordinate at = new Coordinate(local.x(people.lon[i]), local.y(people.lat[i]));
        assertThat(metric.distance(new GeometryFactory().createPoint(at)))
            .as("reached point %d", i)
            .isLessThanOrEqualTo(shape.toleranceMeters());
      }
    }
  }
}
