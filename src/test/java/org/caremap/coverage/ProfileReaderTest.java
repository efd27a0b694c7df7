package org.caremap.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Iterator;
import java.util.List;
import org.caremap.core.routing.ProfileRules;
import org.caremap.core.routing.SlopeRule;
import org.caremap.platform.GeoData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {
  private static final String GOOD =
      """
      code: mine
      zh: 我
      en: Mine
      speedMetersPerSecond: 0.7
      rules:
        slope: campbell-slowest
        maxInclinePercent: 12
        steps: {allowed: false, rampFactor: 2}
        surface: {smooth: 1, rough: 1.2, soft: closed, impassable: closed}
        raisedKerb: 15
        obstacle: closed
        lift: 20
        narrow: closed
        wheelchairTag: heeded
      sources: {speedMetersPerSecond: measured}
      """;

  private static WalkingProfiles.Entry read(String yaml) {
    try {
      return ProfileReader.read("home/walking.yaml", 3, new YAMLMapper().readTree(yaml));
    } catch (JsonProcessingException e) {
      throw new AssertionError(yaml, e);
    }
  }

  @Test
  void everyRuleIsRead() {
    WalkingProfiles.Entry mine = read(GOOD);
    assertThat(mine.code()).isEqualTo("mine");
    assertThat(mine.speedMetersPerSecond()).isEqualTo(0.7);
    assertThat(mine.source()).isEqualTo("measured");
    assertThat(mine.stepsAllowed()).isFalse();
    double closed = ProfileRules.CLOSED;
    assertThat(mine.rules())
        .isEqualTo(
            new ProfileRules(
                new ProfileRules.Steps(closed, 2),
                SlopeRule.CAMPBELL_SLOWEST,
                12,
                new ProfileRules.Surfaces(1, 1.2, closed, closed),
                new ProfileRules.Hindrances(15, closed, 20, false),
                true));
  }

  @Test
  void whatIsLeftOutCostsNothing() {
    String bare =
        GOOD.substring(0, GOOD.indexOf("rules:")) + GOOD.substring(GOOD.indexOf("sources"));
    assertThat(read(bare).rules()).isEqualTo(ProfileRules.PLAIN);
    assertThat(read(GOOD.replace("  maxInclinePercent: 12\n", "")).rules().maxInclinePercent())
        .isEqualTo(ProfileRules.ANY_INCLINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "speedMetersPerSecond: 0.7|speedMetersPerSecond: 7|speedMetersPerSecond is 7|[0.1, 5.0]",
        "speedMetersPerSecond: 0.7|speedMetersPerSecond: fast|\"fast\"|[0.1, 5.0]",
        "slope: campbell-slowest|slope: naismith|rules.slope is \"naismith\"|none, tobler",
        "maxInclinePercent: 12|maxInclinePercent: 0.08|rules.maxInclinePercent is 0.08|[1.0, 100.0]",
        "rampFactor: 2|rampFactor: 20|rules.steps.rampFactor is 20|[0.5, 10.0] or closed",
        "allowed: false|allowed: maybe|rules.steps.allowed is \"maybe\"|true or false",
        "rampFactor: 2|factor: 2|rules.steps.factor is 2|nothing where allowed is false",
        "rough: 1.2|rough: bumpy|rules.surface.rough is \"bumpy\"|[0.5, 10.0] or closed",
        "rough: 1.2|cobbled: 1.2|unknown field 'rules.surface.cobbled'|impassable, rough",
        "raisedKerb: 15|raisedKerb: -1|rules.raisedKerb is -1|[0.0, 1000.0] or closed",
        "raisedKerb: 15|kerb: 15|unknown field 'rules.kerb'|raisedKerb",
        "narrow: closed|narrow: 0.9|rules.narrow is 0.9|open or closed",
        "wheelchairTag: heeded|wheelchairTag: yes|rules.wheelchairTag|heeded or ignored",
        "measured}|measured, kerb: x}|sources.kerb|raisedKerb",
        "{speedMetersPerSecond: measured}|{slope: x}|sources.speedMetersPerSecond is missing|source"
      })
  void everyMistakeIsNamed(String good, String bad, String field, String legal) {
    assertThat(GOOD).contains(good);
    assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("home/walking.yaml")
        .hasMessageContaining("profile 'mine'")
        .hasMessageContaining(field)
        .hasMessageContaining(legal);
  }

  @Test
  void aProfileWithoutACodeIsNamedByItsNumber() {
    assertThatThrownBy(() -> read(GOOD.replace("code: mine\n", "")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("profile number 3")
        .hasMessageContaining("code is missing");
    assertThatThrownBy(() -> read(GOOD.replace("code: mine", "code: Mein Tempo")))
        .hasMessageContaining("Mein Tempo");
    assertThatThrownBy(() -> read("just words")).hasMessageContaining("profile number 3");
  }

  /** What is built in says of every number where it is from. */
  @Test
  void everyBuiltInNumberHasItsSource() {
    List<JsonNode> list =
        GeoData.listBuiltIn("profiles/walking.yaml", new TypeReference<List<JsonNode>>() {});
    assertThat(list).hasSizeGreaterThanOrEqualTo(4);
    for (JsonNode node : list) {
      WalkingProfiles.Entry entry = ProfileReader.read("walking.yaml", 0, node);
      for (Iterator<String> rules = node.get("rules").fieldNames(); rules.hasNext(); ) {
        String rule = rules.next();
        boolean words = node.get("rules").get(rule).asText().matches("open|ignored|heeded");
        if (!words) {
          assertThat(entry.sources()).as("%s of %s", rule, entry.code()).containsKey(rule);
        }
      }
      assertThat(entry.sources()).containsKey("speedMetersPerSecond");
    }
    assertThat(list.stream().map(n -> n.get("code").asText()))
        .contains("elder", "stick", "step-free", "adult");
  }
}
