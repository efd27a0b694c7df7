package org.caremap.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caremap.core.standards.RuleException;
import org.caremap.core.standards.StandardRule;
import org.junit.jupiter.api.Test;

/** The rules in force as one text, by which a verdict can be repeated after they were edited. */
class RuleSetTest {
  private static final List<String> HAIMEN = List.of("haimen-2018");

  private static RuleSet rules(StandardRule... changed) {
    Map<String, StandardRule> rules = new LinkedHashMap<>(BuiltInRules.read().rules());
    for (StandardRule rule : changed) {
      rules.put(rule.id(), rule);
    }
    RuleException exception =
        new RuleException(
            "x",
            "haimen-meal-point",
            "C2",
            null,
            RuleException.Kind.SHARED,
            "M1",
            null,
            "小社区",
            "民政局",
            LocalDate.of(2026, 1, 1));
    return new RuleSet(Set.of("haimen-2018"), rules, Map.of("x", exception));
  }

  @Test
  void theTextIsReadAgain() {
    String text = rules().text(HAIMEN);
    RuleSet again = RuleSet.parse(text, new RuleReader(BuiltInRules.TYPES));
    assertThat(again.text(HAIMEN)).isEqualTo(text);
    assertThat(again.of(HAIMEN)).containsExactlyInAnyOrderElementsOf(rules().of(HAIMEN));
    assertThat(again.exceptions()).isEqualTo(rules().exceptions());
  }

  @Test
  void theHashChangesWithTheRulesOfThePlanOnly() {
    String hash = rules().hash(HAIMEN);
    assertThat(hash).hasSize(12);
    assertThat(rules().hash(HAIMEN)).isEqualTo(hash);
    assertThat(rules(BuiltInRules.changed("haimen-chain", "threshold: 3")).hash(HAIMEN))
        .isNotEqualTo(hash);
    assertThat(rules(BuiltInRules.changed("qijiang-land", "threshold: 3")).hash(HAIMEN))
        .isEqualTo(hash);
  }

  @Test
  void somethingElseIsNoRules() {
    assertThatThrownBy(() -> RuleSet.parse("{\"rules\":[{}]}", new RuleReader(BuiltInRules.TYPES)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("indicator");
  }
}
