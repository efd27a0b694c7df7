package org.caremap.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caremap.core.standards.Gap;
import org.caremap.core.standards.Indicator;
import org.caremap.core.standards.IndicatorParameter;
import org.caremap.core.standards.Indicators;
import org.caremap.core.standards.StandardRule;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plans that come with the product, and how a bureau's own files are read. */
class PlanFilesTest {
  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};
  private static final Pattern REMARK = Pattern.compile(" \\((.*)\\)$");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final String LATIN = "[A-Za-z]";

  private static List<JsonNode> yaml(String text) {
    try {
      return new YAMLMapper().readValue(text, LIST);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /** Nothing of the table is lost or changed on its way into our files. */
  @Test
  void theyHoldWhatTheTableOfTheSeedsHolds() throws IOException {
    Path table = SharedData.seeds("").resolveSibling("seed-tables").resolve("standards.csv");
    Map<String, StandardRule> rules = BuiltInRules.read().rules();
    List<String> ids = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
      for (NamedCsvRecord row : rows) {
        String id = row.getField("id");
        ids.add(id);
        StandardRule rule = rules.get(id);
        assertThat(rule).as(id).isNotNull();
        assertThat(rule.seedFile()).as(id).isEqualTo(row.getField("seed_file"));
        assertThat(rule.quote()).as(id).isEqualTo(row.getField("quote"));
        assertThat(rule.comparison().sign()).as(id).isEqualTo(row.getField("comparison"));
        assertThat(rule.threshold())
            .as(id)
            .isEqualTo(Double.parseDouble(row.getField("threshold")));
        String due = row.getField("due");
        assertThat(rule.due()).as(id).isEqualTo(due.isEmpty() ? null : Integer.valueOf(due));
        Plan plan = BuiltInRules.read().findPlan(rule.plan()).orElseThrow();
        assertThat(plan.zh().replace("某", "XX").replace("（", " (").replace("）", ")"))
            .as(id)
            .isEqualTo(row.getField("plan"));
        assertUnit(rule, row.getField("unit"));
      }
    }
    assertThat(ids).containsExactlyInAnyOrderElementsOf(rules.keySet()).hasSize(55);
  }

  private static void assertUnit(StandardRule rule, String unit) {
    Matcher remark = REMARK.matcher(unit);
    boolean remarked = remark.find();
    String bare = remarked ? unit.substring(0, remark.start()) : unit;
    assertThat(rule.unit().replaceFirst(" \\(else close.*", "")).as(rule.id()).isEqualTo(bare);
    if (remarked && remark.group(1).endsWith("wanted")) {
      assertThat(rule.wanted()).as(rule.id()).isEqualTo(number(remark.group(1)));
    } else {
      assertThat(rule.wanted()).as(rule.id()).isNull();
    }
    if (remarked && remark.group(1).endsWith("where few elders live")) {
      assertThat(rule.relaxed().threshold()).as(rule.id()).isEqualTo(number(remark.group(1)));
      assertThat(rule.relaxed().elders()).as("the plan names no number").isNull();
    } else {
      assertThat(rule.relaxed()).as(rule.id()).isNull();
    }
  }

  private static double number(String text) {
    Matcher found = NUMBER.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return Double.parseDouble(found.group());
  }

  /** Nothing is invented: each quoted clause stands in its document, but for white space. */
  @Test
  void everyClauseStandsInItsDocument() throws IOException {
    for (StandardRule rule : BuiltInRules.all()) {
      String seed = Files.readString(SharedData.seeds(rule.seedFile()));
      assertThat(bare(seed)).as(rule.id()).contains(bare(rule.quote()));
    }
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u3000\\uFEFF]+", "");
  }

  @Test
  void chineseIsChineseAndEnglishIsEnglish() {
    for (StandardRule rule : BuiltInRules.all()) {
      assertThat(rule.zh() + rule.unitZh()).as(rule.id()).doesNotContainPattern(LATIN);
      assertThat(rule.en() + rule.unit()).as(rule.id()).doesNotContainPattern("[\\u4e00-\\u9fff]");
    }
    for (Indicator indicator : Indicators.list()) {
      assertThat(indicator.zh()).doesNotContainPattern(LATIN);
      for (IndicatorParameter parameter : indicator.parameters()) {
        assertThat(parameter.zh()).as(parameter.name()).doesNotContainPattern(LATIN);
      }
    }
    for (Gap.Field field : Gap.Field.values()) {
      assertThat(field.zh()).doesNotContainPattern(LATIN);
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() throws JsonProcessingException {
    RuleReader reader = new RuleReader(BuiltInRules.TYPES);
    for (StandardRule rule : BuiltInRules.all()) {
      String text = RuleWriter.write(rule).toString();
      assertThat(reader.read(new ObjectMapper().readTree(text), null)).isEqualTo(rule);
    }
  }

  private static final String RULE =
      """
      {id: own-1, quote: 每街道两所, zh: 规则, en: Rule, level: [street], types: [clinic], indicator: facilities-per-area,
       comparison: ">=", threshold: 2, unit: clinics, unitZh: 所%s}""";

  private static PlanReader own(String fields) {
    return BuiltInRules.read()
        .add(
            "own.yaml",
            yaml(
                "[{code: own, zh: 本市, en: Own, rules: ["
                    + RULE.formatted(fields.isEmpty() ? "" : ", " + fields)
                    + "]}]"),
            false);
  }

  @Test
  void aBureauWritesAPlanOfItsOwnOrChangesOne() {
    PlanReader read = own("urban: true, where: {openedFrom: 2020-01-01}");
    assertThat(read.rules()).hasSize(56);
    assertThat(read.rules().get("own-1").plan()).isEqualTo("own");
    assertThat(read.findPlan("own").orElseThrow().builtIn()).isFalse();
    String other =
        RULE.formatted("").replace("own-1", "haimen-elder-inn").replace("street", "town");
    PlanReader changed =
        BuiltInRules.read()
            .add("own.yaml", yaml("[{code: haimen-2018, rules: [" + other + "]}]"), false);
    assertThat(changed.rules()).hasSize(55);
    assertThat(changed.rules().get("haimen-elder-inn").appliesTo().levels())
        .containsExactly("town");
    assertThat(changed.rules().get("haimen-elder-inn").seedFile())
        .as("the plan's document")
        .startsWith("000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "levels: [street] | levels | no such field",
        "level: [planet] | level | whole, province",
        "level: [] | level | at least one",
        "types: [] | types | at least one of meal_point",
        "types: [palace] | types | meal_point",
        "where: {colour: red} | where.colour | meetsStandard",
        "where: {openedFrom: soon} | where.openedFrom | a date",
        "where: {meetsStandard: 1} | where.meetsStandard | true or false",
        "indicator: beauty | indicator | facilities-per-area",
        "parameters: {minutes: 3} | parameters.minutes | delivers",
        "parameters: {delivers: perhaps} | parameters.delivers | true or false",
        "comparison: '>' | comparison | >=, <=, ~",
        "threshold: many | threshold | a number from 0",
        "threshold: -1 | threshold | a number from 0",
        "zone: moon | zone | centre, outer",
        "due: 20 | due | a year from 1949 to 2100",
        "relaxed: {elders: 3} | relaxed.threshold | a number",
        "id: Own | id | lower-case",
        "zh: '' | zh | a text",
        "quote: '' | quote | the words of the document",
        "quote: \"\\a\" | quote | without control characters",
        "en: \"\\0\" | en | without control characters",
      })
  void aMistakeIsNamed(String field, String named, String legal) {
    String name = field.substring(0, field.indexOf(':'));
    String plain =
        RULE.formatted("")
            .replaceFirst(
                "(\\{|, ?\\n? ?)" + name + ": (\\[[^]]*]|\"[^\"]*\"|[^,}]*)", "$1" + field);
    String rule = plain.contains(field) ? plain : RULE.formatted(", " + field);
    assertThatThrownBy(
            () ->
                BuiltInRules.read()
                    .add(
                        "own.yaml",
                        yaml("[{code: own, zh: 本市, en: Own, rules: [" + rule + "]}]"),
                        false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("own.yaml")
        .hasMessageContaining(named)
        .hasMessageContaining(legal);
  }
}
