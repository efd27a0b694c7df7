package org.caremap.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.caremap.core.standards.AreaFact;
import org.caremap.core.standards.CountyFacts;
import org.caremap.core.standards.FacilityFact;
import org.caremap.core.standards.GroupCount;
import org.caremap.core.standards.Neighbours;
import org.caremap.core.standards.Truth;
import org.caremap.core.standards.WalkingShares;
import org.jspecify.annotations.Nullable;

/**
 * A county small enough to judge by hand. All elders of a community live at one place; beside it
 * stand the minutes to the nearest service of any kind but meals, and to the nearest meal.
 *
 * <pre>
 * C county, 90 elders with an emergency call, provides for its region
 * |- S street, centre, 4000 residents, 60 elders with purchased service
 * |  |- C1 community, urban, 400 elders, 5 and 8 minutes     K1 M1 I1 R1
 * |  |  |- E1 new estate, 1000 households                    H1
 * |  |  `- E2 old estate, 400 households                     D1
 * |  `- C2 community, urban, 200 elders, 12 and 16 minutes   H2 G3
 * |- T1 town XX镇, outer, 3000 residents, 40 elders           K2 Z1
 * |  |- V1 village, rural, 300 elders, 14 and 6 minutes      H3 A1 D2 D3 M2 G1
 * |  |  `- N1 natural village                                H4
 * |  `- V2 village, rural, 100 elders, 22 and 24 minutes     D4
 * `- T2 town 北镇, outer, 1000 residents, 20 elders
 *    `- V3 village, rural, 200 elders, 9 and 19 minutes      A2 D5 D6 G2 Q1
 *
 * C1 borders on C2, V1 on V2; V3 borders on nobody.
 * </pre>
 */
final class HandCounty {
  static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

  // code, name, level, parent, urban, zone, households, residents, age, purchased, call, regional
  private static final String AREAS =
      """
      C,试验县,county,,,,,,,,90,true
      S,城街,street,C,,centre,,4000,,60,,
      C1,一社区,community,S,true,,,,,,,
      E1,新苑,estate,C1,,,1000,,new,,,
      E2,老苑,estate,C1,,,400,,old,,,
      C2,二社区,community,S,true,,,,,,,
      T1,XX镇,town,C,false,outer,,3000,,40,,
      V1,甲村,village,T1,false,,,,,,,
      N1,湾里,natural_village,V1,,,,,,,,
      V2,乙村,village,T1,false,,,,,,,
      T2,北镇,town,C,false,outer,,1000,,20,,
      V3,丙村,village,T2,false,,,,,,,
      """;

  // id, type, area, operator, opened, social, medical, residents, land, floor, beds, nursing,
  // standard, leader, demonstration, regional, delivers
  private static final String FACILITIES =
      """
      K1,care_centre,C1,,2018-05-01,true,site,,800,1600,30,18,,,false,false,
      K2,care_centre,T1,,2019-05-01,false,agreement,,300,700,20,10,,,false,false,
      H1,home_care_station,E1,,2017-01-01,true,none,,0,320,,,true,K1,false,,
      H2,home_care_station,C2,,2017-01-01,true,agreement,,0,250,,,false,K1,false,,
      H3,home_care_station,V1,,2024-03-01,false,none,,100,210,,,true,K2,true,,
      H4,home_care_station,N1,,2017-01-01,true,none,,50,120,,,true,K2,false,,
      A1,mutual_aid_point,V1,,2017-01-01,false,none,,40,180,,,,,false,,
      A2,mutual_aid_point,V3,,2017-01-01,true,none,,60,200,,,,,false,,
      D1,day_care_centre,E2,甲社,2017-01-01,true,agreement,,20,40,10,0,,,,,
      D2,day_care_centre,V1,甲社,2017-01-01,true,none,,20,100,5,0,,,,,
      D3,day_care_centre,V1,甲社,2017-01-01,true,none,,20,100,5,0,,,,,
      D4,day_care_centre,V2,甲社,2017-01-01,true,none,,20,100,5,0,,,,,
      D5,day_care_centre,V3,甲社,2017-01-01,true,none,,20,100,5,0,,,,,
      D6,day_care_centre,V3,乙社,2017-01-01,true,none,,20,100,5,0,,,,,
      M1,meal_point,C1,,2017-01-01,,,,10,50,,,,,,,
      M2,meal_point,V1,,2017-01-01,,,,10,50,,,,,,,
      I1,elder_inn,C1,,2017-01-01,,,,50,200,5,0,,,,,
      Z1,central_kitchen,T1,,2017-01-01,,,,,,,,,,,,S
      G1,care_home,V1,,2012-01-01,true,site,25,700,900,40,20,,,,true,
      G2,care_home,V3,,2012-01-01,false,none,8,250,500,20,0,,,,true,
      G3,care_home,C2,,2012-01-01,true,agreement,5,100,300,10,10,,,,false,
      R1,activity_centre,C1,,2017-01-01,,,,,100,,,,,,,
      Q1,clinic,V3,,2010-01-01,,,,,,,,,,,,
      """;

  private static final Set<Set<String>> BORDERS = Set.of(Set.of("C1", "C2"), Set.of("V1", "V2"));

  final List<AreaFact> areas = new ArrayList<>();
  final List<FacilityFact> facilities = new ArrayList<>();
  final Map<String, GroupCount> elders = new TreeMap<>();
  final Map<String, double[]> minutes = new HashMap<>();

  /** Minutes from a community to the nearest facility of unknown opening day. */
  final Map<String, Double> undatedMinutes = new HashMap<>();

  Neighbours neighbours = neighbours((a, b) -> Truth.of(BORDERS.contains(Set.of(a, b))), "");
  LocalDate asOf = AS_OF;
  boolean countsUndated = true;

