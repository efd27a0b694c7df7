package org.caremap.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.caremap.core.standards.CountyFacts;
import org.caremap.core.standards.RuleJudge;
import org.caremap.core.standards.RuleVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule that comes with the product, on {@link HandCounty}, against a hand's arithmetic. */
class RulesByHandTest {
  private static final CountyFacts FACTS = new HandCounty().facts();

  /** Rule | outcome | value | numerator | denominator | how a hand gets there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "haimen-urban-station | missed | 50 | 1 | 2 | C1 by H1; H2 of C2 is below standard",
        "haimen-rural-station | missed | 33.333333 | 1 | 3 | V1 by H3; V2 and V3 have no station",
        "haimen-street-day-care | met | 1 | 1 | 1 | S has D1",
        "haimen-community-station | met | 1 | 2 | 2 | C1 has H1, C2 has H2",
        "haimen-floor-new | met | 32 | 320 | 1000 | E1: H1 320 m2 for ten hundreds of households",
        "haimen-floor-old | missed | 10 | 40 | 400 | E2: D1 40 m2 for four hundreds",
        "haimen-elder-inn | met | 1 | 1 | 1 | S has I1",
        "haimen-nursing-station | missed | 0 | 0 | 1 | there is none",
        "haimen-kitchen | missed | 0 | 0 | 1 | Z1 delivers to S but stands in T1",
        "haimen-meal-point | missed | 0 | 1 | 2 | C1 has M1, C2 has none",
        "haimen-purchased-service | met | 10 | 120 | 1200 | 60 of S + 40 of T1 + 20 of T2",
        "haimen-emergency-call | missed | 7.5 | 90 | 1200 | the county says 90",
        "haimen-chain | missed | 1 | 1 | 1 | 甲社 runs D1 to D5, 乙社 only D6",
        "haimen-station-run | missed | 80 | 4 | 5 | D1 H1 H2 H4 yes, H3 no; D2 to D6 in towns",
        "county-circle | missed | 22 | 1100 | 1200 | the 100 of V2 need 22 minutes",
        "county-beds | met | 133.333333 | 160 | 1200 | K 30+20, D 10+5*5, I 5, G 40+20+10",
        "county-urban-site | met | 100 | 2 | 2 | C1 by K1 or H1, C2 by H2",
        "county-town-site | met | 100 | 2 | 2 | T1 by K2, T2 by A2 in V3",
        "county-rural-site | met | 100 | 3 | 3 | V1 by H3, V2 by D4, V3 by A2",
        "county-land | met | 0.245 | 3 | 3 | S 980/4000, T1 1260/3000 = 0.42, T2 350/1000",
        "county-floor-new | met | 32 | 320 | 1000 | as Haimen",
        "county-floor-old | missed | 10 | 40 | 400 | as Haimen",
        "county-admin-village-area | missed | 180 | 2 | 3 | H3 210 and A2 200 yes, A1 180 no",
        "county-natural-village-area | missed | 120 | 120 | 1 | H4",
        "county-demo-site | missed | 0 | 0 | 1 | T2, the only other town, has none",
        "county-demo-site-main | missed | 1 | 1 | 1 | XX镇 has H3, opened in March 2024",
        "guangzhou-meal-centre | missed | 16 | 400 | 600 | C2 needs 16 minutes",
        "guangzhou-meal-outer | met | 24 | 600 | 600 | V2 needs 24, V3 19, V1 6",
        "nanjing-circle | missed | 22 | 1100 | 1200 | V2",
        "qijiang-circle | missed | 22 | 1100 | 1200 | V2",
        "qijiang-street-centre | met | 1 | 1 | 1 | K1",
        "qijiang-community-station | met | 1 | 2 | 2 | H1 and H2",
        "qijiang-town-centre | missed | 0 | 1 | 2 | T1 has K2, T2 has none",
        "qijiang-village-point | missed | 0 | 2 | 3 | V1 A1, V3 A2, V2 none",
        "qijiang-land | met | 0.32375 | 2590 | 8000 | 980 + 1260 + 350 over 4000 + 3000 + 1000",
        "qijiang-street-centre-area | met | 1600 | 1600 | 1 | K1",
        "qijiang-street-centre-beds | met | 30 | 30 | 1 | K1",
        "qijiang-station-area | cannot-be-judged | 250 | ? | 2 | H1 320 yes, H2 250: few elders?",
        "qijiang-town-centre-area | missed | 700 | 700 | 1 | K2",
        "qijiang-town-centre-beds | missed | 10 | 10 | 1 | K2",
        "qijiang-centre-leads | reported | 2 | 2 | 1 | K1 leads H1 and H2",
        "qijiang-urban-run | met | 100 | 5 | 5 | K1 H1 H2 D1 G3",
        "qijiang-rural-run | met | 66.666667 | 8 | 12 | H4 A2 D2 to D6 G1, not K2 H3 A1 G2",
        "qijiang-medical | missed | 35.294118 | 6 | 17 | K1 K2 H2 D1 G1 G3 of 5 + 12",
        "qijiang-nursing-beds | met | 56 | 28 | 50 | K1 18 of 30, K2 10 of 20",
        "changzhi-circle | met | 12 | 600 | 600 | C1 5 minutes, C2 12",
        "changzhi-urban-full | missed | 50 | 1 | 2 | C1 has R1",
        "changzhi-dining | missed | 2 | 2 | 1 | M1 and M2 of eighty",
        "changzhi-beds | met | 58.333333 | 70 | 1200 | G 40 + 20 + 10",
        "changzhi-nursing-beds | met | 42.857143 | 30 | 70 | G 20 + 0 + 10",
        "changzhi-close-10 | missed | 8 | 1 | 2 | G1 25, G2 8; G3 is urban",
        "changzhi-close-20 | missed | 8 | 1 | 2 | the same",
        "changzhi-contiguous | missed | 1 | 0 | 2 | 甲社 D2 D3 D4 in V1 and V2, 乙社 D6",
        "changzhi-regional-run | missed | 50 | 1 | 2 | G1 yes, G2 no",
        "changzhi-regional-provision | met | 100 | 1 | 1 | the county says so",
      })
  void everyRule(
      String id, String outcome, double value, String numerator, double denominator, String how) {
    RuleVerdict verdict = new RuleJudge(FACTS, List.of()).judge(BuiltInRules.rule(id));
    assertThat(verdict.outcome().code()).as("%s: %s", id, verdict).isEqualTo(outcome);
    assertThat(verdict.value().value()).as("%s: %s", id, how).isCloseTo(value, within(1e-6));
    assertThat(verdict.denominator().value()).as("%s: %s", id, how).isEqualTo(denominator);
    if (numerator.equals("?")) {
      assertThat(verdict.numerator().isExact()).as("%s: %s", id, how).isFalse();
    } else {
      assertThat(verdict.numerator().value())
          .as("%s: %s", id, how)
          .isEqualTo(Double.parseDouble(numerator));
    }
  }

  @Test
  void noRuleIsLeftOut() throws NoSuchMethodException {
    CsvSource table =
        getClass()
            .getDeclaredMethod(
                "everyRule",
                String.class,
                String.class,
                double.class,
                String.class,
                double.class,
                String.class)
            .getAnnotation(CsvSource.class);
    assertThat(List.of(table.value()).stream().map(line -> line.split(" ")[0]))
        .containsExactlyInAnyOrderElementsOf(
            BuiltInRules.all().stream().map(rule -> rule.id()).toList())
        .hasSize(55);
  }
}
