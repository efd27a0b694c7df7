package org.caremap.osm;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a background feature shows. Files store the ordinal. */
public enum BackgroundKind {
  /** Lakes, ponds, river areas: polygons. */
  WATER,
  /** Rivers, canals, streams: lines. */
  WATERWAY,
  /** Railways in use: lines. */
  RAILWAY,
  /** Parks, woods, meadows: polygons. */
  GREEN,
  /** Coast: lines with the land on their left. */
  COASTLINE;

  private static final Set<String> WATERWAYS = Set.of("river", "canal", "stream");
  private static final Set<String> WATER_AREAS = Set.of("riverbank", "dock", "boatyard");
  private static final Set<String> WATER_USES = Set.of("reservoir", "basin");
  private static final Set<String> RAILWAYS = Set.of("rail", "light_rail", "subway", "tram");
  private static final Set<String> GREEN_LEISURE =
      Set.of("park", "garden", "golf_course", "nature_reserve", "pitch");
  private static final Set<String> GREEN_USES =
      Set.of("forest", "grass", "recreation_ground", "meadow", "village_green", "cemetery");
  private static final Set<String> GREEN_NATURE = Set.of("wood", "grassland", "scrub", "heath");

  /** Whether features of this kind are polygons. */
  public boolean isArea() {
    return this == WATER || this == GREEN;
  }

  static @Nullable BackgroundKind of(OsmTags tags, boolean closed) {
    if (tags.isEmpty()) {
      return null;
    }
    if (closed) {
      if (tags.is("natural", "water")
          || tags.isOneOf("waterway", WATER_AREAS)
          || tags.isOneOf("landuse", WATER_USES)) {
        return WATER;
      }
      if (tags.isOneOf("leisure", GREEN_LEISURE)
          || tags.isOneOf("landuse", GREEN_USES)
          || tags.isOneOf("natural", GREEN_NATURE)) {
        return GREEN;
      }
    }
    if (tags.isOneOf("waterway", WATERWAYS) && !tags.is("tunnel", "culvert")) {
      return WATERWAY;
    }
    if (tags.isOneOf("railway", RAILWAYS) && !tags.is("tunnel", "yes")) {
      return RAILWAY;
    }
    return tags.is("natural", "coastline") ? COASTLINE : null;
  }
}
