package org.caremap.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.jspecify.annotations.Nullable;

/**
 * Which entry of the answer each chosen point is counted in; the last is for points of none. Where
 * no level is asked for, points count for their own area, those of an estate for its community.
 */
final class Grouping {
  private final List<String> codes = new ArrayList<>();
  private final int[] areaOfPoint;

  private Grouping(int size) {
    areaOfPoint = new int[size];
  }

  static Grouping of(CareSnapshot snapshot, DemandInArea chosen, @Nullable AreaLevel level) {
    PointAreas points = snapshot.pointAreas();
    Grouping grouping = new Grouping(chosen.size());
    Map<String, Integer> indexOfCode = new HashMap<>();
    int[] entryOfArea = new int[points.codes().size()];
    for (int a = 0; a < entryOfArea.length; a++) {
      entryOfArea[a] = -2;
    }
    for (int i = 0; i < grouping.areaOfPoint.length; i++) {
      int area = points.areaOfPoint()[chosen.point(i)];
      if (area == PointAreas.NONE) {
        grouping.areaOfPoint[i] = -1;
        continue;
      }
      if (entryOfArea[area] == -2) {
        String own = points.codes().get(area);
        String code =
            level == null
                ? snapshot.areas().unitOf(own)
                : snapshot.areas().findAtDepth(own, level.depth()).map(Area::code).orElse(null);
        entryOfArea[area] =
            code == null
                ? -1
                : indexOfCode.computeIfAbsent(
                    code,
                    c -> {
                      grouping.codes.add(c);
                      return grouping.codes.size() - 1;
                    });
      }
      grouping.areaOfPoint[i] = entryOfArea[area];
    }
    for (int i = 0; i < grouping.areaOfPoint.length; i++) {
      if (grouping.areaOfPoint[i] < 0) {
        grouping.areaOfPoint[i] = grouping.codes.size();
      }
    }
    return grouping;
  }

  /** Codes of the entries. */
  List<String> codes() {
    return codes;
  }

  /** Entry of each chosen point, the number of codes where it has none. */
  int[] areaOfPoint() {
    return areaOfPoint;
  }

  /** Number of chosen points of each entry; the last one has those of none. */
  int[] pointsPerArea() {
    int[] points = new int[codes.size() + 1];
    for (int area : areaOfPoint) {
      points[area]++;
    }
    return points;
  }
}
