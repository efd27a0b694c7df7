package org.caremap.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.platform.CareMapConfig;
import org.caremap.project.PlanAnswer;
import org.caremap.project.ProjectChange;
import org.caremap.project.ProjectList;
import org.caremap.project.ProjectView;
import org.jspecify.annotations.Nullable;

/** The project library and the plan of a year, in words and as tables. */
@ApplicationScoped
class ProjectParts {
  private static final int TEN_THOUSAND_DIGITS = 4;
  private static final int NAMED = 6;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Names names;
  private final ZoneId zone;

  ProjectParts(Names names, CareMapConfig config) {
    this.names = names;
    this.zone = ZoneId.of(config.timeZone());
  }

  /** The library and what it comes to. */
  List<Part> library(ProjectList list, ReportText text) {
    return List.of(
        Part.of("projects", text.get("projects.library.part"), List.of(), table(list, text)),
        Part.of(
            "years",
            text.get("projects.totals.part"),
            List.of(),
            byYear(list.totals(), text),
            byStatus(list.totals(), text)),
        Part.of("changes", text.get("projects.history.part"), List.of(), history(list, text)));
  }

  /** What the library comes to, in words. */
  List<String> says(String of, ProjectList list, ReportText text) {
    ProjectList.Totals totals = list.totals();
    List<String> says =
        new ArrayList<>(
            sums(
                of,
                totals.count(),
                totals.costYuan(),
                totals.unknownCosts(),
                totals.places(),
                new Reach(totals.gainPeople(), totals.lostPeople(), totals.unknownGains()),
                text));
    List<String> states =
        totals.byStatus().stream()
            .map(
                one ->
                    text.get(
                        "projects.summary.statusItem",
                        text.label("projectStatus", one.status()),
                        Figures.amount(one.count())))
            .toList();
    if (!states.isEmpty()) {
      says.add(text.get("projects.summary.status", String.join(text.get("list.join"), states)));
    }
    return says;
  }

  /** What a year comes to, in words. */
  List<String> says(PlanAnswer.Year year, PlanAnswer plan, ReportText text) {
    List<String> says =
        new ArrayList<>(
            sums(
                text.get("projects.plan.title", Integer.toString(year.year())),
                year.count(),
                year.costYuan(),
                year.unknownCosts(),
                year.places(),
                new Reach(year.gainPeople(), year.lostPeople(), year.unknownGains()),
                text));
    List<String> missing =
        year.targets().stream()
            .filter(target -> target.missing() != null && target.missing() > 0)
            .limit(NAMED)
            .map(
                target ->
                    text.get(
                        "projects.summary.missingItem",
                        text.pick(target.zh(), target.en()),
                        text.pick(target.tableZh(), target.tableEn()),
                        Figures.amount(target.missing())))
            .toList();
    if (!missing.isEmpty()) {
      says.add(text.get("projects.summary.missing", String.join(text.get("list.join"), missing)));
    }
    if (!year.targets().isEmpty()) {
      says.add(text.pick(plan.methodZh(), plan.method()));
    }
    return says;
  }

  /** People who come within reach and who no longer are, null where unknown. */
  private record Reach(@Nullable Double gained, @Nullable Double lost, int unknown) {}

  private static List<String> sums(
      String of, int count, double yuan, int unknown, long places, Reach reach, ReportText text) {
    if (count == 0) {
      return List.of(text.get("projects.summary.none"));
    }
    List<String> says = new ArrayList<>();
    says.add(
        text.get(
            "projects.summary.count",
            of,
            Figures.amount(count),
            Figures.print(Kind.MONEY, tenThousands(yuan))));
    if (unknown > 0) {
      says.add(text.get("projects.summary.unknown", Figures.amount(unknown)));
    }
    if (places > 0) {
      says.add(text.get("projects.summary.places", Figures.amount(places)));
    }
    if (reach.gained() != null || reach.lost() != null) {
      says.add(
          text.get(
              "projects.summary.people",
              Figures.amount(reach.gained()),
              Figures.amount(reach.lost())));
    }
    if (reach.unknown() > 0) {
      says.add(text.get("projects.summary.unknownGains", Figures.amount(reach.unknown())));
    }
    return says;
  }

