package org.caremap.core.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.caremap.core.coverage.CellOutline.Cell;
import org.caremap.core.geo.LocalProjection;

/** The method of {@link GapClusters} word by word, with maps: which points are in which cluster. */
final class PlainGaps {
  private PlainGaps() {}

  static List<List<Integer>> find(
      GapClusters of,
      double[] lon,
      double[] lat,
      double[] counts,
      double[] meters,
      List<Cutoff> cutoffOfPoint) {
    double west = min(lon);
    double south = min(lat);
    double north = -min(negated(lat));
    LocalProjection middle = new LocalProjection(west, (south + north) / 2);
    Map<Cell, TreeSet<Integer>> cells = new HashMap<>();
    for (int i = 0; i < lon.length; i++) {
      if (counts[i] > 0 && !cutoffOfPoint.get(i).covers(meters[i])) {
        int column = (int) Math.floor(middle.x(lon[i]) / of.cellMeters());
        int row = (int) Math.floor((middle.y(lat[i]) - middle.y(south)) / of.cellMeters());
        cells.computeIfAbsent(new Cell(column, row), cell -> new TreeSet<>()).add(i);
      }
    }
    List<Cell> order = new ArrayList<>(cells.keySet());
    order.sort(
        Comparator.comparingDouble((Cell cell) -> -people(cells.get(cell), counts))
            .thenComparingInt(Cell::row)
            .thenComparingInt(Cell::column));
    List<List<Integer>> clusters = new ArrayList<>();
    for (Cell first : order) {
      TreeSet<Integer> points = new TreeSet<>();
      Deque<Cell> open = new ArrayDeque<>(List.of(first));
      while (!open.isEmpty()) {
        Cell cell = open.remove();
        TreeSet<Integer> here = cells.get(cell);
        double away = Math.hypot(cell.column() - first.column(), cell.row() - first.row());
        if (here == null || here.isEmpty() || away * of.cellMeters() > of.reachMeters()) {
          continue;
        }
        points.addAll(here);
        here.clear();
        for (int step = 0; step < 9; step++) {
          open.add(cell.moved(step % 3 - 1, step / 3 - 1));
        }
      }
      if (!points.isEmpty()) {
        clusters.add(List.copyOf(points));
      }
    }
    clusters.sort(Comparator.comparingDouble(points -> -people(points, counts)));
    return clusters;
  }

  private static double people(Iterable<Integer> points, double[] counts) {
    StableSum sum = new StableSum();
    points.forEach(i -> sum.add(counts[i]));
    return sum.value();
  }

  private static double min(double[] values) {
    double least = values[0];
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double[] negated(double[] values) {
    double[] negated = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      negated[i] = -values[i];
    }
    return negated;
  }
}
