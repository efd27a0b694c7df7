package org.caremap.population;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All demand points at one moment as flat arrays, immutable, in order of their internal id. */
public final class DemandPoints {
  /** No points. */
  public static final DemandPoints NONE = new Builder(0).build();

  private final int size;
  private final long[] ids;
  private final long[] versions;
  private final String[] externalIds;
  private final double[] lon;
  private final double[] lat;
  private final @Nullable String[] areaCodes;
  private final double[][] counts;
  private final boolean[] sample;
  private final boolean[] knownAnywhere = new boolean[DemandGroup.COUNT];
  private volatile @Nullable Map<String, Integer> byExternalId;

  private DemandPoints(Builder b) {
    size = b.size;
    ids = Arrays.copyOf(b.ids, size);
    versions = Arrays.copyOf(b.versions, size);
    externalIds = Arrays.copyOf(b.externalIds, size);
    lon = Arrays.copyOf(b.lon, size);
    lat = Arrays.copyOf(b.lat, size);
    areaCodes = Arrays.copyOf(b.areaCodes, size);
    sample = Arrays.copyOf(b.sample, size);
    counts = new double[DemandGroup.COUNT][];
    for (int g = 0; g < counts.length; g++) {
      counts[g] = Arrays.copyOf(b.counts[g], size);
      knownAnywhere[g] = Arrays.stream(counts[g]).anyMatch(count -> !Double.isNaN(count));
    }
  }

  /** Points as they once were, in this order; they have no internal ids. */
  public static DemandPoints of(Iterable<DemandPoint> points) {
    Builder builder = new Builder(0);
    points.forEach(builder::add);
    return builder.build();
  }

  /** How many points. */
  public int size() {
    return size;
  }

  /** Longitudes, shared: read only. */
  public double[] lon() {
    return lon;
  }

  /** Latitudes, shared: read only. */
  public double[] lat() {
    return lat;
  }

  /** Counts of one group, NaN where unknown, shared: read only. */
  public double[] counts(DemandGroup group) {
    return counts[group.ordinal()];
  }

  /** Whether any point says how many of this group live there. */
  public boolean isKnownAnywhere(DemandGroup group) {
    return knownAnywhere[group.ordinal()];
  }

  /** Area code as imported, null where none. */
  public @Nullable String areaCode(int i) {
    return areaCodes[i];
  }

  /** Internal id. */
  public long id(int i) {
    return ids[i];
  }

  /** Version of the row. */
  public long version(int i) {
    return versions[i];
  }

  /** The owner's id. */
  public String externalId(int i) {
    return externalIds[i];
  }

  /** Whether the sample county brought it. */
  public boolean isSample(int i) {
    return sample[i];
  }

  /** The point as it would be imported. */
  public DemandPoint get(int i) {
    double[] all = new double[DemandGroup.COUNT];
    for (int g = 0; g < all.length; g++) {
      all[g] = counts[g][i];
    }
    return new DemandPoint(externalIds[i], lon[i], lat[i], areaCodes[i], all);
  }

  /** Index of the point with this external id, or -1. */
  int indexOf(String externalId) {
    Map<String, Integer> index = byExternalId;
    if (index == null) {
      index = new HashMap<>(size * 2);
      for (int i = 0; i < size; i++) {
        index.put(externalIds[i], i);
      }
      byExternalId = index;
    }
    return index.getOrDefault(externalId, -1);
  }

  /** Grows while rows are read. */
  static final class Builder {
    private int size;
    private long[] ids;
    private long[] versions;
    private String[] externalIds;
    private double[] lon;
    private double[] lat;
    private @Nullable String[] areaCodes;
    private boolean[] sample;
    private final double[][] counts = new double[DemandGroup.COUNT][];
    private final Map<String, String> interned = new HashMap<>();

    Builder(int expected) {
      int capacity = Math.max(16, expected);
      ids = new long[capacity];
      versions = new long[capacity];
      externalIds = new String[capacity];
      lon = new double[capacity];
      lat = new double[capacity];
      areaCodes = new String[capacity];
      sample = new boolean[capacity];
      for (int g = 0; g < counts.length; g++) {
        counts[g] = new double[capacity];
      }
    }

    void add(DemandPointEntity row) {
      if (size == ids.length) {
        grow();
      }
      ids[size] = row.id;
      versions[size] = row.version;
      externalIds[size] = row.externalId;
      lon[size] = row.location.getX();
      lat[size] = row.location.getY();
      areaCodes[size] =
          row.areaCode == null ? null : interned.computeIfAbsent(row.areaCode, code -> code);
      sample[size] = row.sample;
      double[] known = row.counts();
      for (int g = 0; g < known.length; g++) {
        counts[g][size] = known[g];
      }
      size++;
    }

    void add(DemandPoint point) {
      if (size == ids.length) {
        grow();
      }
      ids[size] = size;
      externalIds[size] = point.externalId();
      lon[size] = point.lon();
      lat[size] = point.lat();
      String area = point.areaCode();
      areaCodes[size] = area == null ? null : interned.computeIfAbsent(area, code -> code);
      for (int g = 0; g < counts.length; g++) {
        counts[g][size] = point.counts()[g];
      }
      size++;
    }

    private void grow() {
      int capacity = size * 2;
      ids = Arrays.copyOf(ids, capacity);
      versions = Arrays.copyOf(versions, capacity);
      externalIds = Arrays.copyOf(externalIds, capacity);
      lon = Arrays.copyOf(lon, capacity);
      lat = Arrays.copyOf(lat, capacity);
      areaCodes = Arrays.copyOf(areaCodes, capacity);
      sample = Arrays.copyOf(sample, capacity);
      for (int g = 0; g < counts.length; g++) {
        counts[g] = Arrays.copyOf(counts[g], capacity);
      }
    }

    DemandPoints build() {
      return new DemandPoints(this);
    }
  }
}
