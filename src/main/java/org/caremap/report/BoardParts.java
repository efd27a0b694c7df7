package org.caremap.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.caremap.board.BoardAnswer;
import org.caremap.board.GapReason;
import org.caremap.coverage.Barriers;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** The gap board in words, on a map and as a table. */
@ApplicationScoped
class BoardParts {
  private static final int NEXT_WORST = 4;

  private final Names names;

  BoardParts(Names names) {
    this.names = names;
  }

  /** What was asked, in one line. */
  String subtitle(BoardAnswer board, AreaTree areas, ReportText text) {
    String place = Names.place(areas, board.area(), text);
    String group = Names.group(board.group(), text);
    String types = names.types(board.types(), text);
    String minutes = Figures.plain(board.minutes());
    return board.zoneMinutes().isEmpty()
        ? text.get("board.subtitle", place, group, types, minutes)
        : text.get(
            "board.subtitleZones",
            place,
            group,
            types,
            minutes,
            Names.zones(board.zoneMinutes(), areas, text));
  }

  /** The board as a part of a report. */
  Part part(BoardAnswer board, CareSnapshot snapshot, ReportText text) {
    List<Part.Picture> pictures =
        List.of(
            new Part.Picture(text.get("board.map"), map(board, snapshot.areas(), text)),
            new Part.Picture(text.get("board.reasons"), reasonChart(board, text)),
            new Part.Picture(text.get("board.spreadChart"), spreadChart(board, text)));
    return Part.of(
            "board", text.get("board.part"), sentences(board, snapshot, text), table(board, text))
        .with(pictures);
  }

  /** The board in sentences, the most important first. */
  List<String> sentences(BoardAnswer board, CareSnapshot snapshot, ReportText text) {
    CoverageAnswer.Numbers total = board.total();
    String group = Names.group(board.group(), text);
    List<String> says = new ArrayList<>();
    says.add(
        text.get(
            "board.summary.total",
            Names.place(snapshot.areas(), board.area(), text),
            group,
            Figures.amount(total.demand()),
            Figures.amount(total.covered()),
            board.zoneMinutes().isEmpty()
                ? Figures.plain(board.minutes())
                : Figures.plain(board.minutes())
                    + text.get(
                        "board.summary.zones",
                        Names.zones(board.zoneMinutes(), snapshot.areas(), text)),
            names.types(board.types(), text),
            Figures.share(total.coveredShare()),
            Figures.amount(total.uncovered())));
    if (total.unknownPoints() > 0) {
      says.add(text.get("board.summary.unknown", Figures.amount(total.unknownPoints()), group));
    }
    if (board.weights() != null) {
      says.add(text.get("board.summary.weights", weights(board.weights(), text)));
    }
    worst(board, says, text);
    reasons(board, says, text);
    spread(board, says, text);
    if (snapshot.streets() == null) {
      says.add(text.get("board.straightLine", Figures.plain(snapshot.detourFactor())));
    }
    return says;
  }

  private static String weights(Map<String, Double> weights, ReportText text) {
    return String.join(
        text.get("list.join"),
        weights.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(w -> Names.group(w.getKey(), text) + " " + Figures.plain(w.getValue()))
            .toList());
  }

  private static void worst(BoardAnswer board, List<String> says, ReportText text) {
    List<BoardAnswer.Row> left =
        board.rows().stream().filter(row -> row.rank() != null && isLeft(row)).toList();
    long unranked = board.rows().stream().filter(row -> row.rank() == null).count();
    says.add(
        text.get(
            "board.summary.areas",
            Figures.amount(board.rows().size()),
            Figures.amount(left.size()),
            Figures.amount(board.rows().size() - left.size() - unranked),
            Figures.amount(unranked)));
    if (left.isEmpty()) {
      says.add(text.get("board.summary.nobody"));
      return;
    }
    BoardAnswer.Row first = left.get(0);
    says.add(
        text.get(
            "board.summary.worst",
            place(first, text),
            Figures.amount(first.numbers().uncovered()),
            text.label("reason", first.reason().code())));
    List<String> next =
        left.stream()
            .skip(1)
            .limit(NEXT_WORST)
            .map(
                row ->
                    text.get(
                        "board.summary.nextItem",
                        place(row, text),
                        Figures.amount(row.numbers().uncovered())))
            .toList();
    if (!next.isEmpty()) {
      says.add(text.get("board.summary.next", String.join(text.get("list.join"), next)));
    }
  }

  private static boolean isLeft(BoardAnswer.Row row) {
    return row.numbers().uncovered() > 0 || row.weighted() != null && row.weighted() > 0;
  }

  private static String place(BoardAnswer.Row row, ReportText text) {
    return row.parentName() == null
        ? row.name()
        : text.get("place.in", row.parentName(), row.name());
  }

