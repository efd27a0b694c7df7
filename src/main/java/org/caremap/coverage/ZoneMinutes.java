package org.caremap.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.coverage.PointCutoffs;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Cut-offs that differ by zone, as standards give the countryside more minutes than the town. A
 * zone is {@code urban} or {@code rural}, {@code centre} or {@code outer} (as the areas say of
 * themselves), a level of areas, or the code of an area. Where several fit a point, the code of the
 * smallest area decides, then centre or outer, then urban or rural, then the smallest level; each
 * as the smallest area says that says it at all. Points of no zone have the minutes of all.
 *
 * @param minutes by zone, in the order given; empty where all are judged alike
 */
public record ZoneMinutes(Map<String, Double> minutes) {
  /** All alike. */
  public static final ZoneMinutes NONE = new ZoneMinutes(Map.of());

  private static final List<String> FLAGS = List.of("urban", "rural", "centre", "outer");
  private static final String LEGAL =
      "<zone>:<minutes>, each zone once: urban, rural, centre, outer, a level of areas ("
          + AreaLevel.legal()
          + ") or the code of a loaded area";

  /** Reads {@code zone:minutes} pairs. */
  static ZoneMinutes parse(List<String> given, double min, double max) {
    if (given.isEmpty()) {
      return NONE;
    }
    Map<String, Double> minutes = new LinkedHashMap<>();
    for (String pair : given) {
      int colon = pair.lastIndexOf(':');
      double value = colon < 1 ? Double.NaN : number(pair.substring(colon + 1));
      if (Double.isNaN(value) || minutes.containsKey(pair.substring(0, colon).strip())) {
        throw ProblemException.badParameter("zoneMinutes", pair, LEGAL);
      }
      if (!(value >= min && value <= max)) {
        throw ProblemException.badParameter(
            "zoneMinutes", pair, LEGAL + "; minutes from %s to %s".formatted(min, max));
      }
      minutes.put(pair.substring(0, colon).strip(), value);
    }
    return new ZoneMinutes(minutes);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * The longest of all minutes.
   *
   * @param others minutes of points that are in no zone
   */
  double longest(double others) {
    return minutes.values().stream().reduce(others, Math::max);
  }

  /**
   * The cut-off of each chosen point.
   *
   * @param others minutes of points that are in no zone
   * @throws ProblemException 400 where a zone is none
   */
  PointCutoffs cutoffs(CareSnapshot snapshot, DemandInArea chosen, double others, Walker walker) {
    if (minutes.isEmpty()) {
      return PointCutoffs.same(walker.cutoff(others));
    }
    PointAreas areas = snapshot.pointAreas();
    for (String zone : minutes.keySet()) {
      boolean known =
          FLAGS.contains(zone)
              || AreaLevel.find(zone).isPresent()
              || areas.codes().contains(zone)
              || snapshot.areas().find(zone).isPresent();
      if (!known) {
        throw ProblemException.badParameter("zoneMinutes", zone, LEGAL);
      }
    }
    List<String> zones = new ArrayList<>(minutes.keySet());
    int[] zoneOfArea = new int[areas.codes().size()];
    for (int a = 0; a < zoneOfArea.length; a++) {
      String zone = zoneOf(areas.codes().get(a), snapshot);
      zoneOfArea[a] = zone == null ? zones.size() : zones.indexOf(zone);
    }
    int[] zoneOfPoint = new int[chosen.size()];
    for (int i = 0; i < zoneOfPoint.length; i++) {
      int area = areas.areaOfPoint()[chosen.point(i)];
      zoneOfPoint[i] = area == PointAreas.NONE ? zones.size() : zoneOfArea[area];
    }
    List<Cutoff> cutoffs = new ArrayList<>();
    zones.forEach(zone -> cutoffs.add(walker.cutoff(minutes.get(zone))));
    cutoffs.add(walker.cutoff(others));
    return PointCutoffs.byZone(zoneOfPoint, cutoffs);
  }

  /**
   * Minutes of an area as of a point that is known to lie in it and no deeper.
   *
   * @param others minutes where it is in no zone
   */
  double of(String code, CareSnapshot snapshot, double others) {
    String zone = zoneOf(code, snapshot);
    return zone == null ? others : minutes.getOrDefault(zone, others);
  }

  private @Nullable String zoneOf(String code, CareSnapshot snapshot) {
    if (minutes.containsKey(code)) {
      return code;
    }
    List<Area> lineage = snapshot.areas().lineage(code);
    List<String> says = new ArrayList<>();
    lineage.forEach(area -> says.add(area.code()));
    lineage.stream()
        .map(Area::serviceZone)
        .filter(zone -> zone != null)
        .findFirst()
        .ifPresent(says::add);
    lineage.stream()
        .map(Area::urban)
        .filter(urban -> urban != null)
        .findFirst()
        .ifPresent(urban -> says.add(urban ? "urban" : "rural"));
    lineage.forEach(area -> says.add(area.level().code()));
    return says.stream().filter(minutes::containsKey).findFirst().orElse(null);
  }
}
