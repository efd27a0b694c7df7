package org.caremap.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.caremap.core.standards.AreaFact;
import org.caremap.core.standards.FacilityFact;
import org.caremap.core.standards.GroupCount;
import org.caremap.core.standards.Outcome;
import org.caremap.core.standards.RuleJudge;
import org.caremap.core.standards.RuleVerdict;
import org.caremap.core.standards.StandardRule;
import org.caremap.core.standards.SubjectVerdict;
import org.caremap.core.standards.Truth;
import org.junit.jupiter.api.Test;

/** What must hold of every rule on counties that dice draw. */
class RulePropertiesTest {
  private static final int COUNTIES = 15;
  private static final Set<String> MORE_IS_BETTER =
      Set.of("facilities-per-area", "areas-served-share", "chain-operators");

  /** HandCounty with all its facilities drawn anew, and some inputs unknown. */
  private static HandCounty draw(Random dice, double unknown) {
    HandCounty county = new HandCounty();
    List<AreaFact> places =
        county.areas.stream().filter(area -> !area.level().equals("county")).toList();
    Supplier<Boolean> known = () -> dice.nextDouble() >= unknown;
    county.facilities.clear();
    int size = 10 + dice.nextInt(40);
    for (int i = 0; i < size; i++) {
      county.facilities.add(facility(dice, "F" + i, places, known));
    }
    boolean touching = dice.nextBoolean();
    county.neighbours =
        HandCounty.neighbours((a, b) -> Truth.of(touching), known.get() ? "" : "V1");
    county.areas.replaceAll(area -> known.get() ? area : forgotten(area));
    county.elders.replaceAll(
        (area, count) ->
            known.get() ? new GroupCount(dice.nextInt(500), 0, 1) : new GroupCount(0, 1, 1));
    return county;
  }

  private static FacilityFact facility(
      Random dice, String id, List<AreaFact> places, Supplier<Boolean> known) {
    int beds = dice.nextInt(60);
    int nursing = dice.nextInt(beds + 1);
    return new FacilityFact(
        id,
        id,
        BuiltInRules.TYPES.get(dice.nextInt(BuiltInRules.TYPES.size())),
        true,
        121,
        40 + dice.nextInt(3) * 0.0001,
        known.get() ? places.get(dice.nextInt(places.size())).code() : null,
        known.get() ? List.of("甲", "乙", "丙").get(dice.nextInt(3)) : null,
        LocalDate.of(2024, 1 + dice.nextInt(12), 1).minusYears(dice.nextInt(2)),
        known.get() ? dice.nextBoolean() : null,
        known.get() ? List.of("none", "agreement", "site").get(dice.nextInt(3)) : null,
        known.get() ? dice.nextInt(40) : null,
        known.get() ? (double) dice.nextInt(2000) : null,
        known.get() ? (double) dice.nextInt(2000) : null,
        known.get() ? beds : null,
        known.get() ? nursing : null,
        known.get() ? dice.nextBoolean() : null,
        known.get() ? "F" + dice.nextInt(10) : null,
        known.get() ? dice.nextBoolean() : null,
        known.get() ? dice.nextBoolean() : null,
        List.of());
  }

