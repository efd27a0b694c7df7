package org.caremap.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.caremap.platform.GeoData;
import org.caremap.population.DemandGroup;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedReaderTest {
  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};
  private static final String LATIN = "[A-Za-z]";
  private static final String NEED =
      "{code: one, groups: [age60], services: [meals], zh: 某地, en: Here, seed: '000', quote: 原文}";

  private static List<JsonNode> yaml(String text) {
    try {
      return new YAMLMapper().readValue(text, LIST);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static List<String> codes(String list) {
    List<String> codes = new ArrayList<>();
    GeoData.listBuiltIn(list, LIST).forEach(node -> codes.add(node.get("code").asText()));
    return codes;
  }

  private static NeedReader reader() {
    return new NeedReader(
        Arrays.stream(DemandGroup.values()).map(DemandGroup::code).toList(),
        codes("codes/service-types.yaml"));
  }

  private static List<Need> builtIn() {
    return reader().add("needs", GeoData.listBuiltIn("supply/needs.yaml", LIST)).read();
  }

  /** Nothing is invented: each quoted clause stands in its document, but for white space. */
  @Test
  void everyClauseStandsInItsDocument() throws IOException {
    for (Need need : builtIn()) {
      try (Stream<Path> files = Files.list(SharedData.seeds(""))) {
        Path seed =
            files
                .filter(file -> file.getFileName().toString().startsWith(need.seed() + "_"))
                .findFirst()
                .orElseThrow();
        assertThat(bare(Files.readString(seed)))
            .as("%s in %s", need.code(), seed.getFileName())
            .contains(bare(need.quote()));
      }
    }
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u3000\\uFEFF]+", "");
  }

  @Test
  void whatComesWithTheProductIsInBothLanguagesAndNamesEveryNeedyGroup() {
    List<Need> needs = builtIn();
    assertThat(needs.stream().flatMap(need -> need.groups().stream()).distinct())
        .contains(
            "age60",
            "age80",
            "livingAlone",
            "emptyNest",
            "leftBehind",
            "disabled",
            "dementia",
            "bereaved",
            "lowIncome");
    for (Need need : needs) {
      assertThat(need.zh() + need.quote()).as(need.code()).doesNotContainPattern(LATIN);
      assertThat(need.en()).as(need.code()).containsPattern(LATIN);
    }
    assertThat(codes("codes/facility-types.yaml"))
        .containsAll(
            GeoData.listBuiltIn("supply/places.yaml", new TypeReference<List<String>>() {}));
  }

  @Test
  void aBureauReplacesTakesAwayAndAdds() {
    List<Need> needs =
        reader()
            .add("built-in", yaml("[" + NEED + "," + NEED.replace("one", "two") + "]"))
            .add(
                "own",
                yaml(
                    "[{code: one, off: true},"
                        + NEED.replace("one", "two").replace("meals", "bathing")
                        + ","
                        + NEED.replace("one", "three")
                        + "]"))
            .read();
    assertThat(needs).extracting(Need::code).containsExactly("two", "three");
    assertThat(needs.get(0).services()).containsExactly("bathing");
  }

  @Test
  void theRulesAreTheSameAfterTheyWereWrittenDown() {
    SupplyRules rules = new SupplyRules(builtIn(), List.of("clinic", "care_home"));
    assertThat(SupplyNeeds.read(SupplyNeeds.text(rules))).isEqualTo(rules);
  }

  /** A mistake names the file, the entry, the field and what would be legal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          groups: [age60]   | groups: [age61]       | groups age61 livingAlone
          groups: [age60]   | groups: []            | groups one or more
          groups: [age60]   | groups: [age60,age60] | groups once
          services: [meals] | services: [music]     | services music bathing
          code: one         | code: ONE             | code ONE lower-case
          quote: 原文       | quote: ''             | quote a text
          quote: 原文       | quote: 原文, size: 3  | size quote
          """)
  void mistakesAreNamed(String right, String wrong, String words) {
    assertThatThrownBy(
            () -> reader().add("own/needs.yaml", yaml("[" + NEED.replace(right, wrong) + "]")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("own/needs.yaml, entry 1")
        .hasMessageContainingAll(words.split(" "));
  }

  @Test
  void nothingCanBeTakenAwayThatIsNotThere() {
    assertThatThrownBy(() -> reader().add("own", yaml("[{code: gone, off: true}]")))
        .hasMessageContaining("gone");
  }
}