  /** All projects, one a row. */
  ReportTable table(ProjectList list, ReportText text) {
    List<Column> columns =
        List.of(
            new Column("number", text.get("projects.number"), Kind.WHOLE, 6),
            new Column("id", text.get("projects.id"), Kind.CODE, 38).offPaper(),
            new Column("name", text.get("projects.name"), Kind.TEXT, 26),
            new Column("kind", text.get("projects.kind"), Kind.TEXT, 9),
            new Column("type", text.get("projects.type"), Kind.TEXT, 14),
            new Column("place", text.get("projects.place"), Kind.TEXT, 18),
            new Column("areaCode", text.get("column.code"), Kind.CODE, 16).offPaper(),
            new Column("year", text.get("projects.year"), Kind.YEAR, 10),
            new Column("quarter", text.get("projects.quarter"), Kind.TEXT, 12),
            new Column("status", text.get("projects.status"), Kind.TEXT, 10),
            new Column("costYuan", text.get("projects.costYuan"), Kind.MONEY, 16),
            new Column("fundingSource", text.get("projects.source"), Kind.TEXT, 14),
            new Column("responsibleUnit", text.get("projects.unit"), Kind.TEXT, 16),
            new Column("capacity", text.get("projects.capacity"), Kind.WHOLE, 8),
            new Column("gainPeople", text.get("projects.gain"), Kind.AMOUNT, 9),
            new Column("lostPeople", text.get("projects.lost"), Kind.AMOUNT, 9),
            new Column("candidate", text.get("projects.candidate"), Kind.CODE, 14).offPaper(),
            new Column("facility", text.get("projects.facility"), Kind.CODE, 14).offPaper(),
            new Column("lon", text.get("projects.lon"), Kind.DEGREES, 12).offPaper(),
            new Column("lat", text.get("projects.lat"), Kind.DEGREES, 12).offPaper(),
            new Column("note", text.get("projects.note"), Kind.TEXT, 20).offPaper());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ProjectView p : list.projects()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              p.id(),
              p.name(),
              text.label("projectKind", p.kind()),
              p.type() == null ? "" : names.type(p.type(), text),
              place(p, text),
              p.areaCode(),
              p.year(),
              quarter(p, text),
              text.label("projectStatus", p.status()),
              p.costYuan(),
              p.fundingSource(),
              p.responsibleUnit(),
              p.capacity(),
              p.gainPeople(),
              p.lostPeople(),
              p.candidate(),
              p.facility(),
              p.lon(),
              p.lat(),
              p.note()));
    }
    return new ReportTable(text.get("projects.library.part"), columns, rows);
  }

  private static String place(ProjectView p, ReportText text) {
    if (p.areaName() == null) {
      return "";
    }
    return p.townName() == null || p.townName().equals(p.areaName())
        ? p.areaName()
        : text.get(joined(p.townName()) ? "place.in" : "place.joined", p.townName(), p.areaName());
  }

  /** Whether what follows the name can stand beside it: Chinese names need nothing between. */
  private static boolean joined(String name) {
    return Character.isIdeographic(name.codePointBefore(name.length()));
  }

  private static String quarter(ProjectView p, ReportText text) {
    return p.quarter() == null ? "" : text.get("projects.quarterOf", p.quarter().toString());
  }

  private static ReportTable byYear(ProjectList.Totals totals, ReportText text) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ProjectList.OfYear year : totals.byYear()) {
      rows.add(
          Arrays.asList(
              Integer.toString(year.year()),
              year.count(),
              tenThousands(year.costYuan()),
              year.unknownCosts(),
              year.places()));
    }
    rows.add(
        Arrays.asList(
            text.get("projects.sum"),
            totals.count(),
            tenThousands(totals.costYuan()),
            totals.unknownCosts(),
            totals.places()));
    return new ReportTable(
        text.get("projects.totals.part"),
        sumColumns("year", text.get("projects.year"), text),
        rows);
  }

  private static ReportTable byStatus(ProjectList.Totals totals, ReportText text) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ProjectList.OfStatus one : totals.byStatus()) {
      rows.add(
          Arrays.asList(
              text.label("projectStatus", one.status()),
              one.count(),
              tenThousands(one.costYuan()),
              one.unknownCosts()));
    }
    List<Column> columns = sumColumns("status", text.get("projects.status"), text);
    return new ReportTable(
        text.get("projects.status.part"), columns.subList(0, columns.size() - 1), rows);
  }

  private static List<Column> sumColumns(String key, String label, ReportText text) {
    return List.of(
        new Column(key, label, Kind.TEXT, 20),
        new Column("count", text.get("projects.count"), Kind.WHOLE, 9),
        new Column("cost", text.get("projects.cost"), Kind.MONEY, 13),
        new Column("unknownCosts", text.get("projects.unknownCosts"), Kind.WHOLE, 12),
        new Column("places", text.get("projects.capacity"), Kind.WHOLE, 10));
  }

  private ReportTable history(ProjectList list, ReportText text) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ProjectView p : list.projects()) {
      for (ProjectChange change : p.history()) {
        rows.add(
            Arrays.asList(
                p.name(),
                minute(change.at()),
                text.label("projectField", change.field()),
                value(change.field(), change.from(), text),
                value(change.field(), change.to(), text)));
      }
    }
    return new ReportTable(
        text.get("projects.history.part"),
        List.of(
            new Column("name", text.get("projects.name"), Kind.TEXT, 26),
            new Column("at", text.get("projects.at"), Kind.CODE, 17),
            new Column("field", text.get("projects.field"), Kind.TEXT, 16),
            new Column("from", text.get("projects.from"), Kind.TEXT, 24),
            new Column("to", text.get("projects.to"), Kind.TEXT, 24)),
        rows);
  }

  private String minute(Instant at) {
    return MINUTE.format(at.atZone(zone));
  }

  private String value(String field, @Nullable String value, ReportText text) {
    if (value == null) {
      return "";
    }
    return switch (field) {
      case "status" -> text.label("projectStatus", value);
      case "kind" -> text.label("projectKind", value);
      case "type" -> names.type(value, text);
      case "meetsStandard", "sociallyRun" -> text.label("value", value);
      default -> value;
    };
  }

  /** The plan of one year. */
  List<Part> plan(PlanAnswer.Year year, List<ProjectView> projects, ReportText text) {
    List<Part> parts = new ArrayList<>();
    parts.add(
        Part.of(
            "projects",
            text.get("projects.plan.part"),
            List.of(),
            planTable(year, projects, text)));
    parts.add(
        Part.of(
            "towns",
            text.get("projects.plan.towns"),
            List.of(),
            towns(year, text),
            types(year, text)));
    if (!year.targets().isEmpty()) {
      parts.add(
          Part.of("targets", text.get("projects.plan.targets"), List.of(), targets(year, text)));
    }
    return parts;
  }

  ReportTable planTable(PlanAnswer.Year year, List<ProjectView> projects, ReportText text) {
    List<Column> columns =
        List.of(
            new Column("number", text.get("projects.number"), Kind.TEXT, 6),
            new Column("name", text.get("projects.name"), Kind.TEXT, 26),
            new Column("kind", text.get("projects.kind"), Kind.TEXT, 16),
            new Column("place", text.get("projects.place"), Kind.TEXT, 20),
            new Column("responsibleUnit", text.get("projects.unit"), Kind.TEXT, 18),
            new Column("cost", text.get("projects.cost"), Kind.MONEY, 12),
            new Column("fundingSource", text.get("projects.source"), Kind.TEXT, 16),
            new Column("quarter", text.get("projects.quarter"), Kind.TEXT, 13),
            new Column("gainPeople", text.get("projects.gain"), Kind.AMOUNT, 10),
            new Column("lostPeople", text.get("projects.lost"), Kind.AMOUNT, 10),
            new Column("status", text.get("projects.status"), Kind.TEXT, 11));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ProjectView p : projects) {
      String kind = text.label("projectKind", p.kind());
      rows.add(
          Arrays.asList(
              Integer.toString(rows.size() + 1),
              p.name(),
              p.type() == null ? kind : text.get("place.joined", kind, names.type(p.type(), text)),
              place(p, text),
              p.responsibleUnit(),
              p.costYuan() == null ? null : tenThousands(p.costYuan()),
              p.fundingSource(),
              quarter(p, text),
              p.gainPeople(),
              p.lostPeople(),
              text.label("projectStatus", p.status())));
    }
    rows.add(
        Arrays.asList(
            "",
            text.get("projects.sum"),
            "",
            "",
            "",
            tenThousands(year.costYuan()),
            "",
            "",
            year.gainPeople(),
            year.lostPeople(),
            ""));
    return new ReportTable(text.get("projects.plan.part"), columns, rows);
  }

  private static ReportTable towns(PlanAnswer.Year year, ReportText text) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (PlanAnswer.OfTown town : year.byTown()) {
      rows.add(
          Arrays.asList(
              town.name() == null ? text.get("projects.nowhere") : town.name(),
              town.count(),
              tenThousands(town.costYuan()),
              town.unknownCosts(),
              town.places()));
    }
    rows.add(sum(year, text));
    return new ReportTable(
        text.get("projects.plan.towns"), sumColumns("town", text.get("projects.town"), text), rows);
  }

  private ReportTable types(PlanAnswer.Year year, ReportText text) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (PlanAnswer.OfType type : year.byType()) {
      rows.add(
          Arrays.asList(
              type.type() == null ? text.get("projects.noType") : names.type(type.type(), text),
              type.count(),
              tenThousands(type.costYuan()),
              type.unknownCosts(),
              type.places()));
    }
    rows.add(sum(year, text));
    return new ReportTable(
        text.get("projects.plan.types"), sumColumns("type", text.get("projects.type"), text), rows);
  }

  private static List<@Nullable Object> sum(PlanAnswer.Year year, ReportText text) {
    return Arrays.asList(
        text.get("projects.sum"),
        year.count(),
        tenThousands(year.costYuan()),
        year.unknownCosts(),
        year.places());
  }

  private static ReportTable targets(PlanAnswer.Year year, ReportText text) {
    List<Column> columns =
        List.of(
            new Column("table", text.get("projects.table"), Kind.TEXT, 20),
            new Column("column", text.get("targets.column"), Kind.TEXT, 24),
            new Column("unit", text.get("targets.unit"), Kind.TEXT, 8),
            new Column("target", text.get("projects.target"), Kind.AMOUNT, 10),
            new Column("targetYear", text.get("targets.targetYear"), Kind.YEAR, 9),
            new Column("achieved", text.get("projects.achieved"), Kind.AMOUNT, 9),
            new Column("achievedAtMost", text.get("projects.achievedAtMost"), Kind.AMOUNT, 9),
            new Column("plannedBefore", text.get("projects.plannedBefore"), Kind.AMOUNT, 11),
            new Column("planned", text.get("projects.planned"), Kind.AMOUNT, 10),
            new Column("plannedAtMost", text.get("projects.plannedAtMost"), Kind.AMOUNT, 10),
            new Column("missing", text.get("projects.missing"), Kind.AMOUNT, 9),
            new Column("unknown", text.get("projects.unknown"), Kind.TEXT, 26));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (PlanAnswer.Target target : year.targets()) {
      rows.add(
          Arrays.asList(
              text.pick(target.tableZh(), target.tableEn()),
              text.pick(target.zh(), target.en()),
              text.label("unit", target.unit()),
              target.target(),
              target.targetYear(),
              target.achieved(),
              target.achievedAtMost(),
              target.plannedBefore(),
              target.planned(),
              target.plannedAtMost(),
              target.missing(),
              String.join(
                  text.get("list.join"),
                  text == ReportText.ZH ? target.unknownZh() : target.unknown())));
    }
    return new ReportTable(text.get("projects.plan.targets"), columns, rows);
  }

  /** In units of 10,000 yuan, to the digit. */
  static double tenThousands(double yuan) {
    return BigDecimal.valueOf(yuan).movePointLeft(TEN_THOUSAND_DIGITS).doubleValue();
  }

  /** Projects by id. */
  static Map<String, ProjectView> byId(ProjectList list) {
    Map<String, ProjectView> byId = new TreeMap<>();
    list.projects().forEach(project -> byId.put(project.id(), project));
    return byId;
  }
}
