package org.caremap.osm;

import java.util.Map;
import java.util.Set;
import org.caremap.core.graph.Surface;
import org.jspecify.annotations.Nullable;

/**
 * What a way is paved with. {@code smoothness} says most directly how wheels fare (OSM wiki,
 * "Key:smoothness": up to intermediate for wheelchairs, very_horrible for no wheels but tractors);
 * then {@code surface} ("Key:surface", "Wheelchair routing"), the worst of several; then {@code
 * tracktype} ("Key:tracktype").
 */
final class Surfaces {
  private static final Map<String, Surface> SMOOTHNESS =
      Map.of(
          "excellent", Surface.SMOOTH,
          "good", Surface.SMOOTH,
          "intermediate", Surface.SMOOTH,
          "bad", Surface.ROUGH,
          "very_bad", Surface.SOFT,
          "horrible", Surface.SOFT,
          "very_horrible", Surface.IMPASSABLE,
          "impassable", Surface.IMPASSABLE);
  private static final Map<String, Surface> TRACKTYPE =
      Map.of(
          "grade1", Surface.SMOOTH,
          "grade2", Surface.ROUGH,
          "grade3", Surface.SOFT,
          "grade4", Surface.SOFT,
          "grade5", Surface.SOFT);
  private static final Set<String> SMOOTH =
      Set.of(
          "paved",
          "asphalt",
          "chipseal",
          "concrete",
          "concrete:plates",
          "paving_stones",
          "interlock",
          "bricks",
          "brick",
          "tiles",
          "metal",
          "wood",
          "plastic",
          "rubber",
          "tartan",
          "acrylic",
          "artificial_turf",
          "carpet",
          "linoleum",
          "resin");
  private static final Set<String> ROUGH =
      Set.of(
          "sett",
          "cobblestone",
          "cobblestone:flattened",
          "unhewn_cobblestone",
          "concrete:lanes",
          "compacted",
          "fine_gravel",
          "grass_paver",
          "metal_grid");
  private static final Set<String> SOFT =
      Set.of(
          "unpaved",
          "gravel",
          "pebblestone",
          "dirt",
          "earth",
          "ground",
          "soil",
          "clay",
          "grass",
          "sand",
          "woodchips",
          "bark",
          "shells",
          "snow",
          "ice",
          "salt");
  private static final Set<String> IMPASSABLE =
      Set.of("rock", "rocks", "boulders", "stone", "stepping_stones", "mud");

  private Surfaces() {}

  static Surface of(OsmTags tags) {
    String smoothness = first(tags, "footway:smoothness", "smoothness");
    Surface surface = smoothness == null ? null : SMOOTHNESS.get(smoothness);
    if (surface != null) {
      return surface;
    }
    String paving = first(tags, "footway:surface", "surface");
    surface = paving == null ? Surface.UNKNOWN : worst(paving);
    String track = tags.get("tracktype");
    return surface == Surface.UNKNOWN && track != null
        ? TRACKTYPE.getOrDefault(track, Surface.UNKNOWN)
        : surface;
  }

  private static @Nullable String first(OsmTags tags, String special, String general) {
    String value = tags.get(special);
    return value == null ? tags.get(general) : value;
  }

  private static Surface worst(String paving) {
    Surface worst = Surface.UNKNOWN;
    for (String part : paving.split("[;/,]", -1)) {
      Surface one = one(part.strip());
      worst = one.compareTo(worst) > 0 ? one : worst;
    }
    return worst;
  }

  private static Surface one(String paving) {
    if (SMOOTH.contains(paving)) {
      return Surface.SMOOTH;
    }
    if (ROUGH.contains(paving)) {
      return Surface.ROUGH;
    }
    if (SOFT.contains(paving)) {
      return Surface.SOFT;
    }
    if (IMPASSABLE.contains(paving)) {
      return Surface.IMPASSABLE;
    }
    // "paving_stones:30" is of the family before the colon.
    int colon = paving.indexOf(':');
    return colon > 0 ? one(paving.substring(0, colon)) : Surface.UNKNOWN;
  }
}
