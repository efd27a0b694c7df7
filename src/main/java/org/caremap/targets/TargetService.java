package org.caremap.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.core.targets.Contradiction;
import org.caremap.core.targets.PlanTable;
import org.caremap.core.targets.TableChecks;
import org.caremap.coverage.CareSnapshot;
import org.caremap.ledger.Ledger;
import org.caremap.ledger.RunInputs;
import org.caremap.platform.CareMapConfig;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Plan tables, what they say against themselves, and how far their targets are reached. */
@ApplicationScoped
public class TargetService {
  /** Of published figures. */
  static final String KIND = "targets";

  private static final String METHOD =
      "Operating facilities that opened on or before the day, matched to areas by name or code."
          + " Targets carry forward where a year sets none. Expected by the day: on the straight"
          + " line over the year from last year's target (0 where there was none) to this year's;"
          + " on track is whatever lies between the whole numbers around it. Facilities of which"
          + " the opening day or a condition is not known count neither way. Shares of elders have"
          + " no date: they are as loaded.";
  private static final String METHOD_ZH =
      "统计截止日（含）前开办、目前运营的设施，按名称或代码对应区划。某年未定新目标的，沿用上一目标。"
          + "应完成数按全年天数在上年目标（没有则为零）与本年目标之间直线推算，在其上下取整范围内即为正常。"
          + "开办日期或条件不明的设施不计入、也不算未完成。老年人占比类数据没有日期，以现有数据为准。";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final TargetCatalog catalog;
  private final Measures measures;
  private final Ledger ledger;
  private final ZoneId zone;

  TargetService(TargetCatalog catalog, Measures measures, Ledger ledger, CareMapConfig config) {
    this.catalog = catalog;
    this.measures = measures;
    this.ledger = ledger;
    this.zone = ZoneId.of(config.timeZone());
  }

  /** A plan table and what is counted for it, as it is kept beside a published figure. */
  private record Rules(TargetSource source, Map<String, Measure> measures) {}

  /** The present day in the bureau's time zone. */
  public LocalDate today() {
    return LocalDate.now(zone);
  }

  /** All tables. */
  public List<TargetSummary> list() {
    return catalog.list().stream().map(TargetService::summary).toList();
  }

  /**
   * Stores a bureau's own table; one with the same code is replaced.
   *
   * @throws ProblemException 400 where a value is not legal or the file is no plan table
   */
  public TargetSummary put(
      @Nullable String code, @Nullable String name, String fileName, byte[] bytes) {
    return summary(catalog.put(code, name, fileName, bytes));
  }

  /**
   * Removes a bureau's own table.
   *
   * @throws ProblemException 404 where there is none, 409 where it comes with the product
   */
  public void delete(String code) {
    catalog.delete(code);
  }

  /**
   * What a table says against itself.
   *
   * @throws ProblemException 404 where there is no such table
   */
  public List<Contradiction> check(String code) {
    return TableChecks.of(table(code));
  }

  /**
   * Chinese names of a table's columns by their headers as written.
   *
   * @throws ProblemException 404 where there is no such table
   */
  public Map<String, String> columnNamesZh(String code) {
    return table(code).columnNamesZh();
  }

  private PlanTable table(String code) {
    return TargetCatalog.parse(catalog.get(code));
  }

  /**
   * The return of a month or quarter, as a workbook.
   *
   * @throws ProblemException 404 where there is no such table
   */
  byte[] writeReturn(CareSnapshot snapshot, String code, ReturnPeriod period) {
    TargetSource source = catalog.get(code);
    PlanTable table = TargetCatalog.parse(source);
    String title = source.title() == null ? source.zh() : source.title();
    return ReturnBook.write(
        progress(snapshot, new ProgressQuestion(code, period.end(), null)),
        table,
        measures.all(),
        title,
        period,
        TableChecks.of(table));
  }

  private static TargetSummary summary(TargetSource source) {
    PlanTable table = TargetCatalog.parse(source);
    List<Integer> years = table.years();
    return new TargetSummary(
        source.code(),
        source.zh(),
        source.en(),
        source.year() != null || years.isEmpty() ? source.year() : years.get(0),
        table.isYearly() && table.isCumulative() ? "cumulative" : "increments",
        table.areaRowCount(),
        years,
        TableChecks.of(table).size(),
        source.seedFile(),
        source.builtIn());
  }

  /**
   * How far a table's targets are reached.
   *
   * @throws ProblemException 404 where there is no such table, 400 where the area is not loaded
   */
  public ProgressAnswer progress(CareSnapshot snapshot, ProgressQuestion question) {
    return progress(snapshot, question, new Rules(catalog.get(question.code()), measures.all()));
  }

  private ProgressAnswer progress(CareSnapshot snapshot, ProgressQuestion question, Rules rules) {
    if (question.area() != null && snapshot.areas().find(question.area()).isEmpty()) {
      throw ProblemException.badParameter("area", question.area(), "the code of a loaded area");
    }
    PlanTable table = TargetCatalog.parse(rules.source);
    ProgressTable progress =
        new ProgressTable(snapshot, question, rules.source, rules.measures).compute(table);
    RunInputs inputs = ledger.inputs(snapshot, question.texts(), Ledger.digest(write(rules)));
    return new ProgressAnswer(
        inputs.id(),
        inputs,
        rules.source.code(),
        rules.source.zh(),
        rules.source.en(),
        question.asOf(),
        METHOD,
        METHOD_ZH,
        progress.rows(),
        progress.totals(),
        progress.unmatched(),
        TableChecks.of(table).size());
  }

  /** The table and measures in force, as one text. */
  String rules(ProgressQuestion question) {
    return write(new Rules(catalog.get(question.code()), measures.all()));
  }

  /** Figures by key, from the table and measures in force, or from those of a text. */
  Map<String, Double> figures(
      CareSnapshot snapshot, ProgressQuestion question, @Nullable String rules) {
    ProgressAnswer answer =
        rules == null ? progress(snapshot, question) : progress(snapshot, question, read(rules));
    Map<String, Double> figures = new TreeMap<>();
    answer.rows().forEach(row -> put(figures, answer.code(), row));
    answer.totals().forEach(row -> put(figures, answer.code(), row));
    return figures;
  }

  private static void put(Map<String, Double> figures, String code, ProgressAnswer.Row row) {
    String area = row.area() == null ? row.name() : row.area();
    String key = "targets/%s/%s/%s/".formatted(code, area, row.column());
    put(figures, key + "target", row.target());
    put(figures, key + "achieved", row.achieved());
    put(figures, key + "achievedAtMost", row.achievedAtMost());
    put(figures, key + "expectedByNow", row.expectedByNow());
  }

  private static void put(Map<String, Double> figures, String key, @Nullable Double value) {
    if (value != null) {
      figures.put(key, value);
    }
  }

  private static String write(Rules rules) {
    try {
      return JSON.writeValueAsString(rules);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Rules read(String text) {
    try {
      return JSON.readValue(text, Rules.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("these are no rules of targets", e);
    }
  }
}
