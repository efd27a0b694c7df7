package org.caremap.kitchen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kitchens that are thought of. Both lists may be absent.
 *
 * @param added new kitchens, at most 20
 * @param closed internal or external ids of kitchens that would close
 */
public record KitchenChange(@Nullable List<Place> added, @Nullable List<String> closed) {
  /**
   * A new kitchen.
   *
   * @param lon degrees, WGS 84
   * @param lat degrees, WGS 84
   * @param capacity meals a day, null where nobody has said
   */
  public record Place(@Nullable Double lon, @Nullable Double lat, @Nullable Integer capacity) {}
}
