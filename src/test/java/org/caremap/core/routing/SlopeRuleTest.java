package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SlopeRuleTest {
  /** exp(3.5·(|g + 0.05| − 0.05)), by hand. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0.10, 1.419068", // e^0.35
    "-0.10, 1", // |−0.05| as on the flat
    "-0.05, 0.839457", // e^−0.175: the fastest
    "-0.20, 1.419068",
    "0.35, 3.404166", // e^1.225
    "0.36, 3.404166", // cut
    "-0.35, 2.398875", // e^0.875
    "-9, 2.398875"
  })
  void toblersFunction(double gradient, double factor) {
    assertThat(SlopeRule.TOBLER.factor(gradient)).isCloseTo(factor, within(1e-6));
  }

  /** Speeds as published for Tobler: 5.04 km/h on the flat, 6 at 5 % down. */
  @Test
  void toblersSpeeds() {
    assertThat(6 * SlopeRule.TOBLER.speed(0)).isCloseTo(5.04, within(0.005));
    assertThat(6 * SlopeRule.TOBLER.speed(-0.05)).isEqualTo(6);
  }

  /** 21.816/(π·12.273·(1+(2.1/12.273)²)) + 0.263 = 0.5658/1.02928 + 0.263 = 0.8127 m/s. */
  @Test
  void theSlowestOfCampbellWalkAsEldersDo() {
    assertThat(SlopeRule.CAMPBELL_SLOWEST.speed(0)).isCloseTo(0.8127, within(1e-4));
    // tan 10° up: 0.5658/(1+(12.1/12.273)²) + 0.263 − 0.0193 = 0.2869 + 0.2437 = 0.5306 m/s.
    double tenDegrees = Math.tan(Math.toRadians(10));
    assertThat(SlopeRule.CAMPBELL_SLOWEST.factor(tenDegrees))
        .isCloseTo(0.8127 / 0.5306, within(1e-3));
  }

  /** Flat: 0.11 + e^(−25/1800) = 1.096207; 10 %: 0.11 + e^(−225/1800) = 0.992497. */
  @Test
  void irmischerAndClarke() {
    assertThat(SlopeRule.IRMISCHER_CLARKE.factor(0.1)).isCloseTo(1.096207 / 0.992497, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleIsOneOnTheFlatAndRisesUphill(SlopeRule rule) {
    assertThat(rule.factor(0)).isEqualTo(1);
    assertThat(SlopeRule.get(rule.code())).isSameAs(rule);
    double before = rule.factor(-0.02);
    for (double g = -0.01; g <= 0.5; g += 0.01) {
      assertThat(rule.factor(g)).as("%s at %s", rule, g).isGreaterThanOrEqualTo(before);
      before = rule.factor(g);
    }
    for (double g = -0.5; g <= 0; g += 0.01) {
      assertThat(rule.factor(g)).as("%s at %s", rule, g).isBetween(0.8, 5.0);
    }
  }

  @Test
  void unknownCodesAndNoNumbersAreRefused() {
    assertThatThrownBy(() -> SlopeRule.get("naismith"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("naismith")
        .hasMessageContaining("none, tobler, campbell-slowest, irmischer-clarke");
    assertThatThrownBy(() -> SlopeRule.TOBLER.factor(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
