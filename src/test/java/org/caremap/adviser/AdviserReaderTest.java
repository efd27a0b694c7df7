package org.caremap.adviser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.caremap.platform.GeoData;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviserReaderTest {
  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};
  private static final String LATIN = "[A-Za-z]";
  private static final List<String> TYPES =
      List.of(
          "adviser_desk",
          "care_centre",
          "care_home",
          "clinic",
          "elder_inn",
          "home_care_station",
          "meal_point",
          "mutual_aid_point",
          "nursing_station");
  private static final String DOCUMENT = "{code: plan, zh: 方案, en: Plan, issuer: 某办公室}";
  private static final String QUESTION =
      "{code: age, zh: 年纪, en: Age, options: [{code: a, zh: 甲, en: A}, {code: b, zh: 乙, en: B}]}";

  /** Which of the shared documents has which code. */
  private static final Map<String, String> SEEDS =
      Map.of("haimen", "000", "county", "001", "cases", "002", "qijiang", "003", "changzhi", "004");

  private static List<JsonNode> yaml(String text) {
    try {
      return new YAMLMapper().readValue(text, LIST);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static String rule(String code, String when) {
    return """
    {code: %s, kind: service, zh: 服务, en: Service, getZh: 得到, getEn: get, %sask: [clinic],
     source: {document: plan, placeZh: 某县, placeEn: a county, clause: 一, quote: 原文},
     statusZh: 请问, statusEn: ask}"""
        .formatted(code, when);
  }

  private static AdviserReader reader() {
    return new AdviserReader(TYPES)
        .documents("documents.yaml", yaml("[" + DOCUMENT + "]"))
        .questions("questions.yaml", yaml("[" + QUESTION + "]"));
  }

  private static AdviserReader builtIn() {
    return new AdviserReader(TYPES)
        .documents("documents", GeoData.listBuiltIn("adviser/documents.yaml", LIST))
        .questions("questions", GeoData.listBuiltIn("adviser/questions.yaml", LIST))
        .rules("rules", GeoData.listBuiltIn("adviser/rules.yaml", LIST));
  }

  @Test
  void whatComesWithTheProductIsLegalAndComplete() {
    List<AdviserRule> rules = builtIn().readRules();
    assertThat(rules).hasSizeGreaterThanOrEqualTo(25);
    Set<String> documents = new HashSet<>();
    rules.forEach(rule -> documents.add(rule.source().document()));
    assertThat(documents).isEqualTo(SEEDS.keySet());
    assertThat(builtIn().readDocuments()).hasSize(SEEDS.size());
    assertThat(builtIn().readQuestions())
        .extracting(AdviserQuestion::code)
        .containsExactly(
            "age",
            "living",
            "children",
            "care",
            "health",
            "income",
            "hukou",
            "area",
            "carer",
            "insurance");
  }

  /** No Latin letter in Chinese, and some in English, everywhere. */
  @Test
  void chineseIsChineseAndEnglishIsEnglish() {
    for (AdviserRule rule : builtIn().readRules()) {
      AdviserRule.Source source = rule.source();
      assertLanguages(rule.code(), rule.nameZh(), rule.nameEn());
      assertLanguages(rule.code(), rule.getZh(), rule.getEn());
      assertLanguages(rule.code(), rule.statusZh(), rule.statusEn());
      assertLanguages(rule.code(), source.placeZh() + source.clause(), source.placeEn());
      assertThat(source.quote()).as(rule.code()).doesNotContainPattern(LATIN);
    }
    for (AdviserQuestion question : builtIn().readQuestions()) {
      assertLanguages(question.code(), question.zh(), question.en());
      question.options().forEach(o -> assertLanguages(o.code(), o.zh(), o.en()));
      assertThat(question.hintZh() == null).isEqualTo(question.hintEn() == null);
      assertThat(question.paperZh() == null).isEqualTo(question.paperEn() == null);
    }
    for (AdviserDocument document : builtIn().readDocuments()) {
      assertLanguages(document.code(), document.titleZh() + document.issuer(), document.titleEn());
    }
  }

  private static void assertLanguages(String what, String zh, String en) {
    assertThat(zh).as(what).doesNotContainPattern(LATIN);
    assertThat(en).as(what).containsPattern(LATIN).doesNotContainPattern("[\\u4e00-\\u9fff]");
  }

  /** Nothing is invented: each quoted clause stands in its document, but for white space. */
  @Test
  void everyClauseStandsInItsDocument() throws IOException {
    for (AdviserRule rule : builtIn().readRules()) {
      String number = SEEDS.get(rule.source().document());
      try (Stream<Path> files = Files.list(SharedData.seeds(""))) {
        Path seed =
            files
                .filter(file -> file.getFileName().toString().startsWith(number + "_"))
                .findFirst()
                .orElseThrow();
        assertThat(bare(Files.readString(seed)))
            .as("%s in %s", rule.code(), seed.getFileName())
            .contains(bare(rule.source().quote()));
      }
    }
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u3000\\uFEFF]+", "");
  }

  @Test
  void aBureauReplacesTakesAwayAndAdds() {
    List<JsonNode> first = yaml("[" + rule("one", "") + "," + rule("two", "") + "]");
    List<JsonNode> second =
        yaml(
            "[{code: one, off: true},"
                + rule("two", "when: {question: age, is: [a]}, ")
                + ","
                + rule("three", "")
                + "]");
    List<AdviserRule> rules = reader().rules("built-in", first).rules("own", second).readRules();
    assertThat(rules).extracting(AdviserRule::code).containsExactly("two", "three");
    assertThat(rules.get(0).when()).isEqualTo(Condition.answer("age", List.of("a")));

    List<JsonNode> only = yaml("[{code: '*', off: true}," + rule("own", "") + "]");
    AdviserReader own = reader().rules("built-in", first).rules("own", only);
    assertThat(own.readRules()).extracting(AdviserRule::code).containsExactly("own");
    assertThat(own.readQuestions()).as("no rule asks for anything").isEmpty();
    assertThat(own.readDocuments()).hasSize(1);
  }

  @Test
  void conditionsNest() {
    String when = "when: {any: [{question: age, is: [a]}, {all: [{question: age, is: [a, b]}]}]}, ";
    AdviserReader read = reader().rules("rules.yaml", yaml("[" + rule("one", when) + "]"));
    assertThat(read.readRules().get(0).when())
        .isEqualTo(
            Condition.any(
                List.of(
                    Condition.answer("age", List.of("a")),
                    Condition.all(List.of(Condition.answer("age", List.of("a", "b")))))));
    assertThat(read.readQuestions()).hasSize(1);
  }

  /** A mistake names the file, the entry, the field and what would be legal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          kind: service                    | kind: gift                             | 'one' kind gift service, subsidy
          ask: [clinic]                    | ask: [palace]                          | 'one' ask palace area_office clinic
          ask: [clinic]                    | ask: []                                | 'one' ask at least one
          ask: [clinic]                    | ask: [clinic], extra: 1                | 'one' extra known statusZh
          document: plan                   | document: nowhere                      | 'one' source.document nowhere plan
          quote: 原文                      | quote: ''                              | 'one' source.quote a text
          getZh: 得到,                     | ""                                     | 'one' getZh is missing
          code: one                        | code: ONE                              | 'ONE' code lower-case
          code: one,                       | ""                                     | number 1 code is missing
          ask: [clinic]                    | ask: [clinic], when: {question: sex, is: [a]} | when.question sex age
          ask: [clinic]                    | ask: [clinic], when: {question: age, is: [c]} | when.is c a, b
          ask: [clinic]                    | ask: [clinic], when: {question: age} | when.is missing at least one
          ask: [clinic]                    | ask: [clinic], when: {}               | when.question exactly one of
          ask: [clinic]                    | ask: [clinic], when: {any: [{question: age, is: [a]}, {question: age, is: [z]}]} | when.any[1].is z
          """)
  void mistakesAreNamed(String right, String wrong, String words) {
    String text = rule("one", "").replace(right, wrong);
    assertThatThrownBy(() -> reader().rules("own/rules.yaml", yaml("[" + text + "]")).readRules())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("own/rules.yaml, entry ")
        .hasMessageContainingAll(words.split(" "));
  }

  @Test
  void otherMistakesAreNamedToo() {
    assertThatThrownBy(
            () -> reader().rules("r", yaml("[" + rule("one", "") + "," + rule("one", "") + "]")))
        .hasMessageContaining("each code once");
    assertThatThrownBy(() -> reader().rules("r", yaml("[{code: gone, off: true}]")))
        .hasMessageContaining("'gone'");
    assertThatThrownBy(
            () ->
                reader()
                    .questions(
                        "q",
                        yaml("[" + QUESTION.replace("code: age", "code: b, many: true") + "]")))
        .hasMessageContaining("'none'");
    assertThatThrownBy(
            () -> reader().documents("d", yaml("[" + DOCUMENT.replace("}", ", year: 18}") + "]")))
        .hasMessageContainingAll("'plan'", "year", "18", "1949");
  }
}