  /** What an area says of its children is not asked of them, so that nothing is said twice. */
  private static AreaFact forgotten(AreaFact a) {
    boolean town = a.level().equals("town");
    return new AreaFact(
        a.code(),
        a.name(),
        a.level(),
        a.parent(),
        town ? a.urban() : null,
        a.zone(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The same county with one more input forgotten; when it opened is no input: it counts then. */
  private static void forgetOne(HandCounty county, Random dice) {
    if (dice.nextInt(5) == 0) {
      int i = dice.nextInt(county.areas.size());
      county.areas.set(i, forgotten(county.areas.get(i)));
      return;
    }
    if (dice.nextInt(5) == 0) {
      String area = new ArrayList<>(county.elders.keySet()).get(dice.nextInt(county.elders.size()));
      county.elders.put(area, new GroupCount(0, 1, 1));
      return;
    }
    int i = dice.nextInt(county.facilities.size());
    FacilityFact f = county.facilities.get(i);
    int field = dice.nextInt(12);
    county.facilities.set(
        i,
        new FacilityFact(
            f.id(),
            f.name(),
            f.type(),
            f.operating(),
            f.lon(),
            f.lat(),
            field == 0 ? null : f.area(),
            field == 1 ? null : f.operator(),
            f.opened(),
            field == 2 ? null : f.sociallyRun(),
            field == 3 ? null : f.medicalCare(),
            field == 4 ? null : f.residents(),
            field == 5 ? null : f.landAreaSquareMeters(),
            field == 6 ? null : f.floorAreaSquareMeters(),
            field == 7 ? null : f.beds(),
            field == 8 ? null : f.nursingBeds(),
            field == 9 ? null : f.meetsStandard(),
            field == 10 ? null : f.leadingCentre(),
            field == 11 ? null : f.demonstrationSite(),
            f.regionalCentre(),
            f.deliveryAreas()));
  }

  private static boolean flipped(Outcome before, Outcome after) {
    return before == Outcome.MET && after == Outcome.MISSED
        || before == Outcome.MISSED && after == Outcome.MET;
  }

  @Test
  void forgettingAnInputNeverTurnsOneVerdictIntoTheOther() {
    for (int seed = 0; seed < COUNTIES; seed++) {
      Random dice = new Random(seed);
      HandCounty county = draw(dice, seed % 4 == 0 ? 0 : 0.1);
      List<RuleVerdict> before = judgeAll(county);
      for (int step = 0; step < 20; step++) {
        forgetOne(county, dice);
        List<RuleVerdict> after = judgeAll(county);
        for (int r = 0; r < before.size(); r++) {
          String where = "seed %d step %d: %s".formatted(seed, step, after.get(r));
          Outcome was = before.get(r).outcome();
          Outcome is = after.get(r).outcome();
          assertThat(flipped(was, is)).as("%s before, %s", was, where).isFalse();
          assertThat(after.get(r).value().low())
              .as(where)
              .isLessThanOrEqualTo(after.get(r).value().high());
        }
        before = after;
      }
    }
  }

  private static FacilityFact openedOn(FacilityFact f, LocalDate day) {
    return new FacilityFact(
        f.id(),
        f.name(),
        f.type(),
        f.operating(),
        f.lon(),
        f.lat(),
        f.area(),
        f.operator(),
        day,
        f.sociallyRun(),
        f.medicalCare(),
        f.residents(),
        f.landAreaSquareMeters(),
        f.floorAreaSquareMeters(),
        f.beds(),
        f.nursingBeds(),
        f.meetsStandard(),
        f.leadingCentre(),
        f.demonstrationSite(),
        f.regionalCentre(),
        f.deliveryAreas());
  }

  /** Whatever day it turns out to be, the value lies between and the verdict was not the other. */
  @Test
  void aPastDayIsJudgedForEveryOpeningDayThatMayBe() {
    for (int seed = 0; seed < COUNTIES; seed++) {
      Random dice = new Random(2000 + seed);
      HandCounty county = draw(dice, seed % 2 == 0 ? 0 : 0.1);
      county.asOf = LocalDate.of(2025, 1, 1);
      county.countsUndated = false;
      county.facilities.replaceAll(f -> dice.nextInt(3) == 0 ? openedOn(f, null) : f);
      List<RuleVerdict> before = judgeAll(county);
      List<FacilityFact> facilities = List.copyOf(county.facilities);
      for (int draw = 0; draw < 20; draw++) {
        county.facilities.clear();
        for (FacilityFact f : facilities) {
          LocalDate day = LocalDate.of(dice.nextBoolean() ? 2020 : 2025, 6, 1);
          county.facilities.add(f.opened() == null ? openedOn(f, day) : f);
        }
        List<RuleVerdict> after = judgeAll(county);
        for (int r = 0; r < before.size(); r++) {
          RuleVerdict was = before.get(r);
          RuleVerdict is = after.get(r);
          String where = "seed %d draw %d: %s before, %s".formatted(seed, draw, was, is);
          boolean judged = was.outcome() == Outcome.MET || was.outcome() == Outcome.MISSED;
          assertThat(!judged || is.outcome() == was.outcome()).as(where).isTrue();
          if (is.outcome() != Outcome.NOT_APPLICABLE) {
            assertThat(is.value().low()).as(where).isGreaterThanOrEqualTo(was.value().low());
            assertThat(is.value().high()).as(where).isLessThanOrEqualTo(was.value().high());
          }
          if (was.outcome() == Outcome.CANNOT_BE_JUDGED) {
            assertThat(was.gaps()).as(where).isNotEmpty();
          }
        }
      }
    }
  }

  @Test
  void onlyWhatIsUnknownCannotBeJudged() {
    for (int seed = 0; seed < COUNTIES; seed++) {
      for (RuleVerdict verdict : judgeAll(draw(new Random(seed), 0.2))) {
        for (SubjectVerdict one : verdict.subjects()) {
          if (one.outcome() == Outcome.CANNOT_BE_JUDGED) {
            assertThat(one.gaps()).as("seed %d %s", seed, verdict.rule().id()).isNotEmpty();
          }
        }
        if (verdict.outcome() == Outcome.CANNOT_BE_JUDGED) {
          assertThat(verdict.gaps()).as("seed %d %s", seed, verdict.rule().id()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void oneMoreFacilityNeverMakesACountOrShareMissed() {
    for (int seed = 0; seed < COUNTIES; seed++) {
      Random dice = new Random(1000 + seed);
      HandCounty county = draw(dice, 0.1);
      List<AreaFact> places = List.copyOf(county.areas);
      List<RuleVerdict> before = judgeAll(county);
      for (int step = 0; step < 20; step++) {
        county.facilities.add(facility(dice, "N" + step, places, () -> dice.nextInt(10) > 0));
        List<RuleVerdict> after = judgeAll(county);
        for (int r = 0; r < before.size(); r++) {
          StandardRule rule = before.get(r).rule();
          if (MORE_IS_BETTER.contains(rule.indicator()) && before.get(r).outcome() == Outcome.MET) {
            assertThat(after.get(r).outcome())
                .as("seed %d step %d: %s", seed, step, after.get(r))
                .isEqualTo(Outcome.MET);
          }
        }
        before = after;
      }
    }
  }

  private static List<RuleVerdict> judgeAll(HandCounty county) {
    RuleJudge judge = new RuleJudge(county.facts(), List.of());
    return BuiltInRules.all().stream().map(judge::judge).toList();
  }
}
