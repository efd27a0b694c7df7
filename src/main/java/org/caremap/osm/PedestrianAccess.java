package org.caremap.osm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caremap.core.graph.StreetClass;
import org.jspecify.annotations.Nullable;

/**
 * Who may walk where, by tags. Rules and where they come from (GH: GraphHopper's {@code
 * FootAccessParser} and {@code AbstractAccessParser}, whose order of decisions this follows; V:
 * Valhalla's {@code graph.lua}; the rest are pages of the OSM wiki):
 *
 * <ol>
 *   <li>Never, whatever else is said: what is not built (Key:highway, "Lifecycle prefix"); ferries
 *       and shuttle trains, as waiting times are unknown (Tag:route=ferry); {@code via_ferrata}
 *       (GH, its issue 1326) and {@code ladder}; {@code sac_scale} beyond {@code mountain_hiking}
 *       (Key:sac_scale: needs surefootedness, "hands for balance"); {@code tidal=yes} (Key:tidal:
 *       under water twice a day); {@code ice_road} and {@code winter_road} (there is no way in
 *       summer).
 *   <li>{@code foot}, else {@code access} (Key:access: the more special key wins). If any of its
 *       values permits ({@code yes, designated, official, permissive, destination}) the way is open
 *       whatever its class; else if any forbids ({@code no, private, restricted, military,
 *       emergency, unknown, service, permit}) it is closed (GH). Other values ({@code customers,
 *       delivery, agricultural, use_sidepath, discouraged, …}) leave it to the class (GH, V): who
 *       walks to a facility is its customer, and forestry tracks are closed to vehicles.
 *   <li>What is closed so but open at some times ({@code foot:conditional} or {@code
 *       access:conditional} permits at a time of day, on weekdays or in a season) is left to the
 *       class (GH): we answer for the day, and a park shut at night is no wall. Unlike GH, what
 *       opens at the weekend only (a bus lane given to cyclists on Sundays) stays closed, since
 *       care is walked to on working days. A condition that forbids at times, and {@code seasonal},
 *       do not close.
 *   <li>A pavement opens any class (Key:sidewalk): {@code sidewalk}, or {@code sidewalk:left},
 *       {@code :right}, {@code :both}. {@code separate} does not: the class decides (GH). Streets
 *       whose pavement is drawn apart stay walkable, because the drawn pavements have gaps, and
 *       doors and crossings hang on the street.
 *   <li>{@code motorroad=yes} closes (Key:motorroad); otherwise the class of street decides (OSM
 *       tags for routing/Access restrictions; the list is GH's, with V's corridors and lifts).
 *       Driveways and yards are open unless {@code access} closes them (GH, V).
 * </ol>
 *
 * <p>Without {@code highway}, platforms (railway, public_transport) and piers are walkable (GH).
 * Areas: {@code area=yes} on closed ways, closed platforms, and multipolygons (Key:area,
 * Relation:multipolygon).
 */
final class PedestrianAccess {
  private static final Set<String> FORBIDDING =
      Set.of(
          "no", "private", "restricted", "military", "emergency", "unknown", "service", "permit");
  private static final Set<String> PERMITTING =
      Set.of("yes", "designated", "official", "permissive", "destination");
  private static final Set<String> SIDEWALKS = Set.of("yes", "both", "left", "right", "sidewalk");
  private static final List<String> SIDEWALK_KEYS =
      List.of("sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right");
  private static final Set<String> ONE_WAY = Set.of("yes", "true", "1", "-1");
  private static final Set<String> NOT_BUILT =
      Set.of(
          "construction",
          "proposed",
          "planned",
          "abandoned",
          "disused",
          "razed",
          "demolished",
          "removed",
          "dismantled",
          "no",
          "historic");
  private static final Set<String> CLIMBING = Set.of("via_ferrata", "ladder");
  private static final Set<String> ALPINE =
      Set.of(
          "demanding_mountain_hiking",
          "alpine_hiking",
          "demanding_alpine_hiking",
          "difficult_alpine_hiking");
  private static final Set<String> FERRIES = Set.of("ferry", "shuttle_train");
  private static final List<String> SOMETIMES_THERE = List.of("tidal", "ice_road", "winter_road");
  private static final Set<String> CLOSED_BARRIERS = Set.of("fence", "wall");

