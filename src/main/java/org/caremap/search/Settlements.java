package org.caremap.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caremap.core.geo.GreatCircle;
import org.caremap.osm.OsmPlace;
import org.jspecify.annotations.Nullable;

/** Names of the nearest settlements, where no area has a boundary around a place. */
final class Settlements {
  private static final Set<String> KINDS =
      Set.of("city", "town", "village", "suburb", "hamlet", "quarter", "neighbourhood");
  private static final double NEAR_METERS = 4_000;

  /** Side of a square in degrees, more than {@link #NEAR_METERS} up to 60 degrees of latitude. */
  private static final double SQUARE = 0.08;

  private final Map<Long, List<OsmPlace>> bySquare = new HashMap<>();

  Settlements(List<OsmPlace> places) {
    for (OsmPlace place : places) {
      if (place.key().equals("place") && KINDS.contains(place.value()) && place.name() != null) {
        bySquare
            .computeIfAbsent(square(place.lon(), place.lat(), 0, 0), s -> new ArrayList<>())
            .add(place);
      }
    }
  }

  /** Whether a type is that of a settlement. */
  static boolean isOne(@Nullable String type) {
    return type != null && KINDS.contains(type);
  }

  /** The nearest one but for {@code self}, null if there is none near. */
  @Nullable String near(double lon, double lat, @Nullable String self) {
    String nearest = null;
    double least = NEAR_METERS;
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        for (OsmPlace place : bySquare.getOrDefault(square(lon, lat, dx, dy), List.of())) {
          double meters = GreatCircle.meters(lon, lat, place.lon(), place.lat());
          if (meters < least && place.name() != null && !place.name().equals(self)) {
            least = meters;
            nearest = place.name();
          }
        }
      }
    }
    return nearest;
  }

  private static long square(double lon, double lat, int dx, int dy) {
    long x = (long) Math.floor(lon / SQUARE) + dx;
    long y = (long) Math.floor((lat + 90) / SQUARE) + dy;
    return (x << 32) + y;
  }
}
