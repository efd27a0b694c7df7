package org.caremap.core.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Marching squares (Lorensen and Cline, 1987, in the plane) with linear interpolation. Where two
 * opposite corners of a square are positive they stay apart, so positive samples hang together over
 * sides only; with that, each such group is one polygon, and a ring belongs to the group beside it.
 * Border samples count as negative, so every ring closes.
 */
final class ContourTracer {
  // Sides of a square: 0 south, 1 east, 2 north, 3 west. From-to pairs with the inside on the left,
  // by which corners are positive: 1 south-west, 2 south-east, 4 north-east, 8 north-west.
  private static final int[][] LINES = {
    {},
    {0, 3},
    {1, 0},
    {1, 3},
    {2, 1},
    {0, 3, 2, 1},
    {2, 0},
    {2, 3},
    {3, 2},
    {0, 2},
    {1, 0, 3, 2},
    {1, 2},
    {3, 1},
    {0, 1},
    {3, 0},
    {}
  };

  private final Lattice lattice;
  private final double[] values;
  private final int[] next;
  private final int[] group;

  private ContourTracer(Lattice lattice, double[] values) {
    this.lattice = lattice;
    this.values = values;
    next = new int[2 * lattice.size()];
    Arrays.fill(next, -1);
    group = new int[lattice.size()];
  }

  /**
   * The area where a field is positive.
   *
   * @param values one a sample, none of them 0, negative on the border
   * @return in local metres, valid, shells counter-clockwise
   */
  static MultiPolygon trace(Lattice lattice, double[] values, GeometryFactory factory) {
    return new ContourTracer(lattice, values).polygons(factory);
  }

  private MultiPolygon polygons(GeometryFactory factory) {
    linkSquares();
    int groups = labelGroups();
    LinearRing[] shells = new LinearRing[groups];
    List<List<LinearRing>> holes = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      holes.add(new ArrayList<>());
    }
    for (int side = 0; side < next.length; side++) {
      if (next[side] >= 0) {
        int owner = group[positiveEnd(side)] - 1;
        Coordinate[] ring = follow(side);
        if (Area.ofRingSigned(ring) < 0) {
          shells[owner] = factory.createLinearRing(ring);
        } else {
          holes.get(owner).add(factory.createLinearRing(ring));
        }
      }
    }
    Polygon[] polygons = new Polygon[groups];
    for (int g = 0; g < groups; g++) {
      polygons[g] = factory.createPolygon(shells[g], holes.get(g).toArray(LinearRing[]::new));
    }
    return factory.createMultiPolygon(polygons);
  }

  private void linkSquares() {
    int columns = lattice.columns();
    for (int row = 0; row + 1 < lattice.rows(); row++) {
      for (int column = 0; column + 1 < columns; column++) {
        int s = row * columns + column;
        int mask =
            (values[s] > 0 ? 1 : 0)
                | (values[s + 1] > 0 ? 2 : 0)
                | (values[s + columns + 1] > 0 ? 4 : 0)
                | (values[s + columns] > 0 ? 8 : 0);
        int[] lines = LINES[mask];
        for (int i = 0; i < lines.length; i += 2) {
          next[side(s, lines[i])] = side(s, lines[i + 1]);
        }
      }
    }
  }

  /** Sides by number: even ones run east from a sample, odd ones north. */
  private int side(int square, int which) {
    return switch (which) {
      case 0 -> 2 * square;
      case 1 -> 2 * (square + 1) + 1;
      case 2 -> 2 * (square + lattice.columns());
      default -> 2 * square + 1;
    };
  }

  private int otherEnd(int side) {
    return (side >> 1) + ((side & 1) == 0 ? 1 : lattice.columns());
  }

  private int positiveEnd(int side) {
    return values[side >> 1] > 0 ? side >> 1 : otherEnd(side);
  }

  private int labelGroups() {
    int groups = 0;
    int[] stack = new int[lattice.size()];
    int columns = lattice.columns();
    for (int s = 0; s < values.length; s++) {
      if (values[s] > 0 && group[s] == 0) {
        groups++;
        int depth = 0;
        stack[depth++] = s;
        group[s] = groups;
        while (depth > 0) {
          int here = stack[--depth];
          // The border is negative, so no neighbour of a positive sample falls off the lattice.
          for (int step : new int[] {1, -1, columns, -columns}) {
            int there = here + step;
            if (values[there] > 0 && group[there] == 0) {
              group[there] = groups;
              stack[depth++] = there;
            }
          }
        }
      }
    }
    return groups;
  }

  private Coordinate[] follow(int start) {
    List<Coordinate> ring = new ArrayList<>();
    int side = start;
    while (next[side] >= 0) {
      ring.add(crossing(side));
      int following = next[side];
      next[side] = -1;
      side = following;
    }
    ring.add(ring.get(0).copy());
    return ring.toArray(Coordinate[]::new);
  }

  private Coordinate crossing(int side) {
    int a = side >> 1;
    int b = otherEnd(side);
    double t = values[a] / (values[a] - values[b]);
    double x = lattice.x(a % lattice.columns());
    double y = lattice.y(a / lattice.columns());
    return (side & 1) == 0
        ? new Coordinate(x + t * lattice.cell(), y)
        : new Coordinate(x, y + t * lattice.cell());
  }
}
