package org.caremap.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caremap.print.MessageFile;
import org.caremap.territory.TerritoryAnswer;
import org.caremap.territory.TerritoryRule;
import org.jspecify.annotations.Nullable;

/** A plan of territories in words and tables. */
final class TerritoryParts {
  private static final MessageFile ZH =
      new MessageFile(TerritoryParts.class, "territory_zh.properties");
  private static final MessageFile EN =
      new MessageFile(TerritoryParts.class, "territory_en.properties");

  private final TerritoryAnswer plan;
  private final MessageFile words;
  private final Map<String, String> names = new HashMap<>();

  TerritoryParts(TerritoryAnswer plan, ReportText text) {
    this.plan = plan;
    words = words(text);
    plan.units().forEach(unit -> names.put(unit.code(), unit.name()));
  }

  /** The words of a language. */
  static MessageFile words(ReportText text) {
    return text == ReportText.ZH ? ZH : EN;
  }

  String title() {
    return words.get("title." + plan.request().kind());
  }

  String subtitle(String place, String type) {
    return words.get(
        "subtitle",
        place,
        type,
        plan.parts().size(),
        words.get("balance." + plan.request().balance()));
  }

  String name() {
    return plan.saved() == null ? words.get("unsaved") : plan.saved().name();
  }

  private String partName(TerritoryAnswer.Part part) {
    return part.name() != null ? part.name() : words.get("partName", part.index() + 1);
  }

  private String communities(List<String> codes) {
    return codes.stream()
        .map(code -> names.getOrDefault(code, code))
        .collect(Collectors.joining(words.get("join")));
  }

  /** The plan in sentences, the most important first. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (plan.saved() != null) {
      sentences.add(words.get("saved", plan.saved().name(), plan.saved().version()));
    }
    sentences.add(words.get("imbalance", Figures.share(plan.imbalance())));
    if (plan.bound() == null) {
      sentences.add(words.get("noBound"));
    } else if (plan.proven()) {
      sentences.add(words.get("proven"));
    } else {
      sentences.add(words.get("bound", Figures.share(plan.bound())));
    }
    if (plan.contiguous()) {
      sentences.add(words.get("contiguous"));
    }
    plan.broken().forEach(broken -> sentences.add(broken(broken)));
    TerritoryAnswer.Present present = plan.present();
    sentences.add(
        words.get(
            "present",
            Figures.share(present.imbalance()),
            words.get(present.contiguous() ? "presentWhole" : "presentApart"),
            present.unknown(),
            present.split()));
    sentences.add(words.get("changes", present.changes()));
    if (!plan.stationsWithoutCommunity().isEmpty()) {
      sentences.add(
          words.get(
              "homeless",
              plan.stationsWithoutCommunity().stream()
                  .map(TerritoryAnswer.Place::name)
                  .collect(Collectors.joining(words.get("join")))));
    }
    if (plan.unknownPoints() > 0) {
      sentences.add(words.get("unknown", plan.unknownPoints()));
    }
    return sentences;
  }

  private String broken(TerritoryAnswer.Broken broken) {
    String part = broken.part() == null ? "" : partName(plan.parts().get(broken.part()));
    String codes = communities(broken.codes());
    return switch (broken.kind()) {
      case "pieces" -> words.get("broken", part, codes);
      case "empty" -> words.get("empty", part);
      case "centre-outside" -> words.get("centreOutside", part, codes);
      case "centre-gone" -> words.get("centreGone", part);
      default -> words.get(broken.kind(), codes);
    };
  }

  List<Part.Quote> quotes() {
    String wanted = plan.request().kind().equals("centres") ? "stations-per-centre" : "blocks";
    return plan.rules().stream()
        .filter(rule -> rule.code().equals(wanted))
        .map(TerritoryParts::quote)
        .toList();
  }

  private static Part.Quote quote(TerritoryRule rule) {
    return new Part.Quote(rule.source(), rule.quote());
  }

  private Column column(String key, Kind kind, int width) {
    return new Column(key, words.get("column." + key), kind, width);
  }

  /** One row a part. */
  ReportTable parts() {
    List<Column> columns =
        List.of(
            column("index", Kind.WHOLE, 8),
            column("name", Kind.TEXT, 24),
            column("centre", Kind.TEXT, 28),
            column("centreId", Kind.CODE, 14).offPaper(),
            column("units", Kind.WHOLE, 10),
            column("stations", Kind.WHOLE, 10),
            column("people", Kind.AMOUNT, 12),
            column("load", Kind.AMOUNT, 12).offPaper(),
            column("weight", Kind.AMOUNT, 12),
            column("target", Kind.AMOUNT, 12),
            column("deviation", Kind.SHARE, 12),
            column("contiguous", Kind.TEXT, 8),
            column("pieces", Kind.WHOLE, 8).offPaper(),
            column("meanMinutes", Kind.MINUTES, 12),
            column("presentStations", Kind.WHOLE, 12));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (TerritoryAnswer.Part part : plan.parts()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(part.index() + 1);
      row.add(partName(part));
      row.add(part.centre() == null ? null : part.centre().name());
      row.add(part.centre() == null ? null : part.centre().externalId());
      row.add(part.units());
      row.add(part.stations());
      row.add(part.people());
      row.add(part.load());
      row.add(part.weight());
      row.add(part.target());
      row.add(part.deviation());
      row.add(words.get(part.contiguous() ? "yes" : "no"));
      row.add(part.pieces().size());
      row.add(part.meanMinutes());
      row.add(plan.present().parts().get(part.index()).stations());
      rows.add(row);
    }
    return new ReportTable(words.get("parts"), columns, rows);
  }

  /** One row a community. */
  ReportTable units() {
    List<Column> columns =
        List.of(
            column("code", Kind.CODE, 16),
            column("unitName", Kind.TEXT, 20),
            column("town", Kind.TEXT, 16),
            column("part", Kind.WHOLE, 8),
            column("partName", Kind.TEXT, 24),
            column("stations", Kind.WHOLE, 10),
            column("people", Kind.AMOUNT, 12),
            column("weight", Kind.AMOUNT, 12).offPaper(),
            column("minutes", Kind.MINUTES, 12),
            column("present", Kind.WHOLE, 10),
            column("fixed", Kind.TEXT, 8).offPaper(),
            column("reason", Kind.TEXT, 14));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (TerritoryAnswer.Unit unit : plan.units()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(unit.code());
      row.add(unit.name());
      row.add(unit.townName());
      row.add(unit.part() < 0 ? null : unit.part() + 1);
      row.add(unit.part() < 0 ? null : partName(plan.parts().get(unit.part())));
      row.add(unit.stations());
      row.add(unit.people());
      row.add(unit.weight());
      row.add(unit.minutes());
      row.add(unit.present() == null ? null : unit.present() + 1);
      row.add(words.get(unit.fixed() ? "yes" : "no"));
      row.add(unit.reason() == null ? null : words.get("reason." + unit.reason()));
      rows.add(row);
    }
    return new ReportTable(words.get("units"), columns, rows);
  }

  /** All of it as a part of a report. */
  Part part() {
    return Part.of("territories", words.get("part"), List.of(), parts(), units()).quoting(quotes());
  }
}
