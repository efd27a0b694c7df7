package org.caremap.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.caremap.core.standards.AreaFact;
import org.caremap.core.standards.Bounds;
import org.caremap.core.standards.CountyFacts;
import org.caremap.core.standards.Gap;
import org.caremap.core.standards.GroupCount;
import org.caremap.core.standards.Outcome;
import org.caremap.core.standards.RuleException;
import org.caremap.core.standards.RuleJudge;
import org.caremap.core.standards.RuleVerdict;
import org.caremap.core.standards.StandardRule;
import org.caremap.core.standards.SubjectVerdict;
import org.caremap.core.standards.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is unknown, excepted, relaxed, wanted or later, on {@link HandCounty}. */
class RuleJudgeTest {
  private static final int OPERATOR = 3;
  private static final int OPENED = 4;
  private static final int SOCIAL = 5;
  private static final int FLOOR = 9;
  private static final int BEDS = 10;
  private static final int STANDARD = 12;

  private static RuleVerdict judge(HandCounty county, StandardRule rule, RuleException... allowed) {
    return new RuleJudge(county.facts(), List.of(allowed)).judge(rule);
  }

  private static RuleVerdict judge(HandCounty county, String rule, RuleException... allowed) {
    return judge(county, BuiltInRules.rule(rule), allowed);
  }

