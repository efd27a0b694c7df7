package org.caremap.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that is thought of. All lists may be absent.
 *
 * @param add new facilities
 * @param move facilities that would stand elsewhere
 * @param close ids of facilities that would close
 * @param bridges footbridges that would open
 * @param closeStreets places whose nearest street piece, from junction to junction, would close
 */
public record WhatIfRequest(
    @Nullable List<Place> add,
    @Nullable List<Move> move,
    @Nullable List<String> close,
    @Nullable List<Bridge> bridges,
    @Nullable List<Place> closeStreets) {
  /** A place in WGS 84. */
  public record Place(@Nullable Double lon, @Nullable Double lat) {}

  /**
   * A facility and its new place.
   *
   * @param id internal or external id
   */
  public record Move(@Nullable String id, @Nullable Double lon, @Nullable Double lat) {}

  /** A footbridge and its two ends. */
  public record Bridge(@Nullable Place from, @Nullable Place to) {}

  static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
