package org.caremap.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of inputs in both languages. */
class InputNamesTest {
  @Test
  void bothLanguagesNameTheSame() {
    assertThat(InputNames.ZH.keys()).isEqualTo(InputNames.EN.keys());
  }

  @Test
  void namesAreForPeople() {
    for (String kind : List.of("streets", "facilities", "detourFactor", "snapLimitMeters")) {
      assertThat(InputNames.ZH.data(kind)).doesNotContainPattern("[A-Za-z]");
    }
    for (String parameter : List.of("asOf", "kind", "code", "plan", "weights", "zoneMinutes")) {
      assertThat(InputNames.ZH.parameter(parameter)).doesNotContainPattern("[A-Za-z]");
    }
    assertThat(InputNames.ZH.kind("targets")).isEqualTo("年度目标");
    assertThat(InputNames.ZH.content("none")).isEqualTo("无");
    assertThat(InputNames.ZH.content("0123456789ab")).isEqualTo("0123456789ab");
    assertThat(InputNames.EN.parameter("colour"))
        .as("unknown ones as they are")
        .isEqualTo("colour");
  }
}
