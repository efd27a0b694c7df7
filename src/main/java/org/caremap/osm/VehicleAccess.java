package org.caremap.osm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caremap.core.graph.DriveTraits;
import org.caremap.core.graph.RoadClass;
import org.caremap.core.graph.Vehicle;
import org.jspecify.annotations.Nullable;

/**
 * Where bicycles and vans that deliver meals may go, by tags. Rules and where they come from (OSRM:
 * its {@code car.lua}; GH: GraphHopper's {@code CarAccessParser} and {@code
 * BikeCommonAccessParser}; the rest are pages of the OSM wiki):
 *
 * <ol>
 *   <li>Never: ferries and shuttle trains (waiting times are unknown), what is not built, steps,
 *       lifts, corridors and platforms, {@code impassable=yes} or {@code smoothness=impassable},
 *       {@code oneway=reversible} (OSRM), {@code tidal}, {@code ice_road}, {@code winter_road}.
 *   <li>Access, the most special key first (Key:access): {@code motorcar, motor_vehicle, vehicle,
 *       access} for the van, {@code bicycle, vehicle, access} for the bicycle. {@code yes,
 *       designated, official, permissive, destination, delivery, customers} permit: whoever brings
 *       meals delivers to a customer. {@code no, private, restricted, military, emergency, unknown,
 *       service, permit, agricultural, forestry, bus, psv, dismount} forbid; bicycles are not
 *       pushed. Other values leave it to the class.
 *   <li>The class (OSM tags for routing/Access restrictions): the van takes every road from
 *       motorway to service road, and tracks up to {@code tracktype=grade3} (GH); not {@code
 *       service=emergency_access} (GH). The bicycle takes all of these but motorways and {@code
 *       motorroad=yes}, and cycleways and paths. Pedestrian streets, footways and bridleways are
 *       open to a vehicle only where its own keys permit ({@code access} does not do), so are
 *       cycleways and paths to the van and motorways to the bicycle.
 *   <li>Direction: {@code oneway} with {@code oneway:motorcar, oneway:motor_vehicle,
 *       oneway:vehicle} or {@code oneway:bicycle} before it; roundabouts and motorways are one-way
 *       unless {@code oneway=no} (OSRM). Bicycles may go against it by {@code
 *       cycleway(:left|:right|:both)=opposite…} and {@code cycleway:…:oneway=no|-1}
 *       (Key:oneway:bicycle, Key:cycleway). {@code <key>:forward} and {@code <key>:backward} open
 *       or close one direction.
 *   <li>Barriers (Key:barrier): by their own access tags as ways are; else bollards, blocks, stiles
 *       and the like stop the van, stiles, turnstiles, kissing gates, fences and the like stop
 *       both; gates are open unless {@code locked=yes}.
 * </ol>
 *
 * <p>Left out: turn restrictions, limits of height, width and weight, and conditions by time of day
 * (what is closed by its plain tag stays closed).
 */
final class VehicleAccess {
  private static final int FORWARD = 1;
  private static final int BACKWARD = 2;
  private static final int BOTH = 3;

  private static final Set<String> PERMITTING =
      Set.of("yes", "designated", "official", "permissive", "destination", "delivery", "customers");
  private static final Set<String> FORBIDDING =
      Set.of(
          "no",
          "private",
          "restricted",
          "military",
          "emergency",
          "unknown",
          "service",
          "permit",
          "agricultural",
          "forestry",
          "bus",
          "psv",
          "dismount");
  private static final List<String> VAN_KEYS = List.of("motorcar", "motor_vehicle", "vehicle");
  private static final List<String> BICYCLE_KEYS = List.of("bicycle", "vehicle");
  private static final Set<String> FERRIES = Set.of("ferry", "shuttle_train");
  private static final Set<String> WITH = Set.of("yes", "true", "1");
  private static final Set<String> AGAINST = Set.of("-1", "reverse");
  private static final Set<String> FREE = Set.of("no", "false", "0", "alternating");
  private static final Set<String> ROUNDABOUTS = Set.of("roundabout", "circular");
  private static final Set<String> CONTRAFLOW = Set.of("no", "-1");
  private static final List<String> SIDES = List.of(":left", ":right", ":both");
  private static final Set<String> ROUGH_TRACKS = Set.of("grade4", "grade5");
  private static final List<String> SOMETIMES_THERE =
      List.of("tidal", "ice_road", "winter_road", "impassable");