  private static void reasons(BoardAnswer board, List<String> says, ReportText text) {
    List<String> items = new ArrayList<>();
    Double full = null;
    for (Charts.Bar bar : reasonBars(board, text)) {
      if (bar.color().equals(Charts.WARN)) {
        // They arrive in time: no part of those who do not.
        full = bar.value();
      } else if (bar.value() != null && bar.value() > 0) {
        items.add(text.get("board.summary.reasonItem", bar.label(), Figures.amount(bar.value())));
      }
    }
    if (!items.isEmpty() && board.total().uncovered() > 0) {
      says.add(text.get("board.summary.reasons", String.join(text.get("list.join"), items)));
    }
    if (full != null && full > 0) {
      says.add(text.get("board.summary.full", Figures.amount(full)));
    }
  }

  private static void spread(BoardAnswer board, List<String> says, ReportText text) {
    if (board.spread().size() > 1) {
      BoardAnswer.Spread slow = board.spread().get(0);
      BoardAnswer.Spread fast = board.spread().get(board.spread().size() - 1);
      says.add(
          text.get(
              "board.summary.spread",
              Figures.speed(slow.speedKmh()),
              Figures.speed(fast.speedKmh()),
              Figures.amount(slow.uncovered()),
              Figures.amount(fast.uncovered())));
    }
  }

  private static String map(BoardAnswer board, AreaTree areas, ReportText text) {
    List<GapMap.Shape> shapes = new ArrayList<>();
    Map<String, GapMap.Label> around = new java.util.TreeMap<>();
    for (BoardAnswer.Row row : board.rows()) {
      areas
          .find(row.code())
          .map(Area::boundary)
          .ifPresent(
              boundary ->
                  shapes.add(
                      new GapMap.Shape(
                          boundary,
                          row.rank() == null ? null : row.numbers().uncovered(),
                          row.rank())));
      areas
          .find(row.parent())
          .filter(parent -> parent.boundary() != null)
          .ifPresent(
              parent ->
                  around.put(parent.code(), new GapMap.Label(parent.boundary(), parent.name())));
    }
    return GapMap.svg(shapes, around.size() > 1 ? List.copyOf(around.values()) : List.of(), text);
  }

  private static List<Charts.Bar> reasonBars(BoardAnswer board, ReportText text) {
    double none = 0;
    double far = 0;
    double barred = 0;
    double full = 0;
    boolean counted = false;
    for (BoardAnswer.Row row : board.rows()) {
      BoardAnswer.Reasons reasons = row.reasons();
      none += reasons.noFacility();
      far += reasons.tooFar();
      barred += reasons.barrier();
      if (reasons.overCapacity() != null) {
        counted = true;
        full += reasons.overCapacity();
      }
    }
    List<Charts.Bar> bars = new ArrayList<>();
    bars.add(bar(GapReason.NO_FACILITY, none, text));
    bars.add(bar(GapReason.TOO_FAR, far, text));
    bars.add(bar(GapReason.BARRIER, barred, text));
    if (counted) {
      bars.add(bar(GapReason.OVER_CAPACITY, full, text));
    }
    return bars;
  }

  private static Charts.Bar bar(GapReason reason, double people, ReportText text) {
    // Sums of many: a millionth hides only floating-point noise.
    double shown = Math.rint(people * 1e6) / 1e6;
    return new Charts.Bar(
        text.label("bar", reason.code()),
        shown,
        text.get("column.people", Figures.amount(shown)),
        reason == GapReason.OVER_CAPACITY ? Charts.WARN : Charts.STRONG);
  }

  private static String reasonChart(BoardAnswer board, ReportText text) {
    return Charts.bars(text.get("board.reasons"), reasonBars(board, text));
  }

  private static String spreadChart(BoardAnswer board, ReportText text) {
    List<Charts.Bar> bars =
        board.spread().stream()
            .map(
                speed ->
                    new Charts.Bar(
                        text.get("column.chart.speed", Figures.speed(speed.speedKmh())),
                        speed.uncovered(),
                        text.get(
                            "column.peopleShare",
                            Figures.amount(speed.uncovered()),
                            text.get("column.chart.reached", Figures.share(speed.coveredShare()))),
                        speed.speedKmh() == board.speedKmh() ? Charts.STRONG : Charts.PLAIN))
            .toList();
    return bars.size() < 2 ? "" : Charts.bars(text.get("board.spreadChart"), bars);
  }

