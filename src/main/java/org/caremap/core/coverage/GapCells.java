package org.caremap.core.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.LocalProjection;

/**
 * The cells that uncovered people live in, and which cluster each is in: flat arrays of one entry a
 * cell, found by their column and row in a table with open addressing. 60 bytes a cell and 8 a
 * point while it is built.
 */
final class GapCells {
  private static final int NONE = -1;

  // Where rounding could decide, the distance is computed as it is stated.
  private static final double SURE = 1e-9;

  private final double cellMeters;
  private final LocalProjection projection;
  private final double southY;
  private int count;
  private int[] column = new int[64];
  private int[] row = new int[64];
  // A StableSum for each cell.
  private double[] sum = new double[64];
  private double[] lost = new double[64];
  private int[] slots = new int[256];
  private final int[] cellOfPoint;
  private int clusterCount;
  private int[] clusterOfCell = new int[0];
  // Cells of cluster c, in the order in which it grew: members[firstMember[c]] and on.
  private int[] members = new int[0];
  private int[] firstMember = new int[0];

  /** Puts the uncovered people of all points into cells. */
  GapCells(
      double cellMeters,
      double[] lon,
      double[] lat,
      double[] counts,
      double[] meters,
      PointCutoffs cutoffs) {
    this.cellMeters = cellMeters;
    BoundingBox box = BoundingBox.ofPoints(lon, lat);
    // One projection for all: cells are a little narrower in the north, but they tile.
    projection = new LocalProjection(box.west(), (box.south() + box.north()) / 2);
    southY = projection.y(box.south());
    cellOfPoint = new int[lon.length];
    Arrays.fill(slots, NONE);
    for (int i = 0; i < lon.length; i++) {
      cellOfPoint[i] = NONE;
      if (counts[i] > 0 && !cutoffs.covers(i, meters[i])) {
        int cell =
            findOrAdd(
                (int) Math.floor(projection.x(lon[i]) / cellMeters),
                (int) Math.floor((projection.y(lat[i]) - southY) / cellMeters));
        cellOfPoint[i] = cell;
        double next = sum[cell] + counts[i];
        lost[cell] +=
            Math.abs(sum[cell]) >= Math.abs(counts[i])
                ? (sum[cell] - next) + counts[i]
                : (counts[i] - next) + sum[cell];
        sum[cell] = next;
      }
    }
  }

  private static int hash(int column, int row) {
    int mixed = column * 0x9E3779B9 + row * 0x85EBCA6B;
    return mixed ^ (mixed >>> 15);
  }

  private int find(int wantedColumn, int wantedRow) {
    int at = hash(wantedColumn, wantedRow) & (slots.length - 1);
    while (slots[at] != NONE) {
      int cell = slots[at];
      if (column[cell] == wantedColumn && row[cell] == wantedRow) {
        return cell;
      }
      at = (at + 1) & (slots.length - 1);
    }
    return NONE;
  }

  private int findOrAdd(int newColumn, int newRow) {
    int known = find(newColumn, newRow);
    if (known != NONE) {
      return known;
    }
    if (count == column.length) {
      column = Arrays.copyOf(column, 2 * count);
      row = Arrays.copyOf(row, 2 * count);
      sum = Arrays.copyOf(sum, 2 * count);
      lost = Arrays.copyOf(lost, 2 * count);
      slots = new int[8 * count];
      Arrays.fill(slots, NONE);
      for (int cell = 0; cell < count; cell++) {
        place(cell);
      }
    }
    column[count] = newColumn;
    row[count] = newRow;
    place(count);
    return count++;
  }

  private void place(int cell) {
    int at = hash(column[cell], row[cell]) & (slots.length - 1);
    while (slots[at] != NONE) {
      at = (at + 1) & (slots.length - 1);
    }
    slots[at] = cell;
  }

  private double demand(int cell) {
    return sum[cell] + lost[cell];
  }

