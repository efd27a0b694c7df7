package org.caremap.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.caremap.board.BoardAnswer;
import org.caremap.coverage.CareSnapshot;
import org.caremap.ledger.RunInputs;
import org.caremap.platform.CareMapConfig;
import org.caremap.standards.CommunitiesAnswer;
import org.caremap.standards.VerdictAnswer;
import org.caremap.supply.SupplyAnswer;
import org.caremap.targets.ProgressAnswer;
import org.caremap.targets.TargetService;
import org.caremap.territory.TerritoryAnswer;

/** Puts reports together from the answers of the slices; it computes no figure of its own. */
@ApplicationScoped
class ReportService {
  // The worst; all of them are in the spreadsheet and in the board by itself.
  private static final int PRINTED_RANKS = 60;

  private final BoardParts boards;
  private final VerdictParts judged;
  private final TargetParts aimed;
  private final SupplyParts supplied;
  private final TargetService tables;
  private final Names names;
  private final Clock clock;

  ReportService(
      BoardParts boards,
      VerdictParts judged,
      TargetParts aimed,
      SupplyParts supplied,
      TargetService tables,
      Names names,
      CareMapConfig config) {
    this.boards = boards;
    this.judged = judged;
    this.aimed = aimed;
    this.supplied = supplied;
    this.tables = tables;
    this.names = names;
    this.clock = Clock.system(ZoneId.of(config.timeZone()));
  }

  /** The gap board by itself. */
  Report board(BoardAnswer board, CareSnapshot snapshot, ReportText text) {
    return new Report(
        text.get("board.file"),
        text.get("board.title"),
        boards.subtitle(board, snapshot.areas(), text),
        today(),
        text,
        List.of(run("board.run", board.inputs(), snapshot, text)),
        List.of(new Report.Lead("", boards.sentences(board, snapshot, text))),
        List.of(boards.part(board, snapshot, text).silent(), method(text)));
  }

  /** A plan of territories by itself. */
  Report territories(TerritoryAnswer plan, CareSnapshot snapshot, ReportText text) {
    TerritoryParts parts = new TerritoryParts(plan, text);
    return new Report(
        parts.name(),
        parts.title(),
        parts.subtitle(
            Names.place(snapshot.areas(), plan.request().area(), text),
            names.type(plan.request().type(), text)),
        today(),
        text,
        List.of(
            new Report.Run(
                TerritoryParts.words(text).get("run"),
                plan.run(),
                plan.inputs(),
                names.asked(plan.inputs().question(), snapshot.areas(), text),
                true)),
        List.of(new Report.Lead("", parts.sentences())),
        List.of(parts.part()));
  }

  Report.Run run(String name, RunInputs inputs, CareSnapshot snapshot, ReportText text) {
    return new Report.Run(
        text.get(name),
        inputs.id(),
        inputs,
        names.asked(inputs.question(), snapshot.areas(), text),
        true);
  }

  /**
   * Verdicts by themselves.
   *
   * @param byCommunity whether the run of the whole is that of the communities
   */
  Report verdicts(
      VerdictAnswer verdicts,
      CommunitiesAnswer communities,
      boolean byCommunity,
      CareSnapshot snapshot,
      ReportText text) {
    Report.Run rules = run("verdicts.run", verdicts.inputs(), snapshot, text);
    Report.Run rows = run("verdicts.communitiesRun", communities.inputs(), snapshot, text);
    return new Report(
        text.get("verdicts.file"),
        text.get("verdicts.title"),
        text.get(
            "verdicts.subtitle",
            Names.place(snapshot.areas(), verdicts.inputs().question().get("area"), text),
            judged.plans(verdicts.plans(), text),
            text.day(LocalDate.parse(verdicts.asOf()))),
        today(),
        text,
        byCommunity ? List.of(rows, rules) : List.of(rules, rows),
        List.of(new Report.Lead("", judged.sentences(verdicts, communities, text))),
        List.of(judged.part(verdicts, communities, text).silent(), method(text)));
  }

