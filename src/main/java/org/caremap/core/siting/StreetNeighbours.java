package org.caremap.core.siting;

import java.util.Arrays;
import org.caremap.core.graph.StreetGraph;

/**
 * Which areas are neighbours by streets: those that a street piece joins, its ends lying in one and
 * in the other. Areas that only share a border, with a river and no bridge between them, are none.
 * Immutable.
 */
public final class StreetNeighbours {
  private final int[] first;
  private final int[] neighbour;
  private final int[] streets;

  private StreetNeighbours(int[] first, int[] neighbour, int[] streets) {
    this.first = first;
    this.neighbour = neighbour;
    this.streets = streets;
  }

  /**
   * @param areaOfNode area of each node in [0, areas), or {@link StreetCells#NONE}
   * @param areas how many areas there are
   */
  public static StreetNeighbours of(StreetGraph graph, int[] areaOfNode, int areas) {
    long[] pairs = new long[1024];
    int count = 0;
    for (int e = 0; e < graph.edgeCount(); e++) {
      int a = areaOfNode[graph.edgeFrom(e)];
      int b = areaOfNode[graph.edgeTo(e)];
      if (a != b && a >= 0 && b >= 0) {
        if (count + 2 > pairs.length) {
          pairs = Arrays.copyOf(pairs, 2 * pairs.length);
        }
        pairs[count++] = (long) a << 32 | b;
        pairs[count++] = (long) b << 32 | a;
      }
    }
    Arrays.sort(pairs, 0, count);
    int[] first = new int[areas + 1];
    int[] neighbour = new int[count];
    int[] streets = new int[count];
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i > 0 && pairs[i] == pairs[i - 1]) {
        streets[distinct - 1]++;
        continue;
      }
      neighbour[distinct] = (int) pairs[i];
      streets[distinct++] = 1;
      first[(int) (pairs[i] >> 32) + 1]++;
    }
    for (int a = 0; a < areas; a++) {
      first[a + 1] += first[a];
    }
    return new StreetNeighbours(
        first, Arrays.copyOf(neighbour, distinct), Arrays.copyOf(streets, distinct));
  }

  /** Where the neighbours of each area start, and where the last's end. */
  public int[] first() {
    return first.clone();
  }

  /** Neighbours, ascending within an area. */
  public int[] neighbours() {
    return neighbour.clone();
  }

  /** How many street pieces join two areas; 0 where they are no neighbours. */
  public int streets(int a, int b) {
    int at = Arrays.binarySearch(neighbour, first[a], first[a + 1], b);
    return at < 0 ? 0 : streets[at];
  }
}
