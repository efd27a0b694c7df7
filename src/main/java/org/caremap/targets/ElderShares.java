package org.caremap.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaTree;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.PointAreas;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * Shares of an area's elders of 60 and over, from what areas say of themselves and the elders at
 * their demand points. Facts have no date: they hold for any day asked.
 */
final class ElderShares {
  private static final double FULL = 100;

  private final AreaTree areas;
  private final Map<String, Double> elders = new HashMap<>();
  private final Map<String, Integer> unknownPoints = new HashMap<>();
  private final Map<String, List<Area>> communities = new HashMap<>();

  ElderShares(CareSnapshot snapshot) {
    areas = snapshot.areas();
    PointAreas points = snapshot.pointAreas();
    double[] age60 = snapshot.demand().counts(DemandGroup.AGE60);
    double[] sums = new double[points.codes().size()];
    int[] unknown = new int[sums.length];
    for (int i = 0; i < age60.length; i++) {
      int area = points.areaOfPoint()[i];
      if (area >= 0 && Double.isNaN(age60[i])) {
        unknown[area]++;
      } else if (area >= 0) {
        sums[area] += age60[i];
      }
    }
    for (int a = 0; a < sums.length; a++) {
      for (Area area : areas.lineage(points.codes().get(a))) {
        elders.merge(area.code(), sums[a], Double::sum);
        unknownPoints.merge(area.code(), unknown[a], Integer::sum);
      }
    }
    for (Area area : areas.list()) {
      if (area.level().depth() == AreaLevel.COMMUNITY_DEPTH) {
        for (Area above : areas.lineage(area.code())) {
          communities.computeIfAbsent(above.code(), code -> new ArrayList<>()).add(area);
        }
      }
    }
  }

  /** Elders of an area as far as they are known. */
  double elders(String code) {
    return elders.getOrDefault(code, 0.0);
  }

  /** Share of the elders of all these areas, percent. */
  Achieved share(List<String> codes, String fact) {
    double people = 0;
    double all = 0;
    int unknown = 0;
    List<String> without = new ArrayList<>();
    for (String code : codes) {
      Double number = number(code, fact);
      if (number == null) {
        without.add(areas.find(code).map(Area::name).orElse(code));
      } else {
        people += number;
      }
      all += elders(code);
      unknown += unknownPoints.getOrDefault(code, 0);
    }
    if (!without.isEmpty() || all == 0) {
      String names = String.join(", ", without);
      return without.isEmpty()
          ? Achieved.unknown("age60 of the area", "老年人口数")
          : Achieved.unknown(fact + " of " + names, String.join("、", without) + "的" + label(fact));
    }
    double share = FULL * people / all;
    if (unknown > 0) {
      // More elders than are known make the share smaller, never greater.
      return new Achieved(
          null,
          share,
          List.of("age60 of %d demand points".formatted(unknown)),
          List.of("%d个人口点的老年人数".formatted(unknown)));
    }
    return new Achieved(share, share, List.of(), List.of());
  }

  private static String label(String fact) {
    return fact.equals("purchasedServiceElders") ? "享受政府购买服务的老年人数" : "享受居家呼叫服务的老年人数";
  }

  /** The area's own number, else the sum of its communities where all of them state one. */
  private @Nullable Double number(String code, String fact) {
    Optional<Area> area = areas.find(code);
    if (area.isEmpty()) {
      return null;
    }
    Double own = fact(area.get(), fact);
    if (own != null) {
      return own;
    }
    List<Area> parts = communities.getOrDefault(code, List.of());
    double sum = 0;
    for (Area part : parts) {
      Double number = fact(part, fact);
      if (number == null) {
        return null;
      }
      sum += number;
    }
    return parts.isEmpty() ? null : sum;
  }

  private static @Nullable Double fact(Area area, String fact) {
    return switch (fact) {
      case "purchasedServiceElders" -> area.facts().purchasedServiceElders();
      case "emergencyCallElders" -> area.facts().emergencyCallElders();
      default -> throw new IllegalArgumentException(fact);
    };
  }
}
