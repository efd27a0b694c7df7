package org.caremap.osm;

import java.util.Map;
import java.util.Set;
import org.caremap.core.graph.StreetClass;
import org.jspecify.annotations.Nullable;

/**
 * Who may walk where, by tags. Sources: OSM wiki "Key:access", "Key:foot", "Key:sidewalk",
 * "Key:oneway:foot", "Key:conveying", "OSM tags for routing/Access restrictions"; and GraphHopper's
 * {@code FootAccessParser}, whose order of decisions this follows:
 *
 * <ol>
 *   <li>{@code foot}, else {@code access}: {@code no, private, …} forbid, {@code yes, designated,
 *       …} permit whatever the class of street;
 *   <li>a {@code sidewalk} permits;
 *   <li>the class of street decides; {@code motorroad=yes} forbids.
 * </ol>
 *
 * What is not built (construction, proposed, …) is out before all of these; ferries are out because
 * their waiting times are unknown. Without {@code highway}, platforms and piers are walkable.
 */
final class PedestrianAccess {
  private static final Set<String> FORBIDDING =
      Set.of("no", "private", "restricted", "military", "emergency", "permit");
  private static final Set<String> PERMITTING =
      Set.of("yes", "designated", "official", "permissive");
  private static final Set<String> SIDEWALKS = Set.of("yes", "both", "left", "right", "sidewalk");
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

  /** A street; at least one direction is open. */
  record Walkable(StreetClass streetClass, boolean forward, boolean backward, boolean steps)
      implements Verdict {}

  /** A street that is closed to people on foot. */
  record Closed(String reason) implements Verdict {}

  /** No street at all. */
  record NoStreet() implements Verdict {}

  private static final NoStreet NO_STREET = new NoStreet();

  /** Judges a way. */
  static Verdict ofWay(OsmTags tags) {
    String highway = tags.get("highway");
    if (highway == null) {
      return ofPlatform(tags);
    }
    if (NOT_BUILT.contains(highway)) {
      return new Closed("highway=" + highway);
    }
    Boolean permitted = permission(tags);
    if (Boolean.FALSE.equals(permitted)) {
      return new Closed(tags.get("foot") != null ? "foot=" + tags.get("foot") : "access");
    }
    StreetClass streetClass = CLASSES.get(highway);
    if (permitted == null && !tags.isOneOf("sidewalk", SIDEWALKS)) {
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
    return directed(tags, tags.is("area", "yes") ? StreetClass.AREA : streetClass);
  }

  private static Verdict ofPlatform(OsmTags tags) {
    if (tags.is("route", "ferry") || tags.is("ferry", "yes")) {
      return new Closed("ferry");
    }
    boolean platform =
        tags.is("railway", "platform")
            || tags.is("public_transport", "platform")
            || tags.is("man_made", "pier");
    if (!platform) {
      return NO_STREET;
    }
    if (Boolean.FALSE.equals(permission(tags))) {
      return new Closed("platform without access");
    }
    return directed(tags, tags.is("area", "yes") ? StreetClass.AREA : StreetClass.PATH);
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
    boolean permits = false;
    for (String part : value.split(";", -1)) {
      if (FORBIDDING.contains(part.strip())) {
        return false;
      }
      permits |= PERMITTING.contains(part.strip());
    }
    return permits ? true : null;
  }

  private static Verdict directed(OsmTags tags, StreetClass streetClass) {
    boolean steps = streetClass == StreetClass.STEPS;
    boolean forward = !tags.is("foot:forward", "no");
    boolean backward = !tags.is("foot:backward", "no");
    String oneWay = tags.get("oneway:foot");
    if (oneWay == null && steps) {
      oneWay = tags.get("oneway"); // the old way to tag escalators
    }
    if (oneWay != null && ONE_WAY.contains(oneWay)) {
      forward &= !oneWay.equals("-1");
      backward &= oneWay.equals("-1");
    }
    // Nobody walks against an escalator.
    backward &= !tags.is("conveying", "forward");
    forward &= !tags.is("conveying", "backward");
    if (!forward && !backward) {
      return new Closed("closed in both directions");
    }
    return new Walkable(streetClass, forward, backward, steps);
  }

  /**
   * Whether a node stops people on foot: a barrier that is forbidden or locked without permission,
   * or a fence or wall without permission.
   */
  static boolean isBlocked(OsmTags tags) {
    String barrier = tags.get("barrier");
    if (barrier == null) {
      return false;
    }
    Boolean permitted = permission(tags);
    if (permitted != null) {
      return !permitted;
    }
    return tags.is("locked", "yes") || CLOSED_BARRIERS.contains(barrier);
  }
}
