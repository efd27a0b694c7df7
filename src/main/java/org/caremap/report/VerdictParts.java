package org.caremap.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caremap.standards.CommunitiesAnswer;
import org.caremap.standards.Plan;
import org.caremap.standards.StandardsService;
import org.caremap.standards.VerdictAnswer;
import org.jspecify.annotations.Nullable;

/** Verdicts by rule and by community, in words and as tables, each rule beside its clause. */
@ApplicationScoped
class VerdictParts {
  private static final int PRINTED_SUBJECTS = 40;
  private static final int PRINTED_COMMUNITIES = 40;
  private static final int NAMED_RULES = 5;
  private static final int NAMED_GAPS = 3;
  private static final String MISSED = "missed";
  private static final String UNJUDGED = "cannot-be-judged";
  private static final List<String> OUTCOMES =
      List.of("met", MISSED, "not-yet", UNJUDGED, "reported", "not-applicable");

  private final Names names;
  private final StandardsService standards;

  VerdictParts(Names names, StandardsService standards) {
    this.names = names;
    this.standards = standards;
  }

  /** Rules, what they miss, and both verdicts on every community. */
  Part part(VerdictAnswer verdicts, CommunitiesAnswer communities, ReportText text) {
    return Part.of(
            "verdicts",
            text.get("verdicts.part"),
            sentences(verdicts, communities, text),
            rules(verdicts, text),
            subjects(verdicts, text),
            communities(communities, text).printing(PRINTED_COMMUNITIES))
        .quoting(quotes(verdicts, text))
        .quotedInTables();
  }

  /** Plans by name. */
  String plans(List<String> codes, ReportText text) {
    return String.join(text.get("list.join"), codes.stream().map(c -> plan(c, text)).toList());
  }

  private String plan(String code, ReportText text) {
    return standards.listPlans().stream()
        .filter(plan -> plan.code().equals(code))
        .findFirst()
        .map((Plan plan) -> text.pick(plan.zh(), plan.en()))
        .orElse(code);
  }