  /** The ranking: on paper what a meeting needs, in other forms everything. */
  ReportTable table(BoardAnswer board, ReportText text) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("rank", text.get("column.rank"), Kind.WHOLE, 7));
    columns.add(new Column("code", text.get("column.code"), Kind.CODE, 16).offPaper());
    columns.add(new Column("name", text.get("column.name"), Kind.TEXT, 18));
    columns.add(new Column("level", text.get("column.level"), Kind.TEXT, 10).offPaper());
    columns.add(new Column("parentName", text.get("column.parentName"), Kind.TEXT, 18));
    columns.add(new Column("zone", text.get("column.zone"), Kind.TEXT, 14).offPaper());
    Column minutes = new Column("minutes", text.get("column.minutes"), Kind.AMOUNT, 9);
    columns.add(board.zoneMinutes().isEmpty() ? minutes.offPaper() : minutes);
    columns.add(new Column("facilities", text.get("column.facilities"), Kind.WHOLE, 8));
    columns.add(new Column("demand", text.get("column.demand"), Kind.AMOUNT, 11));
    columns.add(new Column("covered", text.get("column.covered"), Kind.AMOUNT, 11).offPaper());
    columns.add(new Column("uncovered", text.get("column.uncovered"), Kind.AMOUNT, 11));
    columns.add(new Column("coveredShare", text.get("column.coveredShare"), Kind.SHARE, 10));
    columns.add(
        new Column("unreachable", text.get("column.unreachable"), Kind.AMOUNT, 11).offPaper());
    columns.add(
        new Column("unknownPoints", text.get("column.unknownPoints"), Kind.WHOLE, 11).offPaper());
    if (board.weights() != null) {
      columns.add(new Column("weighted", text.get("column.weighted"), Kind.AMOUNT, 11));
    }
    columns.add(new Column("nearestMinutes", text.get("column.nearestMinutes"), Kind.MINUTES, 12));
    columns.add(new Column("reason", text.get("column.reason"), Kind.TEXT, 16));
    columns.add(new Column("barrierName", text.get("column.barrier"), Kind.TEXT, 16).offPaper());
    columns.add(
        new Column("no-facility", text.get("column.noFacility"), Kind.AMOUNT, 11).offPaper());
    columns.add(new Column("too-far", text.get("column.tooFar"), Kind.AMOUNT, 11).offPaper());
    columns.add(new Column("barrier", text.get("column.barred"), Kind.AMOUNT, 11).offPaper());
    columns.add(
        new Column("over-capacity", text.get("column.overCapacity"), Kind.AMOUNT, 11).offPaper());
    for (BoardAnswer.Spread speed : board.spread()) {
      columns.add(
          new Column(
                  "uncovered@" + Figures.plain(speed.speedKmh()),
                  text.get("column.speed", Figures.speed(speed.speedKmh())),
                  Kind.AMOUNT,
                  12)
              .offPaper());
    }
    for (DemandGroup group : DemandGroup.values()) {
      columns.add(
          new Column(
                  "uncovered." + group.code(),
                  text.get("column.groupLeft", text.pick(group.zh(), group.en())),
                  Kind.AMOUNT,
                  12)
              .offPaper());
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    board.rows().forEach(row -> rows.add(row(row, board, text)));
    return new ReportTable(text.get("board.table"), columns, rows);
  }

  private static List<@Nullable Object> row(
      BoardAnswer.Row row, BoardAnswer board, ReportText text) {
    CoverageAnswer.Numbers numbers = row.numbers();
    boolean known = row.rank() != null;
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.rank());
    values.add(row.code());
    values.add(row.name());
    values.add(text.label("level", row.level()));
    values.add(row.parentName());
    values.add(zone(row, text));
    values.add(row.minutes());
    values.add(row.facilities());
    values.add(known(known, numbers.demand()));
    values.add(known(known, numbers.covered()));
    values.add(known(known, numbers.uncovered()));
    values.add(numbers.coveredShare());
    values.add(known(known, numbers.unreachable()));
    values.add(numbers.unknownPoints());
    if (board.weights() != null) {
      values.add(row.weighted());
    }
    values.add(row.nearestMinutes());
    values.add(text.label("reason", row.reason().code()));
    values.add(barrier(row.barrier(), text));
    values.add(known(known, row.reasons().noFacility()));
    values.add(known(known, row.reasons().tooFar()));
    values.add(known(known, row.reasons().barrier()));
    values.add(row.reasons().overCapacity());
    for (int i = 0; i < board.spread().size(); i++) {
      values.add(
          known && i < row.spread().size() ? (Object) row.spread().get(i).uncovered() : null);
    }
    for (DemandGroup group : DemandGroup.values()) {
      BoardAnswer.Group of = row.groups().get(group.code());
      boolean nothingKnown = of == null || of.demand() == 0 && of.unknownPoints() > 0;
      values.add(nothingKnown ? null : (Object) of.uncovered());
    }
    return values;
  }

  private static @Nullable Object known(boolean known, double value) {
    return known ? (Object) value : null;
  }

  private static String zone(BoardAnswer.Row row, ReportText text) {
    List<String> zones = new ArrayList<>();
    if (row.urban() != null) {
      zones.add(text.get(row.urban() ? "zone.urban" : "zone.rural"));
    }
    if (row.serviceZone() != null) {
      zones.add(text.label("zone", row.serviceZone()));
    }
    return String.join(text.get("list.join"), zones);
  }

  private static @Nullable String barrier(Barriers.@Nullable Barrier barrier, ReportText text) {
    if (barrier == null) {
      return null;
    }
    String kind = text.label("barrier", barrier.kind());
    return barrier.name() == null ? kind : text.get("barrier.named", kind, barrier.name());
  }
}
