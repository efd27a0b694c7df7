package org.caremap.osm;

import java.util.List;
import java.util.Set;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.Kerb;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.Wheelchair;
import org.jspecify.annotations.Nullable;

/**
 * What a walkable way is like under foot and wheel. Sources: OSM wiki "Key:bridge", "Key:tunnel" (a
 * building passage lies on the ground and is none), "Tag:highway=elevator", "Key:width",
 * "Key:maxwidth:physical", "Key:ramp", "Key:handrail", "Key:ford", "Key:kerb", "Key:wheelchair",
 * "Key:incline" (along the way's direction; {@code up} and {@code down} give no number); 0.9 m is
 * the least clear width of ISO 21542 for wheelchairs. Surfaces: {@link Surfaces}.
 */
final class WayTraits {
  /** Clear width that a wheelchair needs, in metres. */
  static final double WHEELCHAIR_METERS = 0.9;

  /** Highest kerb that wheels roll over, in metres (OSM wiki, "Key:kerb": lowered). */
  private static final double ROLLED_OVER_METERS = 0.03;

  private static final Set<String> NOT_UNDERGROUND = Set.of("no", "building_passage", "culvert");
  private static final List<String> WIDTHS = List.of("maxwidth:physical", "width", "est_width");
  private static final Set<String> YES = Set.of("yes", "both", "left", "right", "designated");
  private static final List<String> HANDRAILS =
      List.of("handrail", "handrail:both", "handrail:left", "handrail:right", "handrail:center");
  private static final Set<String> FORDS = Set.of("yes", "stepping_stones");
  private static final Set<String> FOR_WHEELS = Set.of("yes", "designated", "official");
  private static final Set<String> ROLLABLE_KERBS = Set.of("lowered", "flush");
  // A rolled kerb is rounded for cars and as high as others.
  private static final Set<String> HIGH_KERBS = Set.of("raised", "rolled", "regular");
  private static final List<String> CROSSINGS = List.of("footway", "path", "cycleway");

  private WayTraits() {}

  static EdgeTraits of(OsmTags tags, PedestrianAccess.Walkable way) {
    EdgeTraits traits = EdgeTraits.of(way.streetClass(), way.forward(), way.backward());
    String bridge = tags.get("bridge");
    if (bridge != null && !bridge.equals("no")) {
      traits = traits.with(EdgeTraits.BRIDGE);
    }
    String tunnel = tags.get("tunnel");
    if ((tunnel != null && !NOT_UNDERGROUND.contains(tunnel))
        || tags.is("location", "underground")) {
      traits = traits.with(EdgeTraits.TUNNEL);
    }
    if (tags.is("highway", "elevator")) {
      traits = traits.with(EdgeTraits.LIFT);
    }
    if (isNarrow(tags)) {
      traits = traits.with(EdgeTraits.NARROW);
    }
    if (traits.has(EdgeTraits.STEPS) && hasWheelRamp(tags)) {
      traits = traits.with(EdgeTraits.RAMP);
    }
    if (tags.isOneOf("ford", FORDS)) {
      traits = traits.with(EdgeTraits.OBSTACLE);
    }
    for (String key : HANDRAILS) {
      if (tags.isOneOf(key, YES)) {
        traits = traits.with(EdgeTraits.HANDRAIL);
      }
    }
    if (isCrossing(tags)) {
      traits = traits.with(kerb(tags));
    }
    traits = traits.with(Surfaces.of(tags)).with(wheelchair(tags));
    double incline = Lengths.inclinePercent(tags.get("incline"));
    // A square has no direction to rise in.
    return Double.isNaN(incline) || way.streetClass() == StreetClass.AREA
        ? traits
        : traits.withIncline(wholePercent(incline));
  }

  /** Rounded alike uphill and downhill, so that a way drawn backwards is the same street. */
  private static int wholePercent(double incline) {
    double most = Math.min(EdgeTraits.INCLINE_MOST, Math.abs(incline));
    return (int) Math.signum(incline) * (int) Math.round(most);
  }

  /** Whether the way leads over a carriageway, so that its kerbs are crossed. */
  static boolean isCrossing(OsmTags tags) {
    for (String key : CROSSINGS) {
      if (tags.is(key, "crossing")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the tags say that it is too narrow for wheels. */
  static boolean isNarrow(OsmTags tags) {
    for (String key : WIDTHS) {
      double meters = Lengths.meters(tags.get(key));
      if (!Double.isNaN(meters)) {
        return meters < WHEELCHAIR_METERS;
      }
    }
    return false;
  }

  private static boolean hasWheelRamp(OsmTags tags) {
    String ramp = tags.get("ramp:wheelchair");
    return ramp != null
        ? ramp.equals("yes")
        : tags.is("ramp", "yes") && tags.isOneOf("wheelchair", FOR_WHEELS);
  }

  static Wheelchair wheelchair(OsmTags tags) {
    String value = tags.get("wheelchair");
    if (value == null) {
      return Wheelchair.UNKNOWN;
    }
    return switch (value) {
      case "yes", "designated", "official" -> Wheelchair.YES;
      case "limited" -> Wheelchair.LIMITED;
      case "no" -> Wheelchair.NO;
      default -> Wheelchair.UNKNOWN;
    };
  }

  /** The kerb of a node or crossing; a height in metres says more than the word. */
  static Kerb kerb(OsmTags tags) {
    double height = Lengths.meters(firstOf(tags.get("kerb:height"), kerbHeight(tags)));
    if (!Double.isNaN(height)) {
      return height > ROLLED_OVER_METERS ? Kerb.RAISED : Kerb.LOWERED;
    }
    if (tags.isOneOf("kerb", ROLLABLE_KERBS)) {
      return Kerb.LOWERED;
    }
    return tags.isOneOf("kerb", HIGH_KERBS) ? Kerb.RAISED : Kerb.NONE;
  }

  private static @Nullable String kerbHeight(OsmTags tags) {
    return tags.is("barrier", "kerb") ? tags.get("height") : null;
  }

  private static @Nullable String firstOf(@Nullable String a, @Nullable String b) {
    return a == null ? b : a;
  }
}
