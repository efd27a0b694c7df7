package org.caremap.sample;

import org.jspecify.annotations.Nullable;

/**
 * What a run of street is.
 *
 * @param road kind of way
 * @param name street name or null
 * @param dropShare share of its edges left out for irregularity, where that cuts nobody off
 * @param bridge whether nobody lives along it
 */
record Style(StreetSink.Road road, @Nullable String name, double dropShare, boolean bridge) {

  static Style street(StreetSink.Road road, @Nullable String name) {
    return new Style(road, name, 0, false);
  }

  static Style loose(StreetSink.Road road, @Nullable String name, double dropShare) {
    return new Style(road, name, dropShare, false);
  }

  Style asBridge() {
    return new Style(road, name, dropShare, true);
  }
}
