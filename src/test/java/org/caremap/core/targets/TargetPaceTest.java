package org.caremap.core.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 16 by the end of 2018, 21 of 2019, nothing new in 2020, 30 of 2021. */
class TargetPaceTest {
  private static final TargetSeries SERIES =
      new TargetSeries(
          "甲镇",
          "station",
          null,
          "站",
          "stations",
          false,
          new TreeMap<>(Map.of(2018, 16.0, 2019, 21.0, 2021, 30.0)));

  @ParameterizedTest
  @CsvSource({
    // 73 of 365 days are a fifth of the year, 183 of 366 a half
    "2018-12-31, 16, 2018, 16",
    "2018-03-14, 16, 2018, 3.2",
    "2019-03-14, 21, 2019, 17",
    "2019-12-31, 21, 2019, 21",
    "2020-07-01, 21, 2019, 21",
    "2021-12-31, 30, 2021, 30",
    "2026-11-25, 30, 2021, 30",
  })
  void blanksCarryForward(LocalDate day, double target, int year, double expected) {
    TargetPace pace = TargetPace.of(SERIES, day);
    assertThat(pace.target()).isEqualTo(target);
    assertThat(pace.targetYear()).isEqualTo(year);
    assertThat(pace.expectedByNow()).isCloseTo(expected, within(1e-9));
  }

  @Test
  void beforeTheFirstYear() {
    TargetPace pace = TargetPace.of(SERIES, LocalDate.of(2017, 12, 31));
    assertThat(pace.target()).isNull();
    assertThat(pace.state(5, 5)).isEqualTo(TargetPace.State.NO_TARGET);
  }

  @ParameterizedTest
  @CsvSource({
    // at 3.2 expected: 3 and 4 are on track
    "2018-03-14, 2, 2, BEHIND",
    "2018-03-14, 3, 3, ON_TRACK",
    "2018-03-14, 3, 4, ON_TRACK",
    "2018-03-14, 5, 9, AHEAD",
    "2018-03-14, 2, 3, CANNOT_BE_JUDGED",
    // reached for certain, perhaps more: on track
    "2018-03-14, 4, 5, ON_TRACK",
    "2018-03-14, 4, Infinity, ON_TRACK",
    "2018-03-14, 3, 5, CANNOT_BE_JUDGED",
    "2019-12-31, 21, 30, ON_TRACK",
    "2019-12-31, 20, 30, CANNOT_BE_JUDGED",
    "2019-12-31, 20, 20, BEHIND",
    "2019-12-31, 21, 21, ON_TRACK",
    "2019-12-31, 22, 22, AHEAD",
    "2019-12-31, 18, 20, BEHIND",
    "2019-12-31, 0, Infinity, CANNOT_BE_JUDGED",
  })
  void states(LocalDate day, double atLeast, double atMost, TargetPace.State state) {
    assertThat(TargetPace.of(SERIES, day).state(atLeast, atMost)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    // 9 % by the end of 2018 and 10 % of 2019: 9.2 % expected on 2019-03-14
    "9.0, 9.0, BEHIND",
    "9.1, 9.2, CANNOT_BE_JUDGED",
    "9.2, 9.2, ON_TRACK",
    "9.2, 9.9, ON_TRACK",
    "9.9, 9.9, AHEAD",
    "0, 9.0, BEHIND",
  })
  void sharesAreNotRounded(double atLeast, double atMost, TargetPace.State state) {
    TargetSeries shares =
        new TargetSeries(
            "甲镇", "share", null, "占比", "share", true, new TreeMap<>(Map.of(2018, 9.0, 2019, 10.0)));
    assertThat(TargetPace.of(shares, LocalDate.of(2019, 3, 14)).state(atLeast, atMost))
        .isEqualTo(state);
  }
}