  private static final Map<String, StreetClass> CLASSES =
      Map.ofEntries(
          Map.entry("trunk", StreetClass.MAJOR),
          Map.entry("trunk_link", StreetClass.MAJOR),
          Map.entry("primary", StreetClass.MAJOR),
          Map.entry("primary_link", StreetClass.MAJOR),
          Map.entry("secondary", StreetClass.MAJOR),
          Map.entry("secondary_link", StreetClass.MAJOR),
          Map.entry("tertiary", StreetClass.MINOR),
          Map.entry("tertiary_link", StreetClass.MINOR),
          Map.entry("unclassified", StreetClass.MINOR),
          Map.entry("road", StreetClass.MINOR),
          Map.entry("residential", StreetClass.RESIDENTIAL),
          Map.entry("living_street", StreetClass.RESIDENTIAL),
          Map.entry("service", StreetClass.SERVICE),
          Map.entry("pedestrian", StreetClass.PATH),
          Map.entry("footway", StreetClass.PATH),
          Map.entry("path", StreetClass.PATH),
          Map.entry("track", StreetClass.PATH),
          Map.entry("cycleway", StreetClass.PATH),
          Map.entry("bridleway", StreetClass.PATH),
          Map.entry("corridor", StreetClass.PATH),
          Map.entry("platform", StreetClass.PATH),
          Map.entry("elevator", StreetClass.PATH),
          Map.entry("steps", StreetClass.STEPS));

  private PedestrianAccess() {}

  /** What a way means to people on foot. */
  sealed interface Verdict permits Walkable, Closed, NoStreet {}

  /** A street, or an area that may be walked across; at least one direction is open. */
  record Walkable(StreetClass streetClass, boolean forward, boolean backward) implements Verdict {}

  /** A street that is closed to people on foot. */
  record Closed(String reason) implements Verdict {}

  /** No street at all. */
  record NoStreet() implements Verdict {}

  private static final NoStreet NO_STREET = new NoStreet();

  /**
   * Judges a way.
   *
   * @param ring whether it ends where it starts
   */
  static Verdict ofWay(OsmTags tags, boolean ring) {
    String highway = tags.get("highway");
    boolean platform = isPlatform(tags);
    boolean area = tags.is("area", "yes") || (ring && platform && !tags.is("area", "no"));
    return verdict(tags, highway, area && ring);
  }

  /** Judges a multipolygon, which is an area by being one. */
  static Verdict ofMultipolygon(OsmTags tags) {
    return tags.is("area", "no") ? NO_STREET : verdict(tags, tags.get("highway"), true);
  }

  private static boolean isPlatform(OsmTags tags) {
    return tags.is("highway", "platform")
        || tags.is("railway", "platform")
        || tags.is("public_transport", "platform");
  }

  private static Verdict verdict(OsmTags tags, @Nullable String highway, boolean area) {
    if (tags.isOneOf("route", FERRIES) || tags.is("ferry", "yes")) {
      return new Closed("ferry");
    }
    if (highway == null) {
      return ofPlatform(tags, area);
    }
    Closed never = never(tags, highway);
    if (never != null) {
      return never;
    }
    Boolean permitted = permission(tags);
    if (Boolean.FALSE.equals(permitted) && isOpenAtTimes(tags)) {
      permitted = null;
    }
    if (Boolean.FALSE.equals(permitted)) {
      return new Closed(tags.get("foot") != null ? "foot=" + tags.get("foot") : "access");
    }
    StreetClass streetClass = CLASSES.get(highway);
    if (permitted == null && !hasSidewalk(tags)) {
      if (streetClass == null) {
        return new Closed("highway=" + highway);
      }
      if (tags.is("motorroad", "yes")) {
        return new Closed("motorroad=yes");
      }
    }
    if (streetClass == null) {
      // Permitted by tag: a motorway with a pavement, a bus lane, a race track in a park.
      streetClass = highway.startsWith("motorway") ? StreetClass.MAJOR : StreetClass.SERVICE;
    }
    // An area of steps keeps being steps, and is not crossed level.
    return directed(
        tags, area && streetClass != StreetClass.STEPS ? StreetClass.AREA : streetClass);
  }

