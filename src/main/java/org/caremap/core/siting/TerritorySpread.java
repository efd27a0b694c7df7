package org.caremap.core.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pieces that parts lie in, and how far their units are from what leads them. */
final class TerritorySpread {
  private final TerritoryProblem problem;
  private final int[] part;
  private final List<List<int[]>> pieces = new ArrayList<>();

  TerritorySpread(TerritoryProblem problem, int[] part) {
    this.problem = problem;
    this.part = part;
    for (int p = 0; p < problem.partCount(); p++) {
      pieces.add(new ArrayList<>());
    }
    boolean[] seen = new boolean[part.length];
    for (int u = 0; u < part.length; u++) {
      if (!seen[u] && part[u] != TerritoryProblem.NONE) {
        pieces.get(part[u]).add(piece(u, seen));
      }
    }
  }

  private int[] piece(int start, boolean[] seen) {
    int[] queue = new int[part.length];
    queue[0] = start;
    seen[start] = true;
    int end = 1;
    for (int i = 0; i < end; i++) {
      for (int k = 0; k < problem.degree(queue[i]); k++) {
        int v = problem.neighbour(queue[i], k);
        if (!seen[v] && part[v] == part[start]) {
          seen[v] = true;
          queue[end++] = v;
        }
      }
    }
    int[] piece = Arrays.copyOf(queue, end);
    Arrays.sort(piece);
    return piece;
  }

  /** Connected pieces of a part, each ascending. */
  List<int[]> pieces(int p) {
    return pieces.get(p);
  }

  /** As {@link TerritorySums#distance}. */
  double distance(int p) {
    double sum = 0;
    double x = 0;
    double y = 0;
    int count = 0;
    for (int[] piece : pieces.get(p)) {
      for (int u : piece) {
        sum += problem.cost(u, p);
        x += problem.x(u);
        y += problem.y(u);
        count++;
      }
    }
    if (problem.hasCost(p) || count == 0) {
      return sum;
    }
    double squares = 0;
    for (int[] piece : pieces.get(p)) {
      for (int u : piece) {
        squares += Math.pow(problem.x(u) - x / count, 2) + Math.pow(problem.y(u) - y / count, 2);
      }
    }
    return Math.sqrt(count * squares);
  }
}