  private static final Set<String> STOPS_BOTH =
      Set.of(
          "stile",
          "turnstile",
          "full-height_turnstile",
          "kissing_gate",
          "horse_stile",
          "fence",
          "wall",
          "hedge",
          "debris",
          "ditch",
          "log",
          "step",
          "steps",
          "hampshire_gate",
          "yes");
  private static final Set<String> STOPS_VANS =
      Set.of(
          "bollard",
          "block",
          "jersey_barrier",
          "planter",
          "cycle_barrier",
          "motorcycle_barrier",
          "bus_trap",
          "sump_buster",
          "chain",
          "rope",
          "wicket_gate",
          "squeeze",
          "barrier_board",
          "cable_barrier");

  private static final Map<String, RoadClass> ROADS =
      Map.ofEntries(
          Map.entry("motorway", RoadClass.MOTORWAY),
          Map.entry("motorway_link", RoadClass.MOTORWAY),
          Map.entry("trunk", RoadClass.TRUNK),
          Map.entry("trunk_link", RoadClass.TRUNK),
          Map.entry("primary", RoadClass.PRIMARY),
          Map.entry("primary_link", RoadClass.PRIMARY),
          Map.entry("secondary", RoadClass.SECONDARY),
          Map.entry("secondary_link", RoadClass.SECONDARY),
          Map.entry("tertiary", RoadClass.TERTIARY),
          Map.entry("tertiary_link", RoadClass.TERTIARY),
          Map.entry("unclassified", RoadClass.UNCLASSIFIED),
          Map.entry("road", RoadClass.UNCLASSIFIED),
          Map.entry("residential", RoadClass.RESIDENTIAL),
          Map.entry("living_street", RoadClass.LIVING_STREET),
          Map.entry("service", RoadClass.SERVICE),
          Map.entry("busway", RoadClass.SERVICE),
          Map.entry("track", RoadClass.TRACK),
          Map.entry("cycleway", RoadClass.CYCLEWAY),
          Map.entry("path", RoadClass.PATH),
          Map.entry("bridleway", RoadClass.PATH),
          Map.entry("pedestrian", RoadClass.PEDESTRIAN),
          Map.entry("footway", RoadClass.PEDESTRIAN));

  private VehicleAccess() {}

  /** What a way is to vehicles; null where none may use it. */
  static @Nullable DriveTraits ofWay(OsmTags tags) {
    String highway = tags.get("highway");
    RoadClass road = highway == null ? null : ROADS.get(highway);
    if (highway == null
        || road == null
        || tags.isOneOf("route", FERRIES)
        || tags.is("ferry", "yes")
        || tags.is("oneway", "reversible")
        || tags.is("smoothness", "impassable")
        || tags.is("status", "impassable")
        || SOMETIMES_THERE.stream().anyMatch(key -> tags.is(key, "yes"))) {
      return null;
    }
    DriveTraits traits = DriveTraits.of(road, Surfaces.of(tags));
    for (Vehicle vehicle : Vehicle.values()) {
      int open = mayUse(tags, vehicle, highway, road) ? directions(tags, vehicle, highway) : 0;
      traits = traits.open(vehicle, (open & FORWARD) != 0, (open & BACKWARD) != 0);
    }
    return traits.isOpen() ? traits.withLimit(limitKmh(tags)) : null;
  }

  private static List<String> keys(Vehicle vehicle) {
    return vehicle == Vehicle.VAN ? VAN_KEYS : BICYCLE_KEYS;
  }

  private static boolean mayUse(OsmTags tags, Vehicle vehicle, String highway, RoadClass road) {
    Boolean own = permission(tags, keys(vehicle));
    if (own != null) {
      return own;
    }
    return !Boolean.FALSE.equals(permission(tags.get("access")))
        && byClass(tags, vehicle, highway, road);
  }

