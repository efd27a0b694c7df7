package org.caremap.core.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;

/** Random communities: points, neighbours by Delaunay's triangles, some of them barred by water. */
final class PlanarUnits {
  final double[] x;
  final double[] y;
  final long[] weight;
  final List<List<Integer>> neighbours = new ArrayList<>();

  /**
   * @param barred share of neighbours between which there is no street
   */
  PlanarUnits(Random random, int units, long heaviest, double barred) {
    x = random.doubles(units, 0, 10_000).toArray();
    y = random.doubles(units, 0, 10_000).toArray();
    weight = random.longs(units, 0, heaviest + 1).toArray();
    Map<Coordinate, Integer> index = new HashMap<>();
    List<Coordinate> places = new ArrayList<>();
    for (int u = 0; u < units; u++) {
      neighbours.add(new ArrayList<>());
      places.add(new Coordinate(x[u], y[u]));
      index.put(places.get(u), u);
    }
    DelaunayTriangulationBuilder triangles = new DelaunayTriangulationBuilder();
    triangles.setSites(places);
    Geometry lines = triangles.getEdges(new GeometryFactory());
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      Coordinate[] ends = lines.getGeometryN(i).getCoordinates();
      if (random.nextDouble() >= barred) {
        join(index.get(ends[0]), index.get(ends[1]));
      }
    }
  }

  /**
   * Units drawn by hand: rows of weights, neighbours left, right, above and below; blank is water.
   */
  PlanarUnits(String... rows) {
    List<Long> weights = new ArrayList<>();
    List<Integer> column = new ArrayList<>();
    List<Integer> line = new ArrayList<>();
    Map<String, Integer> index = new HashMap<>();
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length(); c++) {
        if (rows[r].charAt(c) != ' ') {
          index.put(r + "," + c, weights.size());
          weights.add((long) (rows[r].charAt(c) - '0'));
          line.add(r);
          column.add(c);
          neighbours.add(new ArrayList<>());
        }
      }
    }
    weight = weights.stream().mapToLong(w -> w).toArray();
    x = column.stream().mapToDouble(c -> 1000.0 * c).toArray();
    y = line.stream().mapToDouble(r -> -1000.0 * r).toArray();
    for (int u = 0; u < weight.length; u++) {
      for (String near :
          List.of(
              line.get(u) + "," + (column.get(u) + 1), (line.get(u) + 1) + "," + column.get(u))) {
        if (index.containsKey(near)) {
          join(u, index.get(near));
        }
      }
    }
  }

  private void join(int u, int v) {
    neighbours.get(u).add(v);
    neighbours.get(v).add(u);
  }

  int size() {
    return weight.length;
  }

  TerritoryProblem.Builder problem() {
    int[] first = new int[size() + 1];
    for (int u = 0; u < size(); u++) {
      first[u + 1] = first[u] + neighbours.get(u).size();
    }
    int[] near = neighbours.stream().flatMap(List::stream).mapToInt(v -> v).toArray();
    return new TerritoryProblem.Builder(weight, first, near).places(x, y);
  }

  /** Straight metres from every unit to one. */
  double[] metersTo(int unit) {
    double[] meters = new double[size()];
    Arrays.setAll(meters, u -> Math.hypot(x[u] - x[unit], y[u] - y[unit]));
    return meters;
  }

  /** Whether some units hang together, by a search of its own. */
  boolean isConnected(List<Integer> units) {
    if (units.isEmpty()) {
      return true;
    }
    List<Integer> seen = new ArrayList<>(units.subList(0, 1));
    for (int i = 0; i < seen.size(); i++) {
      for (int v : neighbours.get(seen.get(i))) {
        if (units.contains(v) && !seen.contains(v)) {
          seen.add(v);
        }
      }
    }
    return seen.size() == units.size();
  }

  /** Units reachable from one. */
  List<Integer> group(int unit) {
    List<Integer> seen = new ArrayList<>(List.of(unit));
    for (int i = 0; i < seen.size(); i++) {
      for (int v : neighbours.get(seen.get(i))) {
        if (!seen.contains(v)) {
          seen.add(v);
        }
      }
    }
    return seen;
  }
}
