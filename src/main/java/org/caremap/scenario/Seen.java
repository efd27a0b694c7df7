package org.caremap.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change met when it was saved, so that a later look can say what has moved since: a
 * facility as it was, or where places joined the streets.
 *
 * @param name of the facility or street, null where it has none or there was nothing
 * @param lon where the facility stood or the place joined the street; null where it did not
 * @param lat as well
 * @param capacity of the facility, null where unknown
 * @param lon2 where the far end of a footbridge joined the street
 * @param lat2 as well
 * @param neighbours external ids of the operating facilities of its type close to an added one
 */
record Seen(
    @Nullable String name,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Integer capacity,
    @Nullable Double lon2,
    @Nullable Double lat2,
    List<String> neighbours) {
  /** Nothing was seen. */
  static final Seen NOTHING = new Seen(null, null, null, null, null, null, List.of());
}
