package org.caremap.osm;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.ArrayEdgeIntAccess;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.parsers.BikeAccessParser;
import com.graphhopper.routing.util.parsers.CarAccessParser;
import com.graphhopper.routing.util.parsers.OSMRoundaboutParser;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import com.graphhopper.util.PMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.caremap.core.graph.DriveTraits;
import org.caremap.core.graph.Vehicle;
import org.caremap.peers.City;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every street of three cities, judged by our rules for vans and bicycles and by GraphHopper's for
 * cars and bicycles: in at least 999 of 1,000 both open the same directions. Left out where the two
 * are meant to differ: footways, pedestrian streets, bridleways, steps and {@code
 * bicycle=dismount}, where GraphHopper pushes the bicycle and lets no car in whatever its own tags
 * say.
 */
@Tag("slow")
class VehiclePeerTest {
  private static final double LEAST_AGREEING = 0.999;
  private static final int MOST_SHOWN = 25;
  private static final Set<String> MEANT_TO_DIFFER =
      Set.of("footway", "pedestrian", "bridleway", "steps", "corridor", "platform", "elevator");
  private static final List<String> KEYS =
      List.of(
          "highway",
          "access",
          "vehicle",
          "motor_vehicle",
          "motorcar",
          "bicycle",
          "foot",
          "oneway",
          "oneway:bicycle",
          "oneway:vehicle",
          "oneway:motor_vehicle",
          "junction",
          "cycleway",
          "cycleway:left",
          "cycleway:right",
          "cycleway:both",
          "cycleway:left:oneway",
          "cycleway:right:oneway",
          "cycleway:both:oneway",
          "bicycle:forward",
          "bicycle:backward",
          "vehicle:forward",
          "vehicle:backward",
          "motor_vehicle:forward",
          "motor_vehicle:backward",
          "motorroad",
          "service",
          "tracktype",
          "surface",
          "smoothness",
          "impassable",
          "status",
          "ford",
          "route",
          "ferry",
          "railway",
          "man_made",
          "sac_scale",
          "mtb:scale",
          "tidal",
          "area",
          "access:conditional",
          "motor_vehicle:conditional",
          "bicycle:conditional",
          "vehicle:conditional");

  private final BooleanEncodedValue carAccess =
      com.graphhopper.routing.ev.VehicleAccess.create("car");
  private final BooleanEncodedValue bikeAccess =
      com.graphhopper.routing.ev.VehicleAccess.create("bike");
  private final BooleanEncodedValue roundabout = Roundabout.create();
  private final EncodingManager encoding =
      EncodingManager.start().add(carAccess).add(bikeAccess).add(roundabout).build();
  private final List<TagParser> parsers =
      List.of(
          new OSMRoundaboutParser(roundabout),
          new CarAccessParser(encoding, new PMap()),
          new BikeAccessParser(encoding, new PMap()));

  private int compared;
  private int agreeing;
  private final Map<String, Integer> differing = new TreeMap<>();

  @ParameterizedTest
  @EnumSource
  void vehiclesGoWhereGraphHoppersDo(City city) throws IOException {
    OsmSource source = new OsmSource(city.osm(), city.name());
    source.read(
        new OsmHandler() {
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
            String highway = tags.get("highway");
            if (highway != null && !MEANT_TO_DIFFER.contains(highway)) {
              compare(id, tags);
            }
          }
        },
        share -> {});
    System.out.printf("%s: %d of %d agree%n", city, agreeing, compared);
    differing.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .limit(MOST_SHOWN)
        .forEach(entry -> System.out.println("  " + entry.getValue() + "  " + entry.getKey()));
    assertThat(compared).isGreaterThan(1000);
    assertThat((double) agreeing / compared).isGreaterThan(LEAST_AGREEING);
  }

  private void compare(long id, OsmTags tags) {
    ReaderWay way = new ReaderWay(id);
    StringBuilder said = new StringBuilder();
    for (String key : KEYS) {
      String value = tags.get(key);
      if (value != null) {
        way.setTag(key, value);
        said.append(key).append('=').append(value).append(' ');
      }
    }
    EdgeIntAccess theirs = new ArrayEdgeIntAccess(4);
    for (TagParser parser : parsers) {
      parser.handleWayTags(0, theirs, way, IntsRef.EMPTY);
    }
    DriveTraits ours = VehicleAccess.ofWay(tags);
    for (Vehicle vehicle : Vehicle.values()) {
      if (vehicle == Vehicle.BICYCLE && tags.is("bicycle", "dismount")) {
        continue;
      }
      BooleanEncodedValue access = vehicle == Vehicle.VAN ? carAccess : bikeAccess;
      boolean forward = access.getBool(false, 0, theirs);
      boolean backward = access.getBool(true, 0, theirs);
      boolean same =
          forward == (ours != null && ours.isForward(vehicle))
              && backward == (ours != null && ours.isBackward(vehicle));
      compared++;
      if (same) {
        agreeing++;
      } else {
        differing.merge(
            "%s ours %s%s theirs %s%s: %s"
                .formatted(
                    vehicle,
                    ours != null && ours.isForward(vehicle) ? "f" : "-",
                    ours != null && ours.isBackward(vehicle) ? "b" : "-",
                    forward ? "f" : "-",
                    backward ? "b" : "-",
                    said),
            1,
            Integer::sum);
      }
    }
  }
}
