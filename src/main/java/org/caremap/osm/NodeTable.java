package org.caremap.osm;

import java.util.Arrays;
import org.caremap.core.graph.GrowingLongs;

/**
 * The nodes that ways refer to, in order of their ids: [16] bytes a node. Filled while nodes are
 * read.
 */
final class NodeTable {
  /** Longitude of a node that the file does not hold. */
  static final int MISSING = Integer.MIN_VALUE;

  private final long[] ids;
  private final int[] lon;
  private final int[] lat;

  /**
   * @param refs ids, in any order, repeated at will
   * @param more further ids
   */
  NodeTable(GrowingLongs refs, GrowingLongs... more) {
    long[] sorted = refs.toArray();
    for (GrowingLongs others : more) {
      int size = sorted.length;
      sorted = Arrays.copyOf(sorted, size + others.size());
      System.arraycopy(others.toArray(), 0, sorted, size, others.size());
    }
    Arrays.parallelSort(sorted);
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    ids = Arrays.copyOf(sorted, distinct);
    lon = new int[distinct];
    Arrays.fill(lon, MISSING);
    lat = new int[distinct];
  }

  int size() {
    return ids.length;
  }

  /** Place of an id in the table; negative if nobody refers to it. */
  int indexOf(long id) {
    return Arrays.binarySearch(ids, id);
  }

  void put(int index, int lonUnits, int latUnits) {
    lon[index] = lonUnits;
    lat[index] = latUnits;
  }

  boolean isMissing(int index) {
    return lon[index] == MISSING;
  }

  /** Longitude in 1e-7 degree. */
  int lonUnits(int index) {
    return lon[index];
  }

  /** Latitude in 1e-7 degree. */
  int latUnits(int index) {
    return lat[index];
  }

  double lon(int index) {
    return lon[index] / 1e7;
  }

  double lat(int index) {
    return lat[index] / 1e7;
  }
}
