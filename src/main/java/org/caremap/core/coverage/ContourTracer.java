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
    for (int i = 0; i < mixedCount; i++) {
      int[] lines = BandLevels.LINES[levels.mask(mixed[i], band)];
      for (int k = 0; k < lines.length; k += 2) {
        next[levels.side(mixed[i], lines[k])] = levels.side(mixed[i], lines[k + 1]);
      }
    }
    int shells = 0;
    for (int i = 0; i < mixedCount; i++) {
      int[] lines = BandLevels.LINES[levels.mask(mixed[i], band)];
      for (int k = 0; k < lines.length; k += 2) {
        int side = levels.side(mixed[i], lines[k]);
        if (next[side] >= 0) {
          shells += follow(side, band, projection, factory) ? 1 : 0;
        }
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
    int western = -1;
    while (next[side] >= 0) {
      if (count == sides.length) {
        sides = Arrays.copyOf(sides, 2 * count);
      }
      sides[count++] = side;
      ringOfSide[side] = ringCount;
      // Only sides that run east: a walk to the west meets no others.
      if ((side & 1) == 0
          && (western < 0
              || (side >> 1) % lattice.columns() < (western >> 1) % lattice.columns())) {
        western = side;
      }
      int following = next[side];
      next[side] = -1;
      side = following;
    }
    Coordinate[] corners = simplifier.simplify(sides, count, band, lattice, projection);
    boolean shell = simplifier.isCounterClockwise();
    rings[ringCount] = factory.createLinearRing(corners);
    isShell[ringCount] = shell;
    westernSide[ringCount] = western;
    ringCount++;
    return shell;
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
