package org.caremap.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caremap.area.AreaTree;
import org.caremap.supply.SupplyAnswer;
import org.jspecify.annotations.Nullable;

/** Services against the groups that need them, in words and as tables. */
@ApplicationScoped
class SupplyParts {
  private static final int WORST = 3;
  private static final int PRINTED_AREAS = 40;

  private final Names names;

  SupplyParts(Names names) {
    this.names = names;
  }

  Part part(SupplyAnswer supply, AreaTree areas, ReportText text) {
    return Part.of(
            "supply",
            text.get("supply.part"),
            sentences(supply, text),
            summary(supply, text),
            byArea(supply, areas, text))
        .quoting(quotes(supply, text));
  }

  List<String> sentences(SupplyAnswer supply, ReportText text) {
    List<String> says = new ArrayList<>();
    says.add(text.get("supply.about", Figures.plain(supply.minutes())));
    List<SupplyAnswer.Cell> worst =
        supply.summary().stream().filter(cell -> cell.contentMissing() > 0).limit(WORST).toList();
    for (SupplyAnswer.Cell cell : worst) {
      says.add(
          text.get(
              "supply.worst",
              Figures.amount(cell.people()),
              Names.group(cell.group(), text),
              names.service(cell.service(), text),
              Figures.amount(cell.contentMissing()),
              Figures.amount(cell.placeMissing())));
    }
    if (worst.isEmpty()) {
      says.add(text.get("supply.none"));
    }
    return says;
  }

  private List<Part.Quote> quotes(SupplyAnswer supply, ReportText text) {
    return supply.needs().stream()
        .map(need -> new Part.Quote(text.pick(need.zh(), need.en()), need.quote()))
        .distinct()
        .toList();
  }

  private ReportTable summary(SupplyAnswer supply, ReportText text) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    supply.summary().forEach(cell -> rows.add(cells(cell, text)));
    return new ReportTable(text.get("supply.summary"), columns(text), rows);
  }

  private List<Column> columns(ReportText text) {
    return List.of(
        new Column("group", text.get("supply.group"), Kind.TEXT, 14),
        new Column("service", text.get("supply.service"), Kind.TEXT, 18),
        new Column("people", text.get("column.demand"), Kind.AMOUNT, 11),
        new Column("served", text.get("supply.served"), Kind.AMOUNT, 11),
        new Column("contentMissing", text.get("supply.contentMissing"), Kind.AMOUNT, 12),
        new Column("contentUnknown", text.get("supply.contentUnknown"), Kind.AMOUNT, 12),
        new Column("placeMissing", text.get("supply.placeMissing"), Kind.AMOUNT, 12),
        new Column("unknownPoints", text.get("column.unknownPoints"), Kind.WHOLE, 11).offPaper());
  }

  private List<@Nullable Object> cells(SupplyAnswer.Cell cell, ReportText text) {
    boolean known = cell.people() > 0 || cell.unknownPoints() == 0;
    List<@Nullable Object> row = new ArrayList<>();
    row.add(Names.group(cell.group(), text));
    row.add(names.service(cell.service(), text));
    for (double value :
        new double[] {
          cell.people(),
          cell.served(),
          cell.contentMissing(),
          cell.contentUnknown(),
          cell.placeMissing()
        }) {
      row.add(known ? (Object) value : null);
    }
    row.add(cell.unknownPoints());
    return row;
  }

  /** On paper: the worst pairs of area, group and service only. */
  private ReportTable byArea(SupplyAnswer supply, AreaTree areas, ReportText text) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("code", text.get("column.code"), Kind.CODE, 16).offPaper());
    columns.add(new Column("name", text.get("column.name"), Kind.TEXT, 18));
    columns.add(new Column("parentName", text.get("column.parentName"), Kind.TEXT, 18));
    columns.addAll(columns(text));
    record Line(SupplyAnswer.Row area, SupplyAnswer.Cell cell) {}
    List<Line> lines = new ArrayList<>();
    supply.rows().forEach(area -> area.cells().forEach(cell -> lines.add(new Line(area, cell))));
    lines.sort(
        (a, b) -> {
          int missing = Double.compare(b.cell().contentMissing(), a.cell().contentMissing());
          return missing != 0 ? missing : a.area().code().compareTo(b.area().code());
        });
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Line line : lines) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(line.area().code());
      row.add(line.area().name());
      row.add(areas.find(line.area().parent()).map(parent -> parent.name()).orElse(null));
      row.addAll(cells(line.cell(), text));
      rows.add(row);
    }
    long missing = lines.stream().filter(line -> line.cell().contentMissing() > 0).count();
    return new ReportTable(
        text.get("supply.byArea"), columns, rows, (int) Math.min(PRINTED_AREAS, missing));
  }

  /** Whether there is anything to say. */
  static boolean isAny(@Nullable SupplyAnswer supply) {
    return supply != null && Objects.requireNonNull(supply.needs()).size() > 0;
  }
}