  /** Grows clusters until every cell is in one. */
  void cluster(double reachMeters) {
    clusterOfCell = new int[count];
    Arrays.fill(clusterOfCell, NONE);
    members = new int[count];
    firstMember = new int[count + 1];
    int taken = 0;
    for (int first : fullestFirst()) {
      if (clusterOfCell[first] == NONE) {
        taken = grow(first, taken, reachMeters);
        firstMember[++clusterCount] = taken;
      }
    }
  }

  /** Cells by their people, equal ones from the south-west: a merge sort of their numbers. */
  private int[] fullestFirst() {
    int[] sorted = IntStream.range(0, count).toArray();
    int[] merged = new int[count];
    for (int width = 1; width < count; width *= 2) {
      for (int from = 0; from < count; from += 2 * width) {
        int middle = Math.min(from + width, count);
        int end = Math.min(middle + width, count);
        int left = from;
        int right = middle;
        for (int to = from; to < end; to++) {
          boolean takeLeft =
              right == end || (left < middle && !isBefore(sorted[right], sorted[left]));
          merged[to] = takeLeft ? sorted[left++] : sorted[right++];
        }
      }
      int[] swap = sorted;
      sorted = merged;
      merged = swap;
    }
    return sorted;
  }

  private boolean isBefore(int a, int b) {
    int order = Double.compare(demand(b), demand(a));
    if (order == 0) {
      order = Integer.compare(row[a], row[b]);
    }
    return order == 0 ? column[a] < column[b] : order < 0;
  }

  /** Takes the first cell and what is joined to it; returns where the members end. */
  private int grow(int first, int from, double reachMeters) {
    int open = from;
    int end = from;
    members[end++] = first;
    clusterOfCell[first] = clusterCount;
    while (open < end) {
      int cell = members[open++];
      for (int dRow = -1; dRow <= 1; dRow++) {
        for (int dColumn = -1; dColumn <= 1; dColumn++) {
          int next = find(column[cell] + dColumn, row[cell] + dRow);
          if (next != NONE
              && clusterOfCell[next] == NONE
              && isNear(column[next] - column[first], row[next] - row[first], reachMeters)) {
            clusterOfCell[next] = clusterCount;
            members[end++] = next;
          }
        }
      }
    }
    return end;
  }

  private boolean isNear(int columns, int rows, double reachMeters) {
    double squared = ((double) columns * columns + (double) rows * rows) * cellMeters * cellMeters;
    double limit = reachMeters * reachMeters;
    if (squared < limit * (1 - SURE)) {
      return true;
    }
    return squared <= limit * (1 + SURE) && Math.hypot(columns, rows) * cellMeters <= reachMeters;
  }

  /** Number of clusters, after {@link #cluster}. */
  int clusterCount() {
    return clusterCount;
  }

  /** Points of every cluster, ascending, after {@link #cluster}. */
  int[][] pointsByCluster() {
    int[] size = new int[clusterCount];
    for (int cell : cellOfPoint) {
      if (cell != NONE) {
        size[clusterOfCell[cell]]++;
      }
    }
    int[][] points = new int[clusterCount][];
    for (int c = 0; c < clusterCount; c++) {
      points[c] = new int[size[c]];
    }
    Arrays.fill(size, 0);
    for (int i = 0; i < cellOfPoint.length; i++) {
      if (cellOfPoint[i] != NONE) {
        int c = clusterOfCell[cellOfPoint[i]];
        points[c][size[c]++] = i;
      }
    }
    return points;
  }

  /** Cells of a cluster in the order in which it grew, after {@link #cluster}. */
  List<CellOutline.Cell> cells(int cluster) {
    return IntStream.range(firstMember[cluster], firstMember[cluster + 1])
        .mapToObj(m -> new CellOutline.Cell(column[members[m]], row[members[m]]))
        .toList();
  }

  /** Longitude of the west side of a column. */
  double lon(int ofColumn) {
    return projection.lon(ofColumn * cellMeters);
  }

  /** Latitude of the south side of a row. */
  double lat(int ofRow) {
    return projection.lat(southY + ofRow * cellMeters);
  }
}
