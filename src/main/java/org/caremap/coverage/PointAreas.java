package org.caremap.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.area.Area;
import org.caremap.area.AreaLocator;
import org.caremap.area.AreaTree;
import org.caremap.population.DemandPoints;

/**
 * Which area each demand point belongs to: the one its file names, otherwise the deepest one whose
 * boundary holds it. Belonging is administrative, so point-in-polygon is right here; who is served
 * never is decided so.
 */
public final class PointAreas {
  /** Index of points that belong nowhere. */
  public static final int NONE = -1;

  private final int[] areaOfPoint;
  private final List<String> codes;

  private PointAreas(int[] areaOfPoint, List<String> codes) {
    this.areaOfPoint = areaOfPoint;
    this.codes = codes;
  }

  static PointAreas of(DemandPoints demand, AreaTree areas) {
    int[] areaOfPoint = new int[demand.size()];
    Arrays.fill(areaOfPoint, NONE);
    List<String> codes = new ArrayList<>();
    Map<String, Integer> indexOfCode = new HashMap<>();
    AreaLocator locator = null;
    for (int i = 0; i < areaOfPoint.length; i++) {
      String code = demand.areaCode(i);
      if (code == null) {
        if (locator == null) {
          locator = new AreaLocator(areas);
        }
        code = locator.find(demand.lon()[i], demand.lat()[i]).map(Area::code).orElse(null);
      }
      if (code != null) {
        areaOfPoint[i] =
            indexOfCode.computeIfAbsent(
                code,
                c -> {
                  codes.add(c);
                  return codes.size() - 1;
                });
      }
    }
    return new PointAreas(areaOfPoint, List.copyOf(codes));
  }

  /** Index into {@link #codes()} per point, {@link #NONE} where it belongs nowhere; read only. */
  public int[] areaOfPoint() {
    return areaOfPoint;
  }

  /** Codes of the areas that have points; some may not be loaded as areas. */
  public List<String> codes() {
    return codes;
  }
}
