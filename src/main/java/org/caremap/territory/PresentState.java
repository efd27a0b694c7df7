package org.caremap.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.siting.TerritoryProblem;
import org.caremap.coverage.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * Who leads or operates the stations now, by the facilities' own facts, judged as a plan is. A
 * community belongs to whoever has most of its stations; one without stations to nobody. Parts hang
 * together where one gets from each of their communities to the others over their own and nobody's.
 */
final class PresentState {
  private static final int NONE = TerritoryProblem.NONE;

  private final TerritorySheet sheet;
  private final TerritoryGround ground;
  private final int[] partOfUnit;
  private final int[] stations;
  private int others;
  private int unknown;
  private int split;

  PresentState(TerritorySheet sheet) {
    this.sheet = sheet;
    ground = sheet.ground();
    int parts = sheet.owners().size();
    Map<String, Integer> partOf = new HashMap<>();
    for (int p = 0; p < parts; p++) {
      String identity = sheet.owners().get(p).identity(sheet.question().kind());
      if (identity != null) {
        partOf.putIfAbsent(identity, p);
      }
    }
    stations = new int[parts];
    // The last column: of somebody without a part.
    int[][] count = new int[ground.size()][parts + 1];
    for (int s = 0; s < ground.stations().length; s++) {
      int unit = ground.stationUnits()[s];
      if (unit == NONE) {
        continue;
      }
      String name = sheet.named(ground.stations()[s]);
      if (name == null) {
        unknown++;
        continue;
      }
      int p = partOf.getOrDefault(name, parts);
      count[unit][p]++;
      if (p == parts) {
        others++;
      } else {
        stations[p]++;
      }
    }
    partOfUnit = new int[ground.size()];
    Arrays.fill(partOfUnit, NONE);
    for (int u = 0; u < partOfUnit.length; u++) {
      int several = 0;
      for (int p = 0; p <= parts; p++) {
        if (count[u][p] > 0) {
          several++;
          if (partOfUnit[u] == NONE || count[u][p] > count[u][partOfUnit[u]]) {
            partOfUnit[u] = p;
          }
        }
      }
      split += several > 1 ? 1 : 0;
    }
  }

  /** Part that has most of a community's stations; null where none of the plan's has any. */
  @Nullable Integer part(int unit) {
    int p = partOfUnit[unit];
    return p == NONE || p == sheet.owners().size() ? null : Integer.valueOf(p);
  }

  /**
   * @param target weight that each part should get
   */
  TerritoryAnswer.Present answer(double[] target, int changes) {
    long[] weights = ground.weights();
    List<TerritoryAnswer.PresentPart> parts = new ArrayList<>();
    double imbalance = 0;
    boolean contiguous = true;
    for (int p = 0; p < target.length; p++) {
      double weight = 0;
      for (int u = 0; u < partOfUnit.length; u++) {
        weight += partOfUnit[u] == p ? weights[u] : 0;
      }
      if (sheet.question().balance() == TerritoryQuestion.Balance.STATIONS) {
        weight = stations[p];
      }
      double deviation = target[p] > 0 ? weight / target[p] - 1 : 0;
      boolean whole = isWhole(p);
      imbalance = Math.max(imbalance, Math.abs(deviation));
      contiguous &= whole;
      parts.add(
          new TerritoryAnswer.PresentPart(
              p,
              stations[p],
              Rounding.people(ground.shown(weight)),
              Rounding.share(deviation),
              whole));
    }
    return new TerritoryAnswer.Present(
        parts, Rounding.share(imbalance), contiguous, others, unknown, split, changes);
  }

  private boolean isWhole(int p) {
    int[] queue = new int[partOfUnit.length];
    boolean[] seen = new boolean[partOfUnit.length];
    int end = 0;
    int own = 0;
    for (int u = 0; u < partOfUnit.length; u++) {
      own += partOfUnit[u] == p ? 1 : 0;
      if (partOfUnit[u] == p && end == 0) {
        queue[end++] = u;
        seen[u] = true;
      }
    }
    int met = 0;
    for (int i = 0; i < end; i++) {
      met += partOfUnit[queue[i]] == p ? 1 : 0;
      for (int v : ground.neighbours(queue[i])) {
        if (!seen[v] && (partOfUnit[v] == p || partOfUnit[v] == NONE)) {
          seen[v] = true;
          queue[end++] = v;
        }
      }
    }
    return met == own;
  }
}
