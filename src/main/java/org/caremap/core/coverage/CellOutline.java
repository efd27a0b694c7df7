package org.caremap.core.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outline of some cells of a square grid, traced along the sides that no second cell shares;
 * time grows with the number of cells, where a general union of squares takes milliseconds each.
 *
 * <p>Sides run with their cell on the left: shells come out counter-clockwise, holes clockwise.
 * Cells that touch only at a corner belong to different shells.
 */
final class CellOutline {
  /** A cell, or the corner of a cell to its lower left. */
  record Cell(int column, int row) {
    Cell moved(int columns, int rows) {
      return new Cell(column + columns, row + rows);
    }
  }

  /**
   * One connected part.
   *
   * @param shell corners, closed, counter-clockwise
   * @param holes corners of each hole, closed, clockwise
   */
  record Part(List<Cell> shell, List<List<Cell>> holes) {}

  private static final int[][] STEPS = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};

  private final Map<Cell, Integer> partOfCell = new HashMap<>();
  private int parts;
  // Sides by the corner they start at: direction 0 east, 1 north, 2 west, 3 south, as bits.
  private final Map<Cell, Integer> sides = new LinkedHashMap<>();

  private CellOutline(Collection<Cell> cells) {
    Set<Cell> all = new HashSet<>(cells);
    for (Cell cell : cells) {
      addSide(all, cell, cell, 0, cell.moved(0, -1));
      addSide(all, cell, cell.moved(1, 0), 1, cell.moved(1, 0));
      addSide(all, cell, cell.moved(1, 1), 2, cell.moved(0, 1));
      addSide(all, cell, cell.moved(0, 1), 3, cell.moved(-1, 0));
      label(all, cell);
    }
  }

  /**
   * @param cells at least one
   * @return the parts, in the order in which their cells are given
   */
  static List<Part> of(Collection<Cell> cells) {
    return new CellOutline(cells).trace();
  }

  private void addSide(Set<Cell> all, Cell cell, Cell start, int direction, Cell neighbour) {
    if (!all.contains(neighbour)) {
      sides.merge(start, 1 << direction, (a, b) -> a | b);
    }
  }

  private void label(Set<Cell> all, Cell seed) {
    if (partOfCell.containsKey(seed)) {
      return;
    }
    int part = parts++;
    Deque<Cell> open = new ArrayDeque<>(List.of(seed));
    partOfCell.put(seed, part);
    while (!open.isEmpty()) {
      Cell cell = open.remove();
      for (int[] step : STEPS) {
        Cell next = cell.moved(step[0], step[1]);
        if (all.contains(next) && partOfCell.putIfAbsent(next, part) == null) {
          open.add(next);
        }
      }
    }
  }

  private List<Part> trace() {
    Map<Integer, List<Cell>> shells = new LinkedHashMap<>();
    Map<Integer, List<List<Cell>>> holes = new HashMap<>();
    while (!sides.isEmpty()) {
      Cell start = sides.keySet().iterator().next();
      int direction = Integer.numberOfTrailingZeros(sides.get(start));
      walk(start, direction, shells, holes);
    }
    List<Part> outline = new ArrayList<>();
    shells.forEach(
        (part, shell) -> outline.add(new Part(shell, holes.getOrDefault(part, List.of()))));
    return outline;
  }

  private void walk(
      Cell start,
      int firstDirection,
      Map<Integer, List<Cell>> shells,
      Map<Integer, List<List<Cell>>> holes) {
    List<Cell> path = new ArrayList<>(List.of(start));
    Map<Cell, Integer> placeInPath = new HashMap<>(Map.of(start, 0));
    int part = partOfCell.get(leftOf(start, firstDirection));
    Cell corner = start;
    int direction = firstDirection;
    while (true) {
      take(corner, direction);
      corner = corner.moved(STEPS[direction][0], STEPS[direction][1]);
      Integer before = placeInPath.get(corner);
      if (before != null) {
        // A loop is closed; where it began further on, the path goes on from there.
        List<Cell> ring = new ArrayList<>(path.subList(before, path.size()));
        ring.add(corner);
        if (signedArea(ring) > 0) {
          shells.put(part, withoutStraightCorners(ring));
        } else {
          holes.computeIfAbsent(part, p -> new ArrayList<>()).add(withoutStraightCorners(ring));
        }
        for (int i = path.size() - 1; i > before; i--) {
          placeInPath.remove(path.remove(i));
        }
        if (before == 0) {
          // Sides left at a corner where two rings touch start a walk of their own.
          return;
        }
      } else {
        path.add(corner);
        placeInPath.put(corner, path.size() - 1);
      }
      direction = leftmost(corner, direction);
    }
  }

  /** Turning left keeps to the same cell where two cells touch at a corner. */
  private int leftmost(Cell corner, int direction) {
    int open = sides.get(corner);
    for (int turn : new int[] {1, 0, 3}) {
      int next = (direction + turn) & 3;
      if ((open & (1 << next)) != 0) {
        return next;
      }
    }
    throw new IllegalStateException("a side ends at " + corner + " and none goes on");
  }

  private void take(Cell corner, int direction) {
    int rest = sides.get(corner) & ~(1 << direction);
    if (rest == 0) {
      sides.remove(corner);
    } else {
      sides.put(corner, rest);
    }
  }

  private static Cell leftOf(Cell corner, int direction) {
    return switch (direction) {
      case 0 -> corner;
      case 1 -> corner.moved(-1, 0);
      case 2 -> corner.moved(-1, -1);
      default -> corner.moved(0, -1);
    };
  }

  private static long signedArea(List<Cell> ring) {
    long twice = 0;
    for (int i = 1; i < ring.size(); i++) {
      Cell a = ring.get(i - 1);
      Cell b = ring.get(i);
      twice += (long) a.column * b.row - (long) b.column * a.row;
    }
    return twice;
  }

  private static List<Cell> withoutStraightCorners(List<Cell> ring) {
    List<Cell> kept = new ArrayList<>();
    int size = ring.size() - 1;
    for (int i = 0; i < size; i++) {
      Cell before = ring.get((i + size - 1) % size);
      Cell here = ring.get(i);
      Cell after = ring.get(i + 1);
      boolean straight =
          (before.column == here.column && here.column == after.column)
              || (before.row == here.row && here.row == after.row);
      if (!straight) {
        kept.add(here);
      }
    }
    kept.add(kept.get(0));
    return kept;
  }
}
