package org.caremap.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.WalkingNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Street corners as places for something new: junctions of at least three street pieces that can be
 * walked. A county has a hundred thousand of them, so one a cell is taken, the cells with most need
 * around them first. Nothing is left to chance: the same streets and need give the same corners.
 */
final class StreetCorners {
  private static final int LEAST_PIECES = 3;

  /** Cells a walk of the cut-off leads over. */
  private static final int CELLS_A_WALK = 3;

  private static final double LEAST_CELL_METERS = 100;
  private static final double MOST_CELL_METERS = 400;
  private static final int MOST_NAMES = 2;

  private final WalkingNetwork network;
  private final StreetGraph graph;
  private final LocalProjection projection;
  private final double cellMeters;
  private final Map<Long, Double> need = new HashMap<>();

  /**
   * A corner.
   *
   * @param name of up to two streets that meet there, null where none has a name
   */
  record Corner(double lon, double lat, @Nullable String name) {}

  private record Cell(long x, long y, double near, double around, int node) {}

  private StreetCorners(WalkingNetwork network, double walkMeters) {
    this.network = network;
    this.graph = network.graph();
    BoundingBox box = graph.bounds();
    projection =
        new LocalProjection((box.west() + box.east()) / 2, (box.south() + box.north()) / 2);
    cellMeters = Math.min(MOST_CELL_METERS, Math.max(LEAST_CELL_METERS, walkMeters / CELLS_A_WALK));
  }

  /**
   * Picks.
   *
   * @param network streets as somebody walks them
   * @param lon degrees of the places with need
   * @param lat degrees, as many
   * @param need how much, at least 0, as many
   * @param walkMeters how far somebody walks at most
   * @param most how many corners at most
   * @return those with most need around them first; none where nobody is within a walk
   */
  static List<Corner> pick(
      WalkingNetwork network,
      double[] lon,
      double[] lat,
      double[] need,
      double walkMeters,
      int most) {
    if (network.graph().nodeCount() == 0 || most == 0) {
      return List.of();
    }
    StreetCorners corners = new StreetCorners(network, walkMeters);
    for (int i = 0; i < need.length; i++) {
      if (need[i] > 0) {
        corners.need.merge(corners.cell(lon[i], lat[i]), need[i], Double::sum);
      }
    }
    return corners.cells().stream()
        .filter(cell -> cell.around > 0)
        .sorted(
            Comparator.comparingDouble((Cell cell) -> -cell.near)
                .thenComparingDouble(cell -> -cell.around)
                .thenComparingLong(Cell::x)
                .thenComparingLong(Cell::y))
        .limit(most)
        .map(cell -> corners.corner(cell.node))
        .toList();
  }

  private long cell(double lon, double lat) {
    return key(
        (long) Math.floor(projection.x(lon) / cellMeters),
        (long) Math.floor(projection.y(lat) / cellMeters));
  }

  private static long key(long x, long y) {
    return x << Integer.SIZE ^ (y & 0xffffffffL);
  }

  /** Every cell that has a corner, with the one nearest to its middle. */
  private List<Cell> cells() {
    Map<Long, Integer> nodeOfCell = new HashMap<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (isCorner(node)) {
        long cell = cell(graph.nodeLon(node), graph.nodeLat(node));
        Integer before = nodeOfCell.get(cell);
        if (before == null || isNearer(node, before, cell)) {
          nodeOfCell.put(cell, node);
        }
      }
    }
    List<Cell> cells = new ArrayList<>();
    nodeOfCell.forEach(
        (cell, node) -> {
          long x = cell >> Integer.SIZE;
          long y = (int) (long) cell;
          cells.add(new Cell(x, y, around(x, y, 1), around(x, y, CELLS_A_WALK), node));
        });
    return cells;
  }

  private double around(long x, long y, int cells) {
    double sum = 0;
    for (long dx = -cells; dx <= cells; dx++) {
      for (long dy = -cells; dy <= cells; dy++) {
        sum += need.getOrDefault(key(x + dx, y + dy), 0.0);
      }
    }
    return sum;
  }

  private boolean isCorner(int node) {
    int[] offsets = graph.arcs().offsets();
    int open = 0;
    for (int arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      if (network.leaveCost(arc) < WalkingNetwork.UNREACHED
          || network.arriveCost(arc) < WalkingNetwork.UNREACHED) {
        open++;
      }
    }
    return open >= LEAST_PIECES;
  }

  private boolean isNearer(int node, int than, long cell) {
    double x = ((cell >> Integer.SIZE) + 0.5) * cellMeters;
    double y = ((int) cell + 0.5) * cellMeters;
    int order = Double.compare(distance(node, x, y), distance(than, x, y));
    if (order == 0) {
      order = Double.compare(graph.nodeLon(node), graph.nodeLon(than));
    }
    return order == 0 ? graph.nodeLat(node) < graph.nodeLat(than) : order < 0;
  }

  private double distance(int node, double x, double y) {
    return Math.hypot(projection.x(graph.nodeLon(node)) - x, projection.y(graph.nodeLat(node)) - y);
  }

  private Corner corner(int node) {
    int[] offsets = graph.arcs().offsets();
    TreeSet<String> names = new TreeSet<>();
    for (int arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      String name = graph.edgeName(graph.arcs().edges()[arc] >> 1);
      if (name != null && !name.isBlank()) {
        names.add(name);
      }
    }
    return new Corner(
        graph.nodeLon(node),
        graph.nodeLat(node),
        names.isEmpty() ? null : String.join(" / ", names.stream().limit(MOST_NAMES).toList()));
  }
}
