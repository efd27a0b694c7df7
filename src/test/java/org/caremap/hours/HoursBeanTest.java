package org.caremap.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.caremap.testing.TestHome;
import org.junit.jupiter.api.Test;

/** As it is configured without a word: China's calendar and time. */
@QuarkusTest
@QuarkusTestResource(value = TestHome.class, restrictToAnnotatedClass = true)
class HoursBeanTest {
  @Inject HoursService hours;

  @Test
  void chinaIsTheDefault() {
    assertThat(hours.zone()).hasToString("Asia/Shanghai");
    HoursAnswer answer =
        hours.describe("Mo-Fr 08:00-17:00; PH off", Instant.parse("2026-10-01T02:00:00Z"));
    assertThat(answer.state()).isEqualTo(HoursState.CLOSED);
    assertThat(answer.opens()).hasToString("2026-10-08T08:00+08:00");
  }
}
