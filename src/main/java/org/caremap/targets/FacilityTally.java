package org.caremap.targets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaTree;
import org.caremap.coverage.CareSnapshot;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityStanding;
import org.jspecify.annotations.Nullable;

/**
 * Counts operating facilities that opened by a day. What is not known of a facility (its opening
 * day, or a condition) makes it count neither way: the count then has an upper and a lower bound.
 */
final class FacilityTally {
  private static final Map<String, String> ZH =
      Map.of(
          "openedOn", "开办日期",
          "urban", "所在地城乡类型",
          "meetsStandard", "是否达标",
          "sociallyRun", "是否社会化运营",
          "demonstrationSite", "是否示范点",
          "regionalCentre", "是否区域性中心",
          "area", "所属区划",
          "operator", "运营机构");

  private final AreaTree areas;
  private final LocalDate day;
  private final Map<String, List<Facility>> byArea = new HashMap<>();
  private final List<Facility> nowhere = new ArrayList<>();
  private final Map<Facility, Area> areaOf = new HashMap<>();

  FacilityTally(CareSnapshot snapshot, LocalDate day) {
    this.areas = snapshot.areas();
    this.day = day;
    for (Facility facility : snapshot.facilities().list()) {
      if (facility.isOperating()) {
        place(facility, snapshot);
      }
    }
  }

  private void place(Facility facility, CareSnapshot snapshot) {
    Optional<Area> area =
        areas
            .find(facility.details().areaCode())
            .or(() -> snapshot.areaAt(facility.details().lon(), facility.details().lat()));
    if (area.isEmpty()) {
      nowhere.add(facility);
      return;
    }
    areaOf.put(facility, area.get());
    for (Area one : areas.lineage(area.get().code())) {
      byArea.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(facility);
    }
  }

  /** What is known of one facility: whether it counts, or what is missing to say so. */
  private record Verdict(boolean no, List<String> missing) {
    boolean yes() {
      return !no && missing.isEmpty();
    }
  }

  private Verdict verdict(Facility facility, Measure measure) {
    List<String> missing = new ArrayList<>();
    boolean no = !measure.types().contains(facility.details().type());
    LocalDate opened = facility.details().standing().openedOn();
    if (opened == null) {
      missing.add("openedOn");
    } else {
      no |= opened.isAfter(day);
    }
    for (Map.Entry<String, Boolean> condition : measure.where().entrySet()) {
      Boolean is = is(facility, condition.getKey());
      if (is == null) {
        missing.add(condition.getKey());
      } else {
        no |= !is.equals(condition.getValue());
      }
    }
    return new Verdict(no, missing);
  }

  private @Nullable Boolean is(Facility facility, String condition) {
    FacilityStanding standing = facility.details().standing();
    return switch (condition) {
      case "urban" -> urban(areaOf.get(facility));
      case "meetsStandard" -> standing.meetsStandard();
      case "sociallyRun" -> standing.sociallyRun();
      case "demonstrationSite" -> standing.demonstrationSite();
      case "regionalCentre" -> standing.regionalCentre();
      default -> throw new IllegalArgumentException(condition);
    };
  }

  /** As the area says of itself, else the one around it; a village is rural. */
  private @Nullable Boolean urban(@Nullable Area area) {
    if (area == null) {
      return null;
    }
    for (Area one : areas.lineage(area.code())) {
      if (one.urban() != null) {
        return one.urban();
      }
      if (one.level() == AreaLevel.VILLAGE || one.level() == AreaLevel.NATURAL_VILLAGE) {
        return false;
      }
      if (one.level().depth() <= AreaLevel.COMMUNITY_DEPTH) {
        return null; // a town has urban communities and villages
      }
    }
    return null;
  }

  /** How many facilities of an area count. */
  Achieved count(String areaCode, Measure measure) {
    int yes = 0;
    int maybe = 0;
    Map<String, Integer> missing = new TreeMap<>();
    for (Facility facility : byArea.getOrDefault(areaCode, List.of())) {
      Verdict verdict = verdict(facility, measure);
      yes += verdict.yes() ? 1 : 0;
      if (!verdict.no() && !verdict.yes()) {
        maybe++;
        verdict.missing().forEach(field -> missing.merge(field, 1, Integer::sum));
      }
    }
    for (Facility facility : nowhere) {
      if (!verdict(facility, measure).no()) {
        maybe++;
        missing.merge("area", 1, Integer::sum);
      }
    }
    return achieved(yes, (double) yes + maybe, missing);
  }

  /** How many operators run at least so many facilities of the measure in the areas together. */
  Achieved operators(Collection<String> areaCodes, Measure measure, int least) {
    Map<String, int[]> runs = new LinkedHashMap<>(); // certain, possible
    Map<String, Integer> missing = new TreeMap<>();
    int unnamed = 0;
    List<Facility> all = new ArrayList<>(nowhere);
    areaCodes.forEach(code -> all.addAll(byArea.getOrDefault(code, List.of())));
    for (Facility facility : all) {
      Verdict verdict = verdict(facility, measure);
      if (verdict.no()) {
        continue;
      }
      List<String> unknown = new ArrayList<>(verdict.missing());
      if (areaOf.get(facility) == null) {
        unknown.add("area");
      }
      String operator = facility.details().operator();
      if (operator == null || operator.isBlank()) {
        unknown.add("operator");
        unnamed++;
      } else {
        int[] run = runs.computeIfAbsent(operator.strip(), name -> new int[2]);
        run[0] += unknown.isEmpty() ? 1 : 0;
        run[1]++;
      }
      unknown.forEach(field -> missing.merge(field, 1, Integer::sum));
    }
    long sure = runs.values().stream().filter(run -> run[0] >= least).count();
    long possible = runs.values().stream().filter(run -> run[1] >= least).count();
    // Those without a name could belong to operators that lack few, or to new ones.
    List<Integer> lacking =
        runs.values().stream()
            .filter(run -> run[1] < least)
            .map(run -> least - run[1])
            .sorted()
            .toList();
    int left = unnamed;
    for (int lack : lacking) {
      if (lack > left) {
        break;
      }
      left -= lack;
      possible++;
    }
    possible += left / least;
    return achieved((int) sure, possible, missing);
  }

  private static Achieved achieved(int atLeast, double atMost, Map<String, Integer> missing) {
    return new Achieved((double) atLeast, atMost, words(missing), wordsZh(missing), missing);
  }

  /** Facts that are not known of so many facilities, in English. */
  static List<String> words(Map<String, Integer> lacking) {
    return lacking.entrySet().stream()
        .map(
            one ->
                "%s of %d %s"
                    .formatted(
                        one.getKey(),
                        one.getValue(),
                        one.getValue() == 1 ? "facility" : "facilities"))
        .toList();
  }

  /** The same in Chinese. */
  static List<String> wordsZh(Map<String, Integer> lacking) {
    return lacking.entrySet().stream()
        .map(
            one ->
                "%d处设施的%s".formatted(one.getValue(), ZH.getOrDefault(one.getKey(), one.getKey())))
        .toList();
  }

  /** What two areas lack together: a facility that lies nowhere is lacking in both, but is one. */
  static void add(Map<String, Integer> sum, Map<String, Integer> more) {
    more.forEach(
        (field, count) -> sum.merge(field, count, field.equals("area") ? Math::max : Integer::sum));
  }
}