  HandCounty() {
    AREAS.lines().forEach(line -> areas.add(area(line.split(",", -1))));
    FACILITIES.lines().forEach(line -> facilities.add(facility(line.split(",", -1))));
    live("C1", 400, 5, 8);
    live("C2", 200, 12, 16);
    live("V1", 300, 14, 6);
    live("V2", 100, 22, 24);
    live("V3", 200, 9, 19);
  }

  /**
   * @param unbounded the one area without a boundary
   */
  static Neighbours neighbours(BiFunction<String, String, Truth> border, String unbounded) {
    return new Neighbours() {
      @Override
      public Truth border(String a, String b) {
        return isBounded(a) && isBounded(b) ? border.apply(a, b) : Truth.UNKNOWN;
      }

      @Override
      public boolean isBounded(String area) {
        return !area.equals(unbounded);
      }
    };
  }

  private void live(String area, double people, double toAny, double toMeal) {
    elders.put(area, new GroupCount(people, 0, 1));
    minutes.put(area, new double[] {toAny, toMeal});
  }

  /** Changes one area. */
  HandCounty area(String code, UnaryOperator<AreaFact> change) {
    areas.replaceAll(area -> area.code().equals(code) ? change.apply(area) : area);
    return this;
  }

  /** Changes one facility, by its fields as above; an empty text is unknown. */
  HandCounty facility(String id, int column, String value) {
    String line =
        FACILITIES.lines().filter(one -> one.startsWith(id + ",")).findFirst().orElseThrow();
    String[] fields = line.split(",", -1);
    fields[column] = value;
    facilities.replaceAll(one -> one.id().equals(id) ? facility(fields) : one);
    return this;
  }

  /** Adds a facility. */
  HandCounty add(String line) {
    facilities.add(facility(line.split(",", -1)));
    return this;
  }

  CountyFacts facts() {
    Map<String, Map<String, GroupCount>> people = new HashMap<>();
    elders.forEach((area, count) -> people.put(area, Map.of("age60", count)));
    return new CountyFacts(
        areas, facilities, people, neighbours, walking(false), asOf, countsUndated);
  }

  /**
   * People walk as if all facilities served, but for those that {@link #undatedMinutes} is about.
   */
  private WalkingShares walking(boolean undated) {
    return new WalkingShares() {
      @Override
      public Walk walk(List<String> types, double limit, String group, String area) {
        Walk sum = Walk.NONE;
        for (String home : homes(area)) {
          GroupCount count = elders.get(home);
          double covered = toNearest(types, home, undated) <= limit ? count.known() : 0;
          sum = sum.plus(new Walk(count.known(), covered, count.unknownPoints(), count.points()));
        }
        return sum;
      }

      @Override
      public OptionalDouble minutesFor(
          List<String> types, String group, Collection<String> codes, double share) {
        List<String> homes = codes.stream().flatMap(code -> homes(code).stream()).toList();
        double all = homes.stream().mapToDouble(home -> elders.get(home).known()).sum();
        double there = 0;
        for (String home :
            homes.stream()
                .sorted(Comparator.comparing(h -> toNearest(types, h, undated)))
                .toList()) {
          there += elders.get(home).known();
          if (there >= share * all) {
            return OptionalDouble.of(toNearest(types, home, undated));
          }
        }
        return OptionalDouble.of(Double.POSITIVE_INFINITY);
      }

      @Override
      public WalkingShares withUndated() {
        return walking(true);
      }
    };
  }

  private double toNearest(List<String> types, String home, boolean undated) {
    double dated = minutes.get(home)[types.equals(List.of("meal_point")) ? 1 : 0];
    return undated ? Math.min(dated, undatedMinutes.getOrDefault(home, dated)) : dated;
  }

  private List<String> homes(String code) {
    return elders.keySet().stream().filter(home -> lies(home, code)).toList();
  }

  private boolean lies(@Nullable String code, String in) {
    return code != null
        && (code.equals(in)
            || areas.stream()
                .anyMatch(area -> area.code().equals(code) && lies(area.parent(), in)));
  }

  private static AreaFact area(String[] f) {
    return new AreaFact(
        f[0],
        f[1],
        f[2],
        text(f[3]),
        flag(f[4]),
        text(f[5]),
        number(f[6]),
        number(f[7]),
        text(f[8]),
        number(f[9]),
        number(f[10]),
        flag(f[11]));
  }

  private static FacilityFact facility(String[] f) {
    return new FacilityFact(
        f[0],
        f[0],
        f[1],
        true,
        121,
        // The clinic stands 0.001 degrees, 111 metres, north of G2; everybody else is far away.
        f[0].equals("G2") ? 31.9 : f[0].equals("Q1") ? 31.901 : 40,
        text(f[2]),
        text(f[3]),
        f[4].isEmpty() ? null : LocalDate.parse(f[4]),
        flag(f[5]),
        text(f[6]),
        whole(f[7]),
        number(f[8]),
        number(f[9]),
        whole(f[10]),
        whole(f[11]),
        flag(f[12]),
        text(f[13]),
        flag(f[14]),
        flag(f[15]),
        f[16].isEmpty() ? List.of() : List.of(f[16].split(" ")));
  }

  private static @Nullable String text(String field) {
    return field.isEmpty() ? null : field;
  }

  private static @Nullable Boolean flag(String field) {
    return field.isEmpty() ? null : Boolean.valueOf(field);
  }

  private static @Nullable Double number(String field) {
    return field.isEmpty() ? null : Double.valueOf(field);
  }

  private static @Nullable Integer whole(String field) {
    return field.isEmpty() ? null : Integer.valueOf(field);
  }
}