  private static @Nullable Closed never(OsmTags tags, String highway) {
    if (NOT_BUILT.contains(highway) || CLIMBING.contains(highway)) {
      return new Closed("highway=" + highway);
    }
    if (tags.isOneOf("sac_scale", ALPINE)) {
      return new Closed("sac_scale=" + tags.get("sac_scale"));
    }
    for (String key : SOMETIMES_THERE) {
      if (tags.is(key, "yes")) {
        return new Closed(key + "=yes");
      }
    }
    return null;
  }

  private static boolean hasSidewalk(OsmTags tags) {
    for (String key : SIDEWALK_KEYS) {
      if (tags.isOneOf(key, SIDEWALKS)) {
        return true;
      }
    }
    return false;
  }

  private static Verdict ofPlatform(OsmTags tags, boolean area) {
    if (!isPlatform(tags) && !tags.is("man_made", "pier")) {
      return NO_STREET;
    }
    if (Boolean.FALSE.equals(permission(tags)) && !isOpenAtTimes(tags)) {
      return new Closed("platform without access");
    }
    return directed(tags, area ? StreetClass.AREA : StreetClass.PATH);
  }

  /** True, false, or null where the tags do not say. */
  private static @Nullable Boolean permission(OsmTags tags) {
    String value = tags.get("foot");
    if (value == null) {
      value = tags.get("access");
    }
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

  /**
   * Whether a condition opens at times what the plain tag closes. A condition on {@code access}
   * cannot open what {@code foot} closes.
   */
  private static boolean isOpenAtTimes(OsmTags tags) {
    return opens(tags.get("foot:conditional"))
        || (tags.get("foot") == null && opens(tags.get("access:conditional")));
  }

  private static boolean opens(@Nullable String conditional) {
    if (conditional == null) {
      return false;
    }
    int at = conditional.indexOf('@');
    return at > 0
        && PERMITTING.contains(conditional.substring(0, at).strip())
        && OpeningTimes.isOpenOnWorkingDays(conditional.substring(at + 1));
  }

  private static Verdict directed(OsmTags tags, StreetClass streetClass) {
    boolean forward = !isForbidden(tags.get("foot:forward"));
    boolean backward = !isForbidden(tags.get("foot:backward"));
    String oneWay = tags.get("oneway:foot");
    if (oneWay == null && streetClass == StreetClass.STEPS) {
      oneWay = tags.get("oneway"); // the old way to tag escalators
    }
    if (oneWay != null && ONE_WAY.contains(oneWay)) {
      forward &= !oneWay.equals("-1");
      backward &= oneWay.equals("-1");
    }
    // Nobody walks against an escalator (Key:conveying).
    backward &= !tags.is("conveying", "forward");
    forward &= !tags.is("conveying", "backward");
    if (!forward && !backward) {
      return new Closed("closed in both directions");
    }
    return new Walkable(streetClass, forward, backward);
  }

  private static boolean isForbidden(@Nullable String value) {
    return value != null && FORBIDDING.contains(value);
  }

  /**
   * Whether a node stops people on foot: a barrier or lift that is forbidden, or locked without
   * permission (GH); a fence or wall without permission (GH has fences, V walls too). Other
   * barriers stop vehicles; what they are to wheels says {@link NodePassage}.
   */
  static boolean isBlocked(OsmTags tags) {
    String barrier = tags.get("barrier");
    if (barrier == null && !tags.is("highway", "elevator")) {
      return false;
    }
    Boolean permitted = permission(tags);
    if (Boolean.FALSE.equals(permitted) && isOpenAtTimes(tags)) {
      return false;
    }
    if (permitted != null) {
      return !permitted;
    }
    return tags.is("locked", "yes") || (barrier != null && CLOSED_BARRIERS.contains(barrier));
  }
}
