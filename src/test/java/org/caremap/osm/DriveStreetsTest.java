package org.caremap.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.caremap.core.graph.DriveTraits;
import org.caremap.core.graph.RoadClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphFile;
import org.caremap.core.graph.Surface;
import org.caremap.core.graph.Vehicle;
import org.caremap.core.routing.DeliveryProfile;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where vans and bicycles go, on streets small enough to work out by hand. Every street has 36 km/h
 * here, ten metres a second, unless a tag says less; coordinates are metres east and north.
 */
class DriveStreetsTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @TempDir Path folder;

  private static DeliveryProfile profile(Vehicle vehicle) {
    Map<RoadClass, Double> speeds = new EnumMap<>(RoadClass.class);
    for (RoadClass road : RoadClass.values()) {
      speeds.put(road, 36.0);
    }
    return new DeliveryProfile(
        vehicle, speeds, Map.of(Surface.SMOOTH, 1.0, Surface.ROUGH, 0.5, Surface.SOFT, 0.25), 3.6);
  }

  /** Seconds from one place to another, or infinite. */
  static double seconds(
      StreetGraph graph, Vehicle vehicle, double fromX, double fromY, double toX, double toY) {
    DeliveryProfile profile = profile(vehicle);
    WalkingNetwork network = WalkingNetwork.of(graph, profile);
    NetworkPlaces from = NetworkPlaces.of(network, OsmTown.lon(fromX), OsmTown.lat(fromY), 300);
    NetworkPlaces to = NetworkPlaces.of(network, OsmTown.lon(toX), OsmTown.lat(toY), 300);
    return profile.seconds(NearestFacilities.sweep(to, from, Trip.BACK).cost(0));
  }

  private static void assertSeconds(double found, double expected) {
    if (expected == INF) {
      assertThat(found).isEqualTo(INF);
    } else {
      assertThat(found).isCloseTo(expected, within(0.06));
    }
  }

  /** One street of 1,000 m from west to east with these tags; -1: no way. */
  @ParameterizedTest(name = "{0}: van {1} and {2} s, bicycle {3} and {4} s")
  @CsvSource({
    // tags, van eastwards, van back, bicycle eastwards, bicycle back
    "highway=residential, 100, 100, 100, 100",
    "highway=residential|oneway=yes, 100, -1, 100, -1",
    "highway=residential|oneway=-1, -1, 100, -1, 100",
    "highway=residential|oneway=yes|oneway:bicycle=no, 100, -1, 100, 100",
    "highway=residential|oneway=yes|cycleway=opposite, 100, -1, 100, 100",
    "highway=residential|oneway=yes|cycleway:left=opposite_lane, 100, -1, 100, 100",
    "highway=residential|oneway=yes|cycleway:right:oneway=no, 100, -1, 100, 100",
    "highway=residential|oneway=yes|cycleway=lane, 100, -1, 100, -1",
    "highway=residential|oneway=yes|bicycle:backward=yes, 100, -1, 100, 100",
    "highway=residential|oneway=no|oneway:motor_vehicle=yes, 100, -1, 100, 100",
    "highway=residential|vehicle:backward=no, 100, -1, 100, -1",
    "highway=residential|oneway=reversible, -1, -1, -1, -1",
    "highway=tertiary|junction=roundabout, 100, -1, 100, -1",
    "highway=motorway, 100, -1, -1, -1",
    "highway=motorway|oneway=no, 100, 100, -1, -1",
    "highway=motorway_link, 100, -1, -1, -1",
    "highway=trunk, 100, 100, 100, 100",
    "highway=trunk|motorroad=yes, 100, 100, -1, -1",
    "highway=residential|access=private, -1, -1, -1, -1",
    "highway=residential|access=no|motorcar=yes, 100, 100, -1, -1",
    "highway=residential|vehicle=no|bicycle=yes, -1, -1, 100, 100",
    "highway=residential|motor_vehicle=destination, 100, 100, 100, 100",
    "highway=residential|motor_vehicle=no|motorcar=permissive, 100, 100, 100, 100",
    "highway=service|access=delivery, 100, 100, 100, 100",
    "highway=service|service=emergency_access, -1, -1, 100, 100",
    "highway=track, 100, 100, 100, 100",
    // Grade 4 is soft: a quarter of the speed.
    "highway=track|tracktype=grade4, -1, -1, 400, 400",
    "highway=steps, -1, -1, -1, -1",
    "highway=steps|bicycle=yes, -1, -1, -1, -1",
    "highway=footway, -1, -1, -1, -1",
    "highway=footway|access=yes, -1, -1, -1, -1",
    "highway=footway|bicycle=designated, -1, -1, 100, 100",
    "highway=footway|bicycle=dismount, -1, -1, -1, -1",
    "highway=pedestrian, -1, -1, -1, -1",
    "highway=pedestrian|motor_vehicle=delivery, 100, 100, -1, -1",
    "highway=pedestrian|bicycle=yes, -1, -1, 100, 100",
    "highway=cycleway, -1, -1, 100, 100",
    "highway=cycleway|oneway=yes, -1, -1, 100, -1",
    "highway=path, -1, -1, 100, 100",
    "highway=bridleway, -1, -1, -1, -1",
    "highway=construction, -1, -1, -1, -1",
    "highway=residential|surface=sett, 200, 200, 200, 200",
    "highway=residential|smoothness=impassable, -1, -1, -1, -1",
    "highway=residential|maxspeed=18, 200, 200, 200, 200",
    // 10 mph are 16.09 km/h, kept as 16.
    "highway=residential|maxspeed=10 mph, 225, 225, 225, 225",
    "highway=residential|maxspeed=CN:urban, 100, 100, 100, 100",
  })
  void aStreetIsOpenByItsTags(
      String tags, double van, double vanBack, double bicycle, double bicycleBack)
      throws IOException {
    // A ───────── B    and far away a street for the file to have one
    StreetGraph graph =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 1000, 0)
            .way(10, "1 2", tags.split("\\|"))
            .node(3, 0, 5000)
            .node(4, 100, 5000)
            .way(11, "3 4", "highway=residential")
            .read(folder)
            .drives();
    assertSeconds(seconds(graph, Vehicle.VAN, 0, 0, 1000, 0), van < 0 ? INF : van);
    assertSeconds(seconds(graph, Vehicle.VAN, 1000, 0, 0, 0), vanBack < 0 ? INF : vanBack);
    assertSeconds(seconds(graph, Vehicle.BICYCLE, 0, 0, 1000, 0), bicycle < 0 ? INF : bicycle);
    assertSeconds(
        seconds(graph, Vehicle.BICYCLE, 1000, 0, 0, 0), bicycleBack < 0 ? INF : bicycleBack);
  }

  @Test
  void aFerryIsNoStreet() throws IOException {
    StreetGraph graph =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 1000, 0)
            .way(10, "1 2", "route=ferry", "motor_vehicle=yes")
            .node(3, 0, 5000)
            .node(4, 100, 5000)
            .way(11, "3 4", "highway=residential")
            .read(folder)
            .drives();
    assertThat(graph.edgeCount()).isEqualTo(1);
  }

  /** What stands in the middle of a street of 1,000 m, and who passes it. */
  @ParameterizedTest(name = "{0}: van {1}, bicycle {2}")
  @CsvSource({
    "barrier=bollard, false, true",
    "barrier=bollard|motor_vehicle=yes, true, true",
    "barrier=block, false, true",
    "barrier=cycle_barrier, false, true",
    "barrier=gate, true, true",
    "barrier=gate|locked=yes, false, false",
    "barrier=gate|access=private, false, false",
    "barrier=gate|access=private|bicycle=yes, false, true",
    "barrier=lift_gate, true, true",
    "barrier=stile, false, false",
    "barrier=kissing_gate, false, false",
    "barrier=kerb, true, true",
    "highway=crossing, true, true",
  })
  void aBarrierStopsSome(String tags, boolean van, boolean bicycle) throws IOException {
    // A ───── × ───── B
    StreetGraph graph =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 500, 0, tags.split("\\|"))
            .node(3, 1000, 0)
            .way(10, "1 2 3", "highway=residential")
            .read(folder)
            .drives();
    assertSeconds(seconds(graph, Vehicle.VAN, 0, 0, 1000, 0), van ? 100 : INF);
    assertSeconds(seconds(graph, Vehicle.BICYCLE, 1000, 0, 0, 0), bicycle ? 100 : INF);
  }

  @Test
  void theVanGoesRoundWhereTheBicycleGoesThrough() throws IOException {
    // D ──────────── C      A-B is one-way towards A, except for bicycles: from A to B the van
    // │              │      drives 500 + 1000 + 500 m, the bicycle 1,000 m. The point P lies 20 m
    // A ←─────────── B      north of B, from where it is carried at 1 m/s.
    StreetGraph graph =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 1000, 0)
            .node(3, 1000, 500)
            .node(4, 0, 500)
            .way(10, "2 1", "highway=residential", "oneway=yes", "oneway:bicycle=no")
            .way(11, "2 3 4 1", "highway=tertiary")
            .read(folder)
            .drives();
    assertSeconds(seconds(graph, Vehicle.VAN, 0, 0, 1000, 0), 200);
    assertSeconds(seconds(graph, Vehicle.VAN, 1000, 0, 0, 0), 100);
    assertSeconds(seconds(graph, Vehicle.BICYCLE, 0, 0, 1000, 0), 100);
    // 20 m east of the corner, then on foot.
    assertSeconds(seconds(graph, Vehicle.BICYCLE, 0, 0, 1020, 0), 120);
  }

  @Test
  void waysJoinWhereTheyShareANodeOnly() throws IOException {
    //        C
    //        │  a bridge over A-B: no node in common
    // A ─────┼───── B
    //        D
    StreetGraph graph =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 1000, 0)
            .node(3, 500, 500)
            .node(4, 500, -500)
            .way(10, "1 2", "highway=residential")
            .way(11, "3 4", "highway=residential", "bridge=yes")
            .read(folder)
            .drives();
    assertThat(seconds(graph, Vehicle.VAN, 0, 0, 500, 500)).isEqualTo(INF);
  }

  @Test
  void aFileWithoutAnyStreetForVehiclesMakesAnEmptyGraph() throws IOException {
    StreetGraph graph =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 100, 0)
            .way(10, "1 2", "highway=footway")
            .read(folder)
            .drives();
    assertThat(graph.edgeCount()).isZero();
    Path file = folder.resolve("empty.drives");
    StreetGraphFile.write(graph, file);
    assertThat(StreetGraphFile.read(file).edgeCount()).isZero();
    assertThat(seconds(graph, Vehicle.VAN, 0, 0, 100, 0)).isEqualTo(INF);
  }

  @Test
  void theKeptFileSaysTheSame() throws IOException {
    OsmTown town =
        new OsmTown()
            .node(1, 0, 0)
            .node(2, 500, 0, "barrier=bollard")
            .node(3, 1000, 0)
            .way(10, "1 2 3", "highway=residential", "maxspeed=20", "surface=gravel");
    StreetGraph graph = town.read(folder).drives();
    Path file = folder.resolve("town.drives");
    StreetGraphFile.write(graph, file);
    StreetGraph again = StreetGraphFile.read(file);
    StreetGraph alone = DriveStreets.read(folder.resolve("town.osm"));
    assertThat(graph.edgeCount()).as("two halves and the bollard").isEqualTo(3);
    for (StreetGraph other : new StreetGraph[] {again, alone}) {
      assertThat(other.edgeCount()).isEqualTo(3);
      for (int e = 0; e < 3; e++) {
        assertThat(other.edgeTraits(e)).isEqualTo(graph.edgeTraits(e));
        assertThat(other.edgeLengthMillimeters(e)).isEqualTo(graph.edgeLengthMillimeters(e));
      }
    }
    DriveTraits longest = new DriveTraits(graph.edgeTraits(0).bits());
    assertThat(longest.road()).isEqualTo(RoadClass.RESIDENTIAL);
    assertThat(longest.limitKmh()).isEqualTo(20);
    assertThat(longest.surface()).isEqualTo(Surface.SOFT);
  }
}
