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

/** Puts reports together from the answers of the slices; it computes no figure of its own. */
@ApplicationScoped
class ReportService {
  private final BoardParts boards;
  private final Names names;
  private final Clock clock;

  ReportService(BoardParts boards, Names names, CareMapConfig config) {
    this.boards = boards;
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
        boards.sentences(board, snapshot, text),
        List.of(boards.part(board, snapshot, text).silent(), method(text)));
  }

  private Report.Run run(String name, RunInputs inputs, CareSnapshot snapshot, ReportText text) {
    return new Report.Run(
        text.get(name),
        inputs.id(),
        inputs,
        names.asked(inputs.question(), snapshot.areas(), text),
        true);
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