  ReportTable ruleTable(VerdictAnswer verdicts, ReportText text) {
    return judged.rules(verdicts, text);
  }

  ReportTable communityTable(CommunitiesAnswer communities, ReportText text) {
    return judged.communities(communities, text);
  }

  /** Progress towards the targets of one table by itself. */
  Report targets(ProgressAnswer progress, CareSnapshot snapshot, ReportText text) {
    List<Report.Run> runs = new ArrayList<>();
    Part part = targetPart(progress, "targets", runs, snapshot, text);
    return new Report(
        text.get("targets.file"),
        text.get("targets.title"),
        text.get(
            "targets.subtitle",
            Names.place(snapshot.areas(), progress.inputs().question().get("area"), text),
            text.pick(progress.zh(), progress.en()),
            text.day(progress.asOf())),
        today(),
        text,
        runs,
        List.of(new Report.Lead("", aimed.sentences(progress, text))),
        List.of(part.silent()));
  }

  ReportTable targetTable(ProgressAnswer progress, ReportText text) {
    List<ProgressAnswer.Row> all = new ArrayList<>(progress.rows());
    all.addAll(progress.totals());
    return aimed.table(all, text.get("targets.rows"), true, text);
  }

  private Part targetPart(
      ProgressAnswer progress,
      String id,
      List<Report.Run> runs,
      CareSnapshot snapshot,
      ReportText text) {
    runs.add(run("targets.run", progress.inputs(), snapshot, text));
    List<ProgressAnswer> byYear = aimed.byYear(snapshot, progress, progress.code());
    for (ProgressAnswer year : byYear) {
      if (!year.run().equals(progress.run())) {
        Report.Run run = run("targets.run", year.inputs(), snapshot, text).amongSources();
        runs.add(run.named(text.get("targets.yearRun", Integer.toString(year.asOf().getYear()))));
      }
    }
    return aimed.part(progress, byYear, tables.check(progress.code()), id, text);
  }

  /** Everything in one document. */
  Report whole(
      BoardAnswer board,
      VerdictAnswer verdicts,
      CommunitiesAnswer communities,
      List<ProgressAnswer> progress,
      SupplyAnswer supply,
      CareSnapshot snapshot,
      ReportText text) {
    List<Report.Run> runs = new ArrayList<>();
    List<Report.Lead> summary = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    runs.add(run("board.run", board.inputs(), snapshot, text));
    summary.add(new Report.Lead(text.get("board.part"), boards.sentences(board, snapshot, text)));
    parts.add(boards.part(board, snapshot, text).silent().printing(PRINTED_RANKS));
    runs.add(run("verdicts.run", verdicts.inputs(), snapshot, text));
    runs.add(run("verdicts.communitiesRun", communities.inputs(), snapshot, text).amongSources());
    summary.add(
        new Report.Lead(text.get("verdicts.part"), judged.sentences(verdicts, communities, text)));
    parts.add(judged.part(verdicts, communities, text).silent());
    for (ProgressAnswer one : progress) {
      Part part = targetPart(one, "targets" + parts.size(), runs, snapshot, text);
      // The method is said once, beside the charts.
      summary.add(new Report.Lead(part.title(), aimed.brief(one, text)));
      parts.add(part);
    }
    runs.add(run("supply.run", supply.inputs(), snapshot, text));
    summary.add(
        new Report.Lead(
            text.get("supply.part"), supplied.sentences(supply, text).stream().skip(1).toList()));
    parts.add(supplied.part(supply, snapshot.areas(), text));
    parts.add(method(text));
    return new Report(
        text.get("whole.file"),
        text.get("whole.title"),
        boards.subtitle(board, snapshot.areas(), text),
        today(),
        text,
        runs,
        summary,
        parts);
  }

  static Part method(ReportText text) {
    List<String> says = new ArrayList<>();
    for (String key : List.of("network", "people", "reasons", "numbers")) {
      says.add(text.get("method." + key));
    }
    return Part.of("method", text.get("method.title"), says);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}
