package org.caremap.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.population.DemandGroup;
import org.caremap.scenario.CompareAnswer;
import org.jspecify.annotations.Nullable;

/** Scenarios side by side, in words and as tables. */
@ApplicationScoped
class ScenarioParts {
  private final Names names;
  private final ReportService reports;

  ScenarioParts(Names names, ReportService reports) {
    this.names = names;
    this.reports = reports;
  }

  /** The comparison by itself. */
  Report report(CompareAnswer compared, CareSnapshot snapshot, ReportText text) {
    AreaTree areas = snapshot.areas();
    return new Report(
        text.get("scenario.file"),
        text.get("scenario.title"),
        text.get(
            "board.subtitle",
            Names.place(areas, compared.area(), text),
            Names.group(compared.group(), text),
            names.types(compared.types(), text),
            Figures.plain(compared.minutes())),
        reports.today(),
        text,
        List.of(reports.run("scenario.run", compared.inputs(), snapshot, text)),
        List.of(new Report.Lead("", sentences(compared, text))),
        List.of(
            Part.of(
                "scenarios",
                text.get("scenario.title"),
                List.of(),
                columns(compared, text),
                areas(compared, areas, text))));
  }

  private static List<String> sentences(CompareAnswer compared, ReportText text) {
    CoverageAnswer.Numbers base = compared.columns().get(0).total();
    List<String> says = new ArrayList<>();
    for (CompareAnswer.Column column : compared.columns()) {
      if (!column.id().equals(CompareAnswer.BASE)) {
        says.add(
            text.get(
                "scenario.summary",
                column.name(),
                Figures.amount(column.total().covered()),
                Figures.amount(base.covered()),
                Figures.amount(column.yuan()),
                column.unknownCosts()));
      }
    }
    return says;
  }

  private static String name(CompareAnswer.Column column, ReportText text) {
    return column.id().equals(CompareAnswer.BASE) ? text.get("scenario.base") : column.name();
  }

  /** One row a scenario. */
  private static ReportTable columns(CompareAnswer compared, ReportText text) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("name", text.get("scenario.name"), Kind.TEXT, 22));
    columns.add(new Column("id", text.get("scenario.id"), Kind.CODE, 38).offPaper());
    columns.add(new Column("demand", text.get("column.demand"), Kind.AMOUNT, 11));
    columns.add(new Column("covered", text.get("column.covered"), Kind.AMOUNT, 11));
    columns.add(new Column("uncovered", text.get("column.uncovered"), Kind.AMOUNT, 11));
    columns.add(new Column("coveredShare", text.get("column.coveredShare"), Kind.SHARE, 10));
    columns.add(new Column("more", text.get("scenario.more"), Kind.AMOUNT, 11));
    columns.add(new Column("meanMinutes", text.get("scenario.meanMinutes"), Kind.MINUTES, 11));
    columns.add(new Column("yuan", text.get("scenario.yuan"), Kind.AMOUNT, 14));
    columns.add(new Column("unknownCosts", text.get("scenario.unknownCosts"), Kind.WHOLE, 11));
    columns.add(new Column("facilities", text.get("column.facilities"), Kind.WHOLE, 8));
    columns.add(new Column("capacity", text.get("scenario.capacity"), Kind.WHOLE, 9));
    columns.add(
        new Column("unknownCapacity", text.get("scenario.unknownCapacity"), Kind.WHOLE, 11));
    columns.add(new Column("served", text.get("scenario.served"), Kind.AMOUNT, 11));
    columns.add(new Column("changes", text.get("scenario.changes"), Kind.WHOLE, 8));
    columns.add(new Column("withoutEffect", text.get("scenario.withoutEffect"), Kind.WHOLE, 11));
    columns.add(
        new Column("unknownPoints", text.get("column.unknownPoints"), Kind.WHOLE, 11).offPaper());
    for (DemandGroup group : DemandGroup.values()) {
      columns.add(
          new Column(
                  "covered." + group.code(),
                  text.get("scenario.group", text.pick(group.zh(), group.en())),
                  Kind.AMOUNT,
                  12)
              .offPaper());
    }
    double before = compared.columns().get(0).total().covered();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (CompareAnswer.Column column : compared.columns()) {
      boolean base = column.id().equals(CompareAnswer.BASE);
      CoverageAnswer.Numbers total = column.total();
      List<@Nullable Object> row = new ArrayList<>();
      row.add(name(column, text));
      row.add(column.id());
      row.add(known(total, total.demand()));
      row.add(known(total, total.covered()));
      row.add(known(total, total.uncovered()));
      row.add(total.coveredShare());
      // Counts may be fractions; a millionth hides only floating-point noise.
      row.add(base ? null : (Object) (Math.rint((total.covered() - before) * 1e6) / 1e6));
      row.add(column.meanMinutes());
      row.add(base ? null : (Object) column.yuan());
      row.add(base ? null : (Object) column.unknownCosts());
      row.add(column.facilities());
      row.add(column.capacity());
      row.add(column.unknownCapacity());
      row.add(column.served());
      row.add(base ? null : (Object) column.changes());
      row.add(base ? null : (Object) column.withoutEffect().size());
      row.add(total.unknownPoints());
      for (DemandGroup group : DemandGroup.values()) {
        CoverageAnswer.Numbers of = column.groups().get(group.code());
        row.add(of == null ? null : known(of, of.covered()));
      }
      rows.add(row);
    }
    return new ReportTable(text.get("scenario.columns"), columns, rows);
  }

  private static @Nullable Object known(CoverageAnswer.Numbers numbers, double value) {
    return numbers.demand() == 0 && numbers.unknownPoints() > 0 ? null : (Object) value;
  }

  /** One row an area, who arrives in time in each scenario. */
  private static ReportTable areas(CompareAnswer compared, AreaTree areas, ReportText text) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("code", text.get("column.code"), Kind.CODE, 16).offPaper());
    columns.add(new Column("name", text.get("column.name"), Kind.TEXT, 18));
    columns.add(new Column("level", text.get("column.level"), Kind.TEXT, 10).offPaper());
    columns.add(new Column("parentName", text.get("column.parentName"), Kind.TEXT, 18));
    columns.add(new Column("demand", text.get("column.demand"), Kind.AMOUNT, 11));
    for (CompareAnswer.Column column : compared.columns()) {
      columns.add(
          new Column(
              "covered." + column.id(),
              text.get("scenario.covered", name(column, text)),
              Kind.AMOUNT,
              16));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<CoverageAnswer.AreaNumbers> base = compared.columns().get(0).areas();
    for (int i = 0; i < base.size(); i++) {
      CoverageAnswer.AreaNumbers area = base.get(i);
      List<@Nullable Object> row = new ArrayList<>();
      row.add(area.code());
      row.add(area.name());
      row.add(text.label("level", area.level()));
      row.add(areas.find(area.parent()).map(Area::name).orElse(null));
      row.add(known(area.numbers(), area.numbers().demand()));
      for (CompareAnswer.Column column : compared.columns()) {
        CoverageAnswer.Numbers numbers = column.areas().get(i).numbers();
        row.add(known(numbers, numbers.covered()));
      }
      rows.add(row);
    }
    return new ReportTable(text.get("scenario.areas"), columns, rows);
  }
}