  private static boolean byClass(OsmTags tags, Vehicle vehicle, String highway, RoadClass road) {
    if (highway.equals("busway") || highway.equals("bridleway")) {
      return false;
    }
    boolean van = vehicle == Vehicle.VAN;
    return switch (road) {
      case MOTORWAY -> van;
      case TRUNK, PRIMARY, SECONDARY, TERTIARY, UNCLASSIFIED, RESIDENTIAL, LIVING_STREET ->
          van || !tags.is("motorroad", "yes");
      case SERVICE -> !van || !tags.is("service", "emergency_access");
      case TRACK -> !van || !tags.isOneOf("tracktype", ROUGH_TRACKS);
      case CYCLEWAY, PATH -> !van;
      case PEDESTRIAN -> false;
    };
  }

  /** By the first of these keys that is there; null where the tags do not say. */
  private static @Nullable Boolean permission(OsmTags tags, List<String> keys) {
    for (String key : keys) {
      String value = tags.get(key);
      if (value != null) {
        return permission(value);
      }
    }
    return null;
  }

  private static @Nullable Boolean permission(@Nullable String value) {
    if (value == null) {
      return null;
    }
    boolean forbids = false;
    for (String part : value.split(";", -1)) {
      if (PERMITTING.contains(part.strip())) {
        return true;
      }
      forbids |= FORBIDDING.contains(part.strip());
    }
    return forbids ? false : null;
  }

  private static int directions(OsmTags tags, Vehicle vehicle, String highway) {
    int open = BOTH;
    boolean own = false;
    String said = null;
    for (String key : keys(vehicle)) {
      if (said == null) {
        said = tags.get("oneway:" + key);
        own = said != null;
      }
    }
    said = said == null ? tags.get("oneway") : said;
    if (said != null && WITH.contains(said)) {
      open = FORWARD;
    } else if (said != null && AGAINST.contains(said)) {
      open = BACKWARD;
    } else if ((said == null || !FREE.contains(said))
        && (tags.isOneOf("junction", ROUNDABOUTS) || highway.startsWith("motorway"))) {
      open = FORWARD;
    }
    if (vehicle == Vehicle.BICYCLE && !own && hasContraflow(tags)) {
      open = BOTH;
    }
    Boolean forward = directed(tags, vehicle, ":forward");
    Boolean backward = directed(tags, vehicle, ":backward");
    open = forward == null ? open : forward ? open | FORWARD : open & ~FORWARD;
    return backward == null ? open : backward ? open | BACKWARD : open & ~BACKWARD;
  }

  private static @Nullable Boolean directed(OsmTags tags, Vehicle vehicle, String ending) {
    for (String key : keys(vehicle)) {
      String value = tags.get(key + ending);
      if (value != null) {
        return permission(value);
      }
    }
    return null;
  }

  private static boolean hasContraflow(OsmTags tags) {
    String plain = tags.get("cycleway");
    if (plain != null && plain.startsWith("opposite")) {
      return true;
    }
    for (String side : SIDES) {
      String value = tags.get("cycleway" + side);
      boolean opposite = value != null && value.startsWith("opposite");
      if (opposite || tags.isOneOf("cycleway" + side + ":oneway", CONTRAFLOW)) {
        return true;
      }
    }
    return false;
  }

  /** Speed limit in whole km/h, rounded down; 0 where there is none or it is no number. */
  static int limitKmh(OsmTags tags) {
    String value = tags.get("maxspeed");
    if (value == null) {
      return 0;
    }
    String text = value.strip();
    double unit = 1;
    if (text.endsWith("mph")) {
      unit = 1.609344;
      text = text.substring(0, text.length() - 3).strip();
    } else if (text.endsWith("km/h")) {
      text = text.substring(0, text.length() - 4).strip();
    }
    return text.matches("\\d{1,3}") ? (int) (Integer.parseInt(text) * unit) : 0;
  }

  /** Whether a node lets a vehicle pass. */
  static boolean passes(OsmTags tags, Vehicle vehicle) {
    String barrier = tags.get("barrier");
    if (barrier == null) {
      return true;
    }
    Boolean permitted = permission(tags, keys(vehicle));
    if (permitted == null) {
      permitted = permission(tags.get("access"));
    }
    if (permitted != null) {
      return permitted;
    }
    return !tags.is("locked", "yes")
        && !STOPS_BOTH.contains(barrier)
        && !(vehicle == Vehicle.VAN && STOPS_VANS.contains(barrier));
  }
}
