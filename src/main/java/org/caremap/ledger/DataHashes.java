package org.caremap.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.caremap.core.graph.StreetGraphFile;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.elevation.Elevation;
import org.caremap.elevation.ElevationContent;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityCatalog;
import org.caremap.osm.BackgroundFeature;
import org.caremap.population.DemandGroup;
import org.caremap.population.DemandPoints;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;

/**
 * The content of each kind of data as 12 hex digits: the same on every machine, whatever the
 * internal ids and the order in which rows came. Each is computed once for as long as its data live
 * (all of them are immutable).
 */
final class DataHashes {
  /** Digits of a content hash. */
  static final int DIGITS = 12;

  /** Said of a kind of which nothing is loaded. */
  static final String NONE = "none";

  // No content: who stored it, how often it was changed.
  private static final Set<String> STORAGE = Set.of("version", "sample");

  // Keyed by identity: none of the keys defines equality.
  private final Map<Object, String> known = new WeakHashMap<>();

  String streets(@Nullable StreetNetwork streets) {
    return streets == null
        ? NONE
        : once(
            streets.graph(),
            hash -> {
              content(() -> StreetGraphFile.writeContent(streets.graph(), hash));
              background(streets.background(), hash);
            });
  }

  private static void background(List<BackgroundFeature> features, ContentHash hash) {
    WKBWriter wkb = new WKBWriter();
    hash.whole(features.size());
    for (BackgroundFeature feature : features) {
      hash.text(feature.kind().name());
      hash.text(feature.name() == null || feature.name().isEmpty() ? null : feature.name());
      byte[] geometry = wkb.write(feature.geometry());
      hash.whole(geometry.length);
      hash.write(java.nio.ByteBuffer.wrap(geometry));
    }
  }

  String facilities(FacilityCatalog facilities) {
    return facilities.list().isEmpty()
        ? NONE
        : once(
            facilities,
            hash ->
                facilities.list().stream()
                    .map(Facility::details)
                    .sorted(Comparator.comparing(d -> d.externalId() == null ? "" : d.externalId()))
                    .forEach(details -> hash.text(CanonicalText.of(details, STORAGE))));
  }

  String areas(AreaTree areas) {
    return areas.size() == 0
        ? NONE
        : once(
            areas,
            hash ->
                areas.list().stream()
                    .sorted(Comparator.comparing(Area::code))
                    .forEach(area -> hash.text(CanonicalText.of(area, STORAGE))));
  }

  String demand(DemandPoints demand) {
    return demand.size() == 0 ? NONE : once(demand, hash -> points(demand, hash));
  }

  private static void points(DemandPoints demand, ContentHash hash) {
    Integer[] order = new Integer[demand.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(demand::externalId));
    double[][] counts = new double[DemandGroup.COUNT][];
    for (DemandGroup group : DemandGroup.values()) {
      counts[group.ordinal()] = demand.counts(group);
      hash.text(group.code());
    }
    for (int i : order) {
      hash.text(demand.externalId(i));
      hash.number(demand.lon()[i]);
      hash.number(demand.lat()[i]);
      hash.text(demand.areaCode(i));
      for (double[] of : counts) {
        hash.number(of[i]);
      }
    }
  }

  String elevation(@Nullable Elevation elevation) {
    return elevation == null
        ? NONE
        : once(elevation.model(), hash -> content(() -> ElevationContent.write(elevation, hash)));
  }

  /** What walking profiles mean; names and sources are no part of that. */
  static String profiles(WalkingProfiles profiles) {
    ContentHash hash = new ContentHash();
    profiles.list().stream()
        .sorted(Comparator.comparing(WalkingProfiles.Entry::code))
        .forEach(
            entry -> {
              hash.text(entry.code());
              hash.number(entry.speedMetersPerSecond());
              hash.text(CanonicalText.of(entry.rules(), Set.of()));
            });
    return hash.hex(DIGITS);
  }

  /** Of records in their order. */
  static String records(List<? extends Record> records) {
    if (records.isEmpty()) {
      return NONE;
    }
    ContentHash hash = new ContentHash();
    records.forEach(record -> hash.text(CanonicalText.of(record, STORAGE)));
    return hash.hex(DIGITS);
  }

  /** Of any text. */
  static String text(String text) {
    ContentHash hash = new ContentHash();
    hash.text(text);
    return hash.hex(DIGITS);
  }

  private synchronized String once(Object data, Consumer<ContentHash> write) {
    String before = known.get(data);
    if (before != null) {
      return before;
    }
    ContentHash hash = new ContentHash();
    write.accept(hash);
    String hex = hash.hex(DIGITS);
    known.put(data, hex);
    return hex;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void content(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException("a hash takes every byte", e);
    }
  }
}
