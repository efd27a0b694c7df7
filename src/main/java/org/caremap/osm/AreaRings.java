package org.caremap.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.caremap.core.graph.GrowingInts;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;

/**
 * Joins the outlines of an area into polygons (OSM wiki, "Relation:multipolygon/Algorithm"), as
 * nodes, since ways meet in nodes.
 */
final class AreaRings {
  /** Why an area has no polygons. */
  static final String NOT_IN_FILE = "border not in the file";

  static final String OPEN = "border not closed";
  static final String INVALID = "border crosses itself";

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final NodeTable nodes;
  private final List<int[][]> polygons = new ArrayList<>();
  private @Nullable String problem;

  AreaRings(AreaTable.Area area, NodeTable nodes) {
    this.nodes = nodes;
    List<int[]> outer = rings(area, false);
    List<int[]> inner = rings(area, true);
    if (problem == null) {
      assemble(outer, inner);
    }
  }

  /** Why there are no polygons, or null. */
  @Nullable String problem() {
    return problem;
  }

  /** Rings of each polygon: the outer one first, anticlockwise, then holes, clockwise. */
  List<int[][]> polygons() {
    return polygons;
  }

  private List<int[]> rings(AreaTable.Area area, boolean inner) {
    List<int[]> open = new ArrayList<>();
    List<int[]> rings = new ArrayList<>();
    List<AreaTable.Outline> outlines = area.outlines();
    if (outlines == null) {
      problem = NOT_IN_FILE;
      return rings;
    }
    for (AreaTable.Outline outline : outlines) {
      if (outline.inner() == inner) {
        int[] line = line(outline.refs());
        if (line.length == 0) {
          problem = NOT_IN_FILE;
          return rings;
        }
        (line[0] == line[line.length - 1] ? rings : open).add(line);
      }
    }
    while (!open.isEmpty() && problem == null) {
      rings.add(join(open));
    }
    return rings;
  }

  /** Nodes of an outline; none if the file lacks one of them. */
  private int[] line(long[] refs) {
    int[] line = new int[refs.length];
    for (int i = 0; i < refs.length; i++) {
      line[i] = nodes.indexOf(refs[i]);
      if (line[i] < 0 || nodes.isMissing(line[i])) {
        return new int[0];
      }
    }
    return line;
  }

  /** Takes lines out until they make a ring. */
  private int[] join(List<int[]> open) {
    GrowingInts ring = new GrowingInts(64);
    int[] first = open.remove(open.size() - 1);
    append(ring, first, false);
    while (ring.get(ring.size() - 1) != ring.get(0)) {
      int end = ring.get(ring.size() - 1);
      int found = -1;
      for (int i = 0; i < open.size() && found < 0; i++) {
        int[] line = open.get(i);
        found = line[0] == end || line[line.length - 1] == end ? i : -1;
      }
      if (found < 0) {
        problem = OPEN;
        return ring.toArray();
      }
      int[] line = open.remove(found);
      append(ring, line, line[0] != end);
    }
    return ring.toArray();
  }

  private static void append(GrowingInts ring, int[] line, boolean reversed) {
    for (int i = ring.size() == 0 ? 0 : 1; i < line.length; i++) {
      ring.add(reversed ? line[line.length - 1 - i] : line[i]);
    }
  }

  private void assemble(List<int[]> outer, List<int[]> inner) {
    List<Coordinate[]> shells = new ArrayList<>();
    List<List<int[]>> rings = new ArrayList<>();
    for (int[] ring : outer) {
      int[] clean = clean(ring, false);
      shells.add(coordinates(clean));
      rings.add(new ArrayList<>(Collections.singletonList(clean)));
    }
    for (int[] ring : inner) {
      int[] clean = clean(ring, true);
      int home = home(coordinates(clean), shells);
      if (home >= 0) {
        rings.get(home).add(clean);
      }
    }
    for (List<int[]> polygon : rings) {
      if (isValid(polygon)) {
        polygons.add(polygon.toArray(int[][]::new));
      } else {
        problem = INVALID;
      }
    }
    if (polygons.isEmpty() && problem == null) {
      problem = OPEN;
    }
  }

  /** Without the last node and without repeated places, turning the way that is asked for. */
  private int[] clean(int[] ring, boolean clockwise) {
    int[] kept = new int[ring.length];
    int count = 0;
    for (int i = 0; i < ring.length - 1; i++) {
      if (count == 0 || !samePlace(ring[i], kept[count - 1])) {
        kept[count++] = ring[i];
      }
    }
    while (count > 1 && samePlace(kept[count - 1], kept[0])) {
      count--;
    }
    kept = Arrays.copyOf(kept, count);
    if (count >= 3 && Area.ofRingSigned(coordinates(kept)) < 0 == clockwise) {
      // The library counts clockwise areas as positive.
      for (int i = 0, j = count - 1; i < j; i++, j--) {
        int swapped = kept[i];
        kept[i] = kept[j];
        kept[j] = swapped;
      }
    }
    return kept;
  }

  private boolean samePlace(int a, int b) {
    return nodes.lonUnits(a) == nodes.lonUnits(b) && nodes.latUnits(a) == nodes.latUnits(b);
  }

  private Coordinate[] coordinates(int[] ring) {
    Coordinate[] line = new Coordinate[ring.length + 1];
    for (int i = 0; i < ring.length; i++) {
      line[i] = new Coordinate(nodes.lonUnits(ring[i]), nodes.latUnits(ring[i]));
    }
    line[ring.length] = line[0];
    return line;
  }

  /** The smallest shell around a hole, or -1. */
  private static int home(Coordinate[] hole, List<Coordinate[]> shells) {
    int best = -1;
    for (int s = 0; s < shells.size(); s++) {
      Coordinate[] shell = shells.get(s);
      if (shell.length >= 4
          && isInside(hole, shell)
          && (best < 0 || Area.ofRing(shell) < Area.ofRing(shells.get(best)))) {
        best = s;
      }
    }
    return best;
  }

  private static boolean isInside(Coordinate[] hole, Coordinate[] shell) {
    for (Coordinate corner : hole) {
      int location = RayCrossingCounter.locatePointInRing(corner, shell);
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    return true;
  }

  private boolean isValid(List<int[]> polygon) {
    for (int[] ring : polygon) {
      if (ring.length < 3) {
        return false;
      }
    }
    LinearRing[] holes = new LinearRing[polygon.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = GEOMETRY.createLinearRing(coordinates(polygon.get(i + 1)));
    }
    LinearRing shell = GEOMETRY.createLinearRing(coordinates(polygon.get(0)));
    return GEOMETRY.createPolygon(shell, holes).isValid();
  }
}