  List<String> sentences(VerdictAnswer verdicts, CommunitiesAnswer communities, ReportText text) {
    List<String> says = new ArrayList<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    OUTCOMES.forEach(outcome -> counts.put(outcome, 0));
    verdicts.rules().forEach(rule -> counts.merge(rule.outcome(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (outcome, count) -> {
          if (count > 0) {
            parts.add(
                text.get("verdicts.count", text.label("outcome", outcome), Figures.amount(count)));
          }
        });
    if (verdicts.rules().isEmpty()) {
      says.add(text.get("verdicts.noRules"));
    } else {
      says.add(
          text.get(
              "verdicts.summary",
              plans(verdicts.plans(), text),
              text.day(LocalDate.parse(verdicts.asOf())),
              Figures.amount(verdicts.rules().size()),
              String.join(text.get("list.join"), parts)));
    }
    name(MISSED, "verdicts.missed", verdicts, says, text);
    name(UNJUDGED, "verdicts.unjudged", verdicts, says, text);
    long disagree = communities.rows().stream().filter(CommunitiesAnswer.Row::disagree).count();
    says.add(
        text.get(
            "verdicts.disagree",
            Figures.amount(communities.rows().size()),
            Figures.amount(disagree)));
    return says;
  }

  private static void name(
      String outcome, String key, VerdictAnswer verdicts, List<String> says, ReportText text) {
    List<String> named =
        verdicts.rules().stream()
            .filter(rule -> rule.outcome().equals(outcome))
            .map(rule -> label(rule, text))
            .toList();
    if (!named.isEmpty()) {
      String list =
          String.join(
              text.get("list.join"),
              named.stream().limit(NAMED_RULES).map(label -> text.get("quoted", label)).toList());
      says.add(text.get(key, list, named.size() > NAMED_RULES ? text.get("list.more") : ""));
    }
  }

  private static String label(VerdictAnswer.Rule rule, ReportText text) {
    String label = rule.rule().path(text.pick("zh", "en")).asText("");
    return label.isEmpty() ? rule.id() : label;
  }

  private List<Part.Quote> quotes(VerdictAnswer verdicts, ReportText text) {
    return verdicts.rules().stream()
        .map(
            rule ->
                new Part.Quote(
                    text.get(
                        "verdicts.clauseOf",
                        plan(rule.rule().path("plan").asText(), text),
                        label(rule, text)),
                    rule.rule().path("quote").asText()))
        .toList();
  }

  /** One line a rule. */
  ReportTable rules(VerdictAnswer verdicts, ReportText text) {
    List<Column> columns =
        List.of(
            new Column("plan", text.get("verdicts.plan"), Kind.TEXT, 14).offPaper(),
            new Column("rule", text.get("verdicts.rule"), Kind.TEXT, 24),
            new Column("outcome", text.get("verdicts.outcome"), Kind.TEXT, 10),
            new Column("now", text.get("verdicts.now"), Kind.TEXT, 20),
            new Column("value", text.get("verdicts.value"), Kind.AMOUNT, 9).offPaper(),
            new Column("low", text.get("verdicts.low"), Kind.AMOUNT, 9).offPaper(),
            new Column("high", text.get("verdicts.high"), Kind.AMOUNT, 9).offPaper(),
            new Column("threshold", text.get("verdicts.threshold"), Kind.TEXT, 16),
            new Column("numerator", text.get("verdicts.numerator"), Kind.AMOUNT, 9).offPaper(),
            new Column("denominator", text.get("verdicts.denominator"), Kind.AMOUNT, 9).offPaper(),
            new Column("due", text.get("verdicts.due"), Kind.CODE, 8).offPaper(),
            new Column("withExceptions", text.get("verdicts.withExceptions"), Kind.TEXT, 12)
                .offPaper(),
            new Column("excepted", text.get("verdicts.excepted"), Kind.WHOLE, 8).offPaper(),
            new Column("missing", text.get("verdicts.missing"), Kind.TEXT, 26),
            new Column("quote", text.get("verdicts.quote"), Kind.TEXT, 36),
            new Column("id", text.get("verdicts.id"), Kind.CODE, 26).offPaper());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (VerdictAnswer.Rule rule : verdicts.rules()) {
      rows.add(
          Arrays.asList(
              plan(rule.rule().path("plan").asText(), text),
              label(rule, text),
              text.label("outcome", rule.outcome()),
              VerdictWords.now(rule, text),
              rule.value(),
              low(rule.value(), rule.low()),
              high(rule.value(), rule.high()),
              VerdictWords.asked(rule, text),
              rule.numerator(),
              rule.denominator(),
              rule.rule().path("due").asText("").replace("null", ""),
              text.label("outcome", rule.outcomeWithExceptions()),
              rule.excepted(),
              gaps(text == ReportText.ZH ? rule.missingZh() : rule.missing(), text),
              rule.rule().path("quote").asText(),
              rule.id()));
    }
    return new ReportTable(text.get("verdicts.rules"), columns, rows);
  }

  // A value that is known is both of its bounds, also where the answer leaves them out.
  private static @Nullable Double low(@Nullable Double value, @Nullable Double low) {
    return low == null ? value : low;
  }

  private static @Nullable Double high(@Nullable Double value, @Nullable Double high) {
    return high == null ? value : high;
  }

  private static String gaps(List<String> missing, ReportText text) {
    String named = String.join(text.get("list.join"), missing.stream().limit(NAMED_GAPS).toList());
    return missing.size() > NAMED_GAPS ? named + text.get("list.more") : named;
  }

  /** Everything that misses a rule or cannot be judged by it. */
  private ReportTable subjects(VerdictAnswer verdicts, ReportText text) {
    List<Column> columns =
        List.of(
            new Column("rule", text.get("verdicts.rule"), Kind.TEXT, 26),
            new Column("code", text.get("verdicts.subjectCode"), Kind.CODE, 16).offPaper(),
            new Column("name", text.get("verdicts.subject"), Kind.TEXT, 22),
            new Column("outcome", text.get("verdicts.outcome"), Kind.TEXT, 10),
            new Column("now", text.get("verdicts.now"), Kind.TEXT, 16),
            new Column("value", text.get("verdicts.value"), Kind.AMOUNT, 9).offPaper(),
            new Column("low", text.get("verdicts.low"), Kind.AMOUNT, 9).offPaper(),
            new Column("high", text.get("verdicts.high"), Kind.AMOUNT, 9).offPaper(),
            new Column("threshold", text.get("verdicts.threshold"), Kind.TEXT, 18).offPaper(),
            new Column("missing", text.get("verdicts.missing"), Kind.TEXT, 24),
            new Column("exception", text.get("verdicts.exception"), Kind.TEXT, 24));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String outcome : List.of(MISSED, "not-yet", UNJUDGED)) {
      for (VerdictAnswer.Rule rule : verdicts.rules()) {
        for (VerdictAnswer.Subject subject : subjectsOf(rule)) {
          if (subject.outcome().equals(outcome)) {
            rows.add(
                Arrays.asList(
                    label(rule, text),
                    subject.code() != null ? subject.code() : subject.facility(),
                    subject.name(),
                    text.label("outcome", outcome),
                    VerdictWords.now(subject, rule, text),
                    subject.value(),
                    low(subject.value(), subject.low()),
                    high(subject.value(), subject.high()),
                    VerdictWords.asked(rule, text),
                    gaps(text == ReportText.ZH ? subject.missingZh() : subject.missing(), text),
                    exception(subject.exception(), text)));
          }
        }
      }
    }
    return new ReportTable(text.get("verdicts.subjects"), columns, rows, PRINTED_SUBJECTS);
  }

  private static List<VerdictAnswer.Subject> subjectsOf(VerdictAnswer.Rule rule) {
    return rule.subjects() == null ? List.of() : rule.subjects();
  }

  private static String exception(@Nullable JsonNode exception, ReportText text) {
    return exception == null || exception.isNull()
        ? ""
        : text.get(
            "verdicts.excepts",
            text.label("exception", exception.path("kind").asText()),
            exception.path("reason").asText(),
            exception.path("approver").asText(),
            exception.path("approvedOn").asText());
  }

  /** Both verdicts, one line a community, those first where they disagree. */
  ReportTable communities(CommunitiesAnswer communities, ReportText text) {
    Set<List<String>> kinds = new LinkedHashSet<>();
    communities.rows().forEach(row -> row.spatial().forEach(s -> kinds.add(s.types())));
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("code", text.get("column.code"), Kind.CODE, 16).offPaper());
    columns.add(new Column("name", text.get("column.name"), Kind.TEXT, 16));
    columns.add(new Column("parentName", text.get("column.parentName"), Kind.TEXT, 16));
    columns.add(new Column("met", text.get("verdicts.met"), Kind.WHOLE, 9));
    columns.add(new Column("missed", text.get("verdicts.missedRules"), Kind.WHOLE, 9));
    columns.add(new Column("cannotBeJudged", text.get("verdicts.unjudgedRules"), Kind.WHOLE, 9));
    for (List<String> types : kinds) {
      String key = String.join("+", types);
      String label = names.types(types, text);
      columns.add(new Column("share." + key, text.get("verdicts.shareOf", label), Kind.SHARE, 14));
      columns.add(
          new Column("minutes." + key, text.get("verdicts.minutesOf", label), Kind.AMOUNT, 11)
              .offPaper());
      columns.add(
          new Column("uncovered." + key, text.get("verdicts.leftOf", label), Kind.AMOUNT, 11)
              .offPaper());
      columns.add(
          new Column("spatial." + key, text.get("verdicts.spatialOf", label), Kind.TEXT, 14)
              .offPaper());
    }
    columns.add(new Column("disagree", text.get("verdicts.disagrees"), Kind.TEXT, 12));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<CommunitiesAnswer.Row> sorted = new ArrayList<>(communities.rows());
    sorted.sort((a, b) -> Boolean.compare(b.disagree(), a.disagree()));
    for (CommunitiesAnswer.Row row : sorted) {
      List<@Nullable Object> values =
          new ArrayList<>(
              Arrays.asList(
                  row.code(),
                  row.name(),
                  row.parentName(),
                  row.institutional().met(),
                  row.institutional().missed(),
                  row.institutional().cannotBeJudged()));
      for (List<String> types : kinds) {
        CommunitiesAnswer.Spatial spatial =
            row.spatial().stream().filter(s -> s.types().equals(types)).findFirst().orElse(null);
        values.add(spatial == null ? null : spatial.share());
        values.add(spatial == null ? null : spatial.minutes());
        values.add(
            spatial == null || spatial.share() == null ? null : (Object) spatial.uncovered());
        values.add(spatial == null ? "" : text.label("outcome", spatial.outcome()));
      }
      values.add(text.get(row.disagree() ? "verdicts.differ" : "verdicts.agree"));
      rows.add(values);
    }
    return new ReportTable(text.get("verdicts.communities"), columns, rows);
  }
}
