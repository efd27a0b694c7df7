package org.caremap.core.coverage;

import java.util.Arrays;
import org.caremap.core.geo.LocalProjection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Marching squares (Lorensen and Cline, 1987, in the plane). Where two opposite corners of a square
 * are inside they stay apart, so samples inside hang together over sides only; with that, each such
 * group is one polygon. Border samples are outside, so every ring closes. Scratch of one thread.
 */
final class ContourTracer {
  private final BandLevels levels;
  private final ContourSimplifier simplifier;
  private Lattice lattice = Lattice.NONE;

  /** The side after each side on its ring, or -1. All -1 between two drawings. */
  private int[] next = {};

  private int[] ringOfSide = {};
  private int[] mixed = new int[1024];
  private int mixedCount;
  // Where each line of a band's border comes from.
  private int[] from = new int[1024];

  // One entry a ring.
  private LinearRing[] rings = new LinearRing[16];
  private boolean[] isShell = new boolean[16];
  private int[] westernSide = new int[16];
  private int ringCount;

  private int[] sides = new int[1024];

  ContourTracer(BandLevels levels) {
    this.levels = levels;
    this.simplifier = new ContourSimplifier(levels);
  }

  /** Looks for the squares that have a border of any band. */
  void reset(Lattice samples) {
    lattice = samples;
    if (next.length < 2 * lattice.size()) {
      next = new int[2 * lattice.size()];
      ringOfSide = new int[next.length];
      Arrays.fill(next, -1);
    }
    mixedCount = 0;
    int columns = lattice.columns();
    int[] level = levels.levels();
    for (int row = 0; row + 1 < lattice.rows(); row++) {
      int first = Math.min(levels.firstInside(row), levels.firstInside(row + 1));
      int last = Math.max(levels.lastInside(row), levels.lastInside(row + 1));
      for (int s = row * columns + first - 1; s <= row * columns + last; s++) {
        int here = level[s];
        if (level[s + 1] != here || level[s + columns] != here || level[s + columns + 1] != here) {
          if (mixedCount == mixed.length) {
            mixed = Arrays.copyOf(mixed, 2 * mixedCount);
          }
          mixed[mixedCount++] = s;
        }
      }
    }
  }

  /**
   * The area of a band.
   *
   * @return in degrees, valid, shells counter-clockwise
   */
  MultiPolygon trace(int band, LocalProjection projection, GeometryFactory factory) {
    ringCount = 0;
    int lineCount = 0;
    for (int i = 0; i < mixedCount; i++) {
      int[] lines = BandLevels.LINES[levels.mask(mixed[i], band)];
      if (lineCount + 2 > from.length) {
        from = Arrays.copyOf(from, 2 * from.length);
      }
      for (int k = 0; k < lines.length; k += 2) {
        int side = levels.side(mixed[i], lines[k]);
        next[side] = levels.side(mixed[i], lines[k + 1]);
        from[lineCount++] = side;
      }
    }
    int shells = 0;
    for (int i = 0; i < lineCount; i++) {
      if (next[from[i]] >= 0) {
        shells += follow(from[i], band, projection, factory) ? 1 : 0;
      }
    }
    return polygons(shells, band, factory);
  }

  private boolean follow(int start, int band, LocalProjection projection, GeometryFactory factory) {
    if (ringCount == rings.length) {
      rings = Arrays.copyOf(rings, 2 * ringCount);
      isShell = Arrays.copyOf(isShell, 2 * ringCount);
      westernSide = Arrays.copyOf(westernSide, 2 * ringCount);
    }
    int count = 0;
    int side = start;
    while (next[side] >= 0) {
      if (count == sides.length) {
        sides = Arrays.copyOf(sides, 2 * count);
      }
      sides[count++] = side;
      ringOfSide[side] = ringCount;
      int following = next[side];
      next[side] = -1;
      side = following;
    }
    Coordinate[] corners = simplifier.simplify(sides, count, band, lattice, projection);
    boolean shell = simplifier.isCounterClockwise();
    rings[ringCount] = factory.createLinearRing(corners);
    isShell[ringCount] = shell;
    westernSide[ringCount] = shell ? -1 : western(count);
    ringCount++;
    return shell;
  }

  /** The westernmost side of the ring followed last that runs east: a walk to the west meets it. */
  private int western(int count) {
    int western = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      if ((sides[i] & 1) == 0) {
        int column = (sides[i] >> 1) % lattice.columns();
        if (column < least) {
          least = column;
          western = sides[i];
        }
      }
    }
    return western;
  }

  private MultiPolygon polygons(int shells, int band, GeometryFactory factory) {
    int[] polygonOfRing = new int[ringCount];
    int[] holes = new int[shells];
    int number = 0;
    for (int ring = 0; ring < ringCount; ring++) {
      if (isShell[ring]) {
        polygonOfRing[ring] = number++;
      }
    }
    for (int ring = 0; ring < ringCount; ring++) {
      if (!isShell[ring]) {
        polygonOfRing[ring] = shells == 1 ? 0 : polygonOfRing[shellOf(ring, band)];
        holes[polygonOfRing[ring]]++;
      }
    }
    LinearRing[][] inner = new LinearRing[shells][];
    LinearRing[] outer = new LinearRing[shells];
    for (int ring = 0; ring < ringCount; ring++) {
      int polygon = polygonOfRing[ring];
      if (isShell[ring]) {
        outer[polygon] = rings[ring];
      } else {
        if (inner[polygon] == null) {
          inner[polygon] = new LinearRing[holes[polygon]];
        }
        inner[polygon][--holes[polygon]] = rings[ring];
      }
    }
    Polygon[] polygons = new Polygon[shells];
    for (int p = 0; p < shells; p++) {
      polygons[p] = factory.createPolygon(outer[p], inner[p]);
    }
    return factory.createMultiPolygon(polygons);
  }

  /**
   * The shell around a hole: from the hole's western end a walk to the west stays inside the area
   * until it meets another ring of it. If that is a hole too, it reaches farther west.
   */
  private int shellOf(int hole, int band) {
    int ring = hole;
    while (!isShell[ring]) {
      // A side on the west of a hole has its western sample inside the area.
      int sample = westernSide[ring] >> 1;
      while (levels.level(sample - 1) <= band) {
        sample--;
      }
      ring = ringOfSide[2 * (sample - 1)];
    }
    return ring;
  }
}