  private static SubjectVerdict subject(RuleVerdict verdict, String id) {
    return verdict.subjects().stream()
        .filter(one -> one.subject().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in " + verdict));
  }

  private static AreaFact with(AreaFact a, Boolean urban, String zone, Double households) {
    return new AreaFact(
        a.code(),
        a.name(),
        a.level(),
        a.parent(),
        urban,
        zone,
        households,
        a.residents(),
        a.estateAge(),
        a.purchasedServiceElders(),
        a.emergencyCallElders(),
        a.regionalProvision());
  }

  private static RuleException exception(
      String rule, String area, RuleException.Kind kind, String servedBy, Double required) {
    return new RuleException(
        "x", rule, area, null, kind, servedBy, required, "小社区", "民政局", LocalDate.of(2026, 1, 1));
  }

  /** Elders are 1200: 50 beds a thousand are 60 beds. */
  @Test
  void anUnknownNumberDecidesNothingByItself() {
    // Without G1 (40) the others still have 120 beds: enough whatever G1 has.
    RuleVerdict enough = judge(new HandCounty().facility("G1", BEDS, ""), "county-beds");
    assertThat(enough.outcome()).isEqualTo(Outcome.MET);
    assertThat(enough.value().value()).isNull();
    assertThat(enough.value().low()).isEqualTo(120 * 1000.0 / 1200);
    // Care homes alone need 42: 70 - 40 = 30 are known, and G1 has 20 for nursing at least.
    RuleVerdict open = judge(new HandCounty().facility("G1", BEDS, ""), "changzhi-beds");
    assertThat(open.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(open.gaps()).containsExactly(new Gap(Gap.Field.BEDS, Gap.Of.FACILITY, "G1"));
    // Nobody knows how many elders live in V3: more than 1000 anyway, so that a hundred beds for
    // a thousand may be missed, but 160 beds never reach 200.
    HandCounty elders = new HandCounty();
    elders.elders.put("V3", new GroupCount(0, 1, 1));
    assertThat(judge(elders, "county-beds").outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(judge(elders, BuiltInRules.changed("county-beds", "threshold: 200")).outcome())
        .isEqualTo(Outcome.MISSED);
    // Of 500 residents of V3 not more than 500 are elders: 160 beds for 1000 to 1500 of them.
    elders.elders.put("V3", new GroupCount(0, 1, 1, 500));
    RuleVerdict bounded = judge(elders, "county-beds");
    assertThat(bounded.outcome()).isEqualTo(Outcome.MET);
    assertThat(bounded.value().low()).isEqualTo(160 * 1000.0 / 1500);
    assertThat(bounded.value().high()).isEqualTo(160);
  }

  @Test
  void aSiteOfUnknownAreaIsNeitherGoodNorBad() {
    RuleVerdict verdict =
        judge(new HandCounty().facility("H3", FLOOR, ""), "county-admin-village-area");
    assertThat(subject(verdict, "H3").outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(subject(verdict, "A1").outcome()).isEqualTo(Outcome.MISSED);
    assertThat(verdict.outcome()).as("A1 is too small whatever H3 is").isEqualTo(Outcome.MISSED);
  }

  @ParameterizedTest
  @CsvSource({
    // H1 decides C1; C2 is missed anyway, so that 100 % is out of reach and 50 % is open.
    "haimen-urban-station, 100, MISSED",
    "haimen-urban-station, 50, CANNOT_BE_JUDGED",
  })
  void aShareIsBetweenItsWorstAndItsBestCase(String id, int threshold, Outcome outcome) {
    HandCounty county = new HandCounty().facility("H1", STANDARD, "");
    RuleVerdict verdict = judge(county, BuiltInRules.changed(id, "threshold: " + threshold));
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.value()).isEqualTo(new Bounds(0, 50));
    assertThat(subject(verdict, "C1").outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(subject(verdict, "C1").gaps())
        .containsExactly(new Gap(Gap.Field.MEETS_STANDARD, Gap.Of.FACILITY, "H1"));
  }

  /** V2 says nothing and its town neither: it may be a fourth rural community or an urban one. */
  @Test
  void anAreaThatMayNotBeMeantSettlesNothing() {
    HandCounty county =
        new HandCounty()
            .area("T1", a -> with(a, null, a.zone(), null))
            .area("V2", a -> with(a, null, null, null));
    RuleVerdict rural = judge(county, "haimen-rural-station");
    assertThat(rural.denominator()).isEqualTo(new Bounds(2, 3));
    assertThat(rural.value().low()).isEqualTo(100.0 / 3);
    assertThat(rural.value().high()).isEqualTo(50);
    RuleVerdict meals = judge(county, "qijiang-community-station");
    assertThat(meals.outcome()).as("V2 has no station").isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(meals.gaps()).contains(new Gap(Gap.Field.URBAN, Gap.Of.AREA, "V2"));
  }

  @Test
  void aFacilityOfUnknownPlaceMayBeAnywhere() {
    HandCounty county = new HandCounty().add("X,nursing_station,,,2017-01-01,,,,,,,,,,,,");
    RuleVerdict verdict = judge(county, "haimen-nursing-station");
    assertThat(verdict.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(verdict.gaps()).containsExactly(new Gap(Gap.Field.AREA_CODE, Gap.Of.FACILITY, "X"));
    // Dining tables are counted for the whole county: there it stands in any case.
    county.add("Y,meal_point,,,2017-01-01,,,,,,,,,,,,");
    assertThat(judge(county, BuiltInRules.changed("changzhi-dining", "threshold: 3")).outcome())
        .isEqualTo(Outcome.CANNOT_BE_JUDGED);
  }

  @Test
  void householdsOfNobodyAreUnknown() {
    RuleVerdict verdict =
        judge(new HandCounty().area("E1", a -> with(a, true, null, null)), "haimen-floor-new");
    assertThat(verdict.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(verdict.gaps()).containsExactly(new Gap(Gap.Field.HOUSEHOLDS, Gap.Of.AREA, "E1"));
  }

  @Test
  void deliveryCountsWhereARuleSaysSo() {
    StandardRule rule = BuiltInRules.changed("haimen-kitchen", "parameters: {delivers: true}");
    assertThat(judge(new HandCounty(), rule).outcome()).isEqualTo(Outcome.MET);
  }

  @Test
  void aClinicNearByCountsWhereARuleSaysHowNear() {
    // Q1 stands 111 metres from G2: 7 of 17.
    StandardRule near =
        BuiltInRules.changed("qijiang-medical", "parameters: {distanceMeters: 112}");
    assertThat(judge(new HandCounty(), near).numerator()).isEqualTo(Bounds.exactly(7));
    StandardRule far = BuiltInRules.changed("qijiang-medical", "parameters: {distanceMeters: 111}");
    assertThat(judge(new HandCounty(), far).numerator()).isEqualTo(Bounds.exactly(6));
  }

  @Test
  void betweenTwoThresholdsThePlanMustSayWhatFewEldersAre() {
    RuleVerdict open = judge(new HandCounty(), "qijiang-station-area");
    assertThat(subject(open, "H2").gaps())
        .containsExactly(new Gap(Gap.Field.FEW_ELDERS, Gap.Of.RULE, "qijiang-station-area"));
    // C2 has 200 elders.
    assertThat(
            judge(
                    new HandCounty(),
                    BuiltInRules.changed(
                        "qijiang-station-area", "relaxed: {threshold: 200, elders: 201}"))
                .outcome())
        .isEqualTo(Outcome.MET);
    assertThat(
            judge(
                    new HandCounty(),
                    BuiltInRules.changed(
                        "qijiang-station-area", "relaxed: {threshold: 200, elders: 200}"))
                .outcome())
        .isEqualTo(Outcome.MISSED);
    assertThat(
            judge(new HandCounty().facility("H2", FLOOR, "199"), "qijiang-station-area").outcome())
        .as("too small in any case")
        .isEqualTo(Outcome.MISSED);
  }

  @Test
  void whatIsWantedIsSaidBesideTheVerdict() {
    assertThat(judge(new HandCounty(), "guangzhou-meal-outer").wantedMet())
        .as("V2 needs 24 of 20 wanted minutes")
        .isFalse();
    StandardRule easy = BuiltInRules.changed("guangzhou-meal-outer", "wanted: 24");
    assertThat(judge(new HandCounty(), easy).wantedMet()).isTrue();
    assertThat(judge(new HandCounty(), "nanjing-circle").wantedMet()).isNull();
  }

  @Test
  void anotherShareOfEldersMayBeEnough() {
    // 1100 of 1200 are 91.7 %; they are all there after 14 minutes.
    StandardRule nine = BuiltInRules.changed("nanjing-circle", "parameters: {shareRequired: 0.9}");
    RuleVerdict verdict = judge(new HandCounty(), nine);
    assertThat(verdict.outcome()).isEqualTo(Outcome.MET);
    assertThat(verdict.value()).isEqualTo(Bounds.exactly(14));
    HandCounty unknown = new HandCounty();
    unknown.elders.merge("C1", new GroupCount(0, 1, 1), GroupCount::plus);
    assertThat(judge(unknown, nine).outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(judge(unknown, "nanjing-circle").outcome())
        .as("V2 is left out, whoever lives at the other place of C1")
        .isEqualTo(Outcome.MISSED);
    assertThat(judge(unknown, "changzhi-circle").outcome())
        .as("nobody known is left out of the centre")
        .isEqualTo(Outcome.CANNOT_BE_JUDGED);
  }

  @Test
  void onlyWhatIsOpenOnTheDayCounts() {
    HandCounty county = new HandCounty();
    county.asOf = LocalDate.of(2018, 4, 30);
    assertThat(judge(county, "qijiang-street-centre").outcome())
        .as("K1 opens in May 2018, and the plan gives time to the end of 2020")
        .isEqualTo(Outcome.NOT_YET);
    county.asOf = LocalDate.of(2018, 5, 1);
    assertThat(judge(county, "qijiang-street-centre").outcome()).isEqualTo(Outcome.MET);
    RuleVerdict undated =
        judge(new HandCounty().facility("K1", OPENED, ""), "qijiang-street-centre");
    assertThat(undated.outcome()).isEqualTo(Outcome.MET);
    assertThat(undated.undated()).isEqualTo(1);
    HandCounty due = new HandCounty();
    due.asOf = LocalDate.of(2020, 12, 30);
    assertThat(judge(due, "haimen-nursing-station").outcome()).isEqualTo(Outcome.NOT_YET);
    due.asOf = LocalDate.of(2020, 12, 31);
    assertThat(judge(due, "haimen-nursing-station").outcome()).isEqualTo(Outcome.MISSED);
  }

  private static HandCounty pastWith(String... undated) {
    HandCounty county = new HandCounty();
    county.asOf = LocalDate.of(2025, 1, 1);
    county.countsUndated = false;
    for (String id : undated) {
      county.facility(id, OPENED, "");
    }
    return county;
  }

  private static Gap opening(String id) {
    return new Gap(Gap.Field.OPENED_ON, Gap.Of.FACILITY, id);
  }

  /** H1 is the one station of C1, and C2's H2 is below standard. */
  @Test
  void onAPastDayAnUnknownOpeningDayCountsNeitherWay() {
    RuleVerdict each = judge(pastWith("H1"), "haimen-community-station");
    assertThat(each.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(each.value()).isEqualTo(new Bounds(0, 1));
    assertThat(each.numerator()).isEqualTo(new Bounds(1, 2));
    assertThat(each.gaps()).containsExactly(opening("H1"));
    assertThat(each.undated()).as("none is counted as open").isZero();
    assertThat(subject(each, "C1").outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(subject(each, "C2").outcome()).isEqualTo(Outcome.MET);
    RuleVerdict share = judge(pastWith("H1"), "haimen-urban-station");
    assertThat(share.outcome()).as("half at most").isEqualTo(Outcome.MISSED);
    assertThat(share.value()).isEqualTo(new Bounds(0, 50));
    assertThat(share.gaps()).containsExactly(opening("H1"));
    // Today the same station counts, and the verdict says so.
    HandCounty today = pastWith("H1");
    today.countsUndated = true;
    RuleVerdict now = judge(today, "haimen-community-station");
    assertThat(now.outcome()).isEqualTo(Outcome.MET);
    assertThat(now.undated()).isEqualTo(1);
    assertThat(now.gaps()).isEmpty();
  }

  /** Care homes have G1 40 + G2 20 + G3 10 beds for 1200 elders, and 42 are needed. */
  @Test
  void bedsOfUnknownOpeningDayWidenTheSum() {
    RuleVerdict open = judge(pastWith("G1"), "changzhi-beds");
    assertThat(open.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(open.value()).isEqualTo(new Bounds(30 * 1000.0 / 1200, 70 * 1000.0 / 1200));
    assertThat(open.gaps()).containsExactly(opening("G1"));
    assertThat(judge(pastWith("G2"), "changzhi-beds").outcome())
        .as("the other 50 are enough")
        .isEqualTo(Outcome.MET);
    // For nursing G1 20 of 40, G2 0 of 20, G3 10 of 10: 10 of 30 without G1, 30 of 70 with it.
    RuleVerdict nursing = judge(pastWith("G1"), "changzhi-nursing-beds");
    assertThat(nursing.value().low()).isLessThanOrEqualTo(100 * 10 / 30.0);
    assertThat(nursing.value().high()).isGreaterThanOrEqualTo(100 * 30 / 70.0);
    assertThat(nursing.gaps()).containsExactly(opening("G1"));
  }

  /** K1, the one centre of a street, has 1600 square metres; 1500 are asked. */
  @Test
  void aRuleAboutOneThingThatMayNotHaveBeenThereIsNotMet() {
    RuleVerdict verdict = judge(pastWith("K1"), "qijiang-street-centre-area");
    assertThat(verdict.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(verdict.gaps()).containsExactly(opening("K1"));
    // H2, of 250, is the worst of the stations if it counts; otherwise H1, of 320, is.
    RuleVerdict worst =
        judge(pastWith("H2"), BuiltInRules.changed("qijiang-station-area", "relaxed: null"));
    assertThat(worst.value()).isEqualTo(new Bounds(250, 320));
    assertThat(worst.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(worst.gaps()).containsExactly(opening("H2"));
  }

  /** K1 leads H1 and H2. 甲社 runs D1 to D5; D2, D3 and D4 hang together. */
  @Test
  void stationsAndOperatorsOfUnknownOpeningDayAreAnInterval() {
    RuleVerdict led = judge(pastWith("H2"), "qijiang-centre-leads");
    assertThat(led.value()).isEqualTo(new Bounds(1, 2));
    assertThat(led.gaps()).containsExactly(opening("H2"));
    RuleVerdict chain = judge(pastWith("D5"), "haimen-chain");
    assertThat(chain.value()).isEqualTo(new Bounds(0, 1));
    assertThat(chain.gaps()).containsExactly(opening("D5"));
    RuleVerdict set = judge(pastWith("D4"), "changzhi-contiguous");
    assertThat(subject(set, "甲社").subject().measure().value()).isEqualTo(new Bounds(2, 3));
  }

  /** Q1, a clinic, stands 111 metres from G2, which has no medical care of its own. */
  @Test
  void aClinicOfUnknownOpeningDayMayHaveBeenNear() {
    StandardRule near =
        BuiltInRules.changed(
            "qijiang-medical", "types: [care_home]\nparameters: {distanceMeters: 200}");
    assertThat(judge(pastWith(), near).value().value()).isEqualTo(100);
    RuleVerdict open = judge(pastWith("Q1"), near);
    assertThat(open.value()).isEqualTo(new Bounds(100 * 2 / 3.0, 100));
    assertThat(open.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(open.gaps()).containsExactly(opening("Q1"));
  }

  /** The 100 of V2 need 22 minutes without D4, and 18 with it; V1 needs 14, the others fewer. */
  @Test
  void walksToFacilitiesOfUnknownOpeningDayAreAnInterval() {
    HandCounty county = pastWith("D4");
    county.undatedMinutes.put("V2", 18.0);
    RuleVerdict twenty = judge(county, "county-circle");
    assertThat(twenty.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(twenty.value()).isEqualTo(new Bounds(18, 22));
    assertThat(twenty.numerator()).isEqualTo(new Bounds(1100, 1200));
    assertThat(twenty.gaps()).containsExactly(opening("D4"));
    assertThat(subject(twenty, "V2").outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(subject(twenty, "V1").outcome()).isEqualTo(Outcome.MET);
    RuleVerdict fifteen = judge(county, "qijiang-circle");
    assertThat(fifteen.outcome()).as("left out with D4 too").isEqualTo(Outcome.MISSED);
    assertThat(fifteen.value()).isEqualTo(new Bounds(18, 22));
    RuleVerdict meals = judge(county, "guangzhou-meal-outer");
    assertThat(meals.value().isExact()).as("D4 serves no meals").isTrue();
  }

  @Test
  void whereThereIsNothingNothingIsJudged() {
    HandCounty county = new HandCounty();
    county.areas.removeIf(area -> area.level().equals("natural_village"));
    assertThat(judge(county, "county-natural-village-area").outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
    StandardRule elsewhere = BuiltInRules.changed("county-demo-site-main", "area: 某镇");
    assertThat(judge(county, elsewhere).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
  }

  @Test
  void operatorsOfUnknownCentresMayBeAnybody() {
    // 甲社 loses D1: four for certain, five perhaps, and one unknown makes no second chain.
    RuleVerdict chain = judge(new HandCounty().facility("D1", OPERATOR, ""), "haimen-chain");
    assertThat(chain.value()).isEqualTo(new Bounds(0, 1));
    assertThat(chain.outcome()).as("two were asked for").isEqualTo(Outcome.MISSED);
    StandardRule one = BuiltInRules.changed("haimen-chain", "threshold: 1");
    RuleVerdict perhaps = judge(new HandCounty().facility("D1", OPERATOR, ""), one);
    assertThat(perhaps.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(perhaps.gaps()).containsExactly(new Gap(Gap.Field.OPERATOR, Gap.Of.FACILITY, "D1"));
  }

  @Test
  void centresAreContiguousFromOneToTheNext() {
    HandCounty county = new HandCounty();
    assertThat(subject(judge(county, "changzhi-contiguous"), "甲社").subject().measure().value())
        .isEqualTo(Bounds.exactly(3));
    // Nobody knows where V3 ends: D5 may belong to the others, and so four is the most.
    county.neighbours =
        HandCounty.neighbours((a, b) -> Truth.of(Set.of(a, b).equals(Set.of("V1", "V2"))), "V3");
    RuleVerdict verdict = judge(county, "changzhi-contiguous");
    assertThat(subject(verdict, "甲社").subject().measure().value()).isEqualTo(new Bounds(3, 4));
    assertThat(subject(verdict, "甲社").outcome()).isEqualTo(Outcome.MISSED);
    StandardRule four = BuiltInRules.changed("changzhi-contiguous", "threshold: 4");
    RuleVerdict open = judge(county, four);
    assertThat(subject(open, "甲社").outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
    assertThat(open.gaps()).containsExactly(new Gap(Gap.Field.BOUNDARY, Gap.Of.AREA, "V3"));
  }

  @Test
  void anExceptionNeverHidesThatARuleIsMissed() {
    RuleException shared =
        exception("haimen-meal-point", "C2", RuleException.Kind.SHARED, "M1", null);
    RuleVerdict verdict = judge(new HandCounty(), "haimen-meal-point", shared);
    assertThat(verdict.outcome()).isEqualTo(Outcome.MISSED);
    assertThat(verdict.withExceptions()).isEqualTo(Outcome.MET);
    assertThat(verdict.excepted()).isEqualTo(1);
    assertThat(subject(verdict, "C2").outcome()).isEqualTo(Outcome.MISSED);
    assertThat(subject(verdict, "C2").exception()).isEqualTo(shared);
    assertThat(subject(verdict, "C2").withException()).isEqualTo(Outcome.MET);
    RuleException closed =
        exception("haimen-meal-point", "C2", RuleException.Kind.SHARED, "none", null);
    assertThat(judge(new HandCounty(), "haimen-meal-point", closed).withExceptions())
        .as("nobody serves it")
        .isEqualTo(Outcome.MISSED);
    HandCounty before = new HandCounty();
    before.asOf = LocalDate.of(2025, 12, 31);
    assertThat(judge(before, "haimen-meal-point", shared).excepted())
        .as("not yet approved")
        .isZero();
  }

  @Test
  void severalAreAskedOfALargeCommunityAndShares() {
    RuleException several =
        exception("qijiang-community-station", "C1", RuleException.Kind.SEVERAL, null, 2.0);
    RuleVerdict verdict = judge(new HandCounty(), "qijiang-community-station", several);
    assertThat(verdict.outcome()).isEqualTo(Outcome.MET);
    assertThat(verdict.withExceptions()).as("C1 has one of two").isEqualTo(Outcome.MISSED);
    RuleException waived =
        exception("haimen-urban-station", "C2", RuleException.Kind.WAIVED, null, null);
    RuleVerdict share = judge(new HandCounty(), "haimen-urban-station", waived);
    assertThat(share.value()).isEqualTo(Bounds.exactly(50));
    assertThat(share.outcome()).isEqualTo(Outcome.MISSED);
    assertThat(share.withExceptions()).isEqualTo(Outcome.MET);
  }

  @Test
  void partOfACountyIsJudgedByItself() {
    CountyFacts town = new HandCounty().facts().within("T2");
    RuleVerdict land = new RuleJudge(town, List.of()).judge(BuiltInRules.rule("qijiang-land"));
    assertThat(land.value()).isEqualTo(Bounds.exactly(0.35));
    RuleVerdict run = new RuleJudge(town, List.of()).judge(BuiltInRules.rule("qijiang-rural-run"));
    assertThat(run.numerator()).as("A2 D5 D6, not G2").isEqualTo(Bounds.exactly(3));
    assertThatThrownBy(() -> new HandCounty().facts().within("nowhere"))
        .hasMessageContaining("nowhere");
  }

  @Test
  void sociallyRunIsNotGuessed() {
    HandCounty county = new HandCounty().facility("K1", SOCIAL, "");
    // 4 of 5 for certain are 80, five of five 100; 90 are asked for.
    RuleVerdict verdict = judge(county, "qijiang-urban-run");
    assertThat(verdict.value()).isEqualTo(new Bounds(80, 100));
    assertThat(verdict.outcome()).isEqualTo(Outcome.CANNOT_BE_JUDGED);
  }
}
