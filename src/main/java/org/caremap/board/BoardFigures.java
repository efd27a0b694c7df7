package org.caremap.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.ledger.FigureSource;
import org.jspecify.annotations.Nullable;

/** The figures of boards and matrices, for the ledger. */
@ApplicationScoped
class BoardFigures implements FigureSource {
  static final String KIND = "board";

  private static final String TOTAL = "total";
  private static final String NO_AREA = "none";

  private final BoardService boards;
  private final BoardQuestions questions;

  BoardFigures(BoardService boards, BoardQuestions questions) {
    this.boards = boards;
    this.questions = questions;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<String, Double> figures(CareSnapshot snapshot, Map<String, String> question) {
    BoardQuestion read = questions.read(question);
    return BoardQuestions.isMatrix(question)
        ? figures(boards.matrix(snapshot, read))
        : figures(boards.board(snapshot, read));
  }

  @Override
  public Map<String, String> asked(Map<String, String> question) {
    return questions.read(question).parameters(BoardQuestions.isMatrix(question));
  }

  static Map<String, Double> figures(BoardAnswer answer) {
    Figures figures = new Figures();
    String types = KIND + "/" + String.join("+", answer.types()) + "/";
    String prefix = types + answer.group() + "/";
    numbers(figures, prefix + TOTAL, answer.total());
    spread(figures, prefix + TOTAL, answer.spread());
    if (answer.unassigned() != null) {
      numbers(figures, prefix + NO_AREA, answer.unassigned());
    }
    for (BoardAnswer.Row row : answer.rows()) {
      String at = prefix + row.code();
      numbers(figures, at, row.numbers());
      figures.put(at + "/rank", row.rank() == null ? null : row.rank().doubleValue());
      figures.put(at + "/facilities", (double) row.facilities());
      figures.put(at + "/weighted", row.weighted());
      figures.put(at + "/nearestMinutes", row.nearestMinutes());
      figures.put(at + "/no-facility", row.reasons().noFacility());
      figures.put(at + "/too-far", row.reasons().tooFar());
      figures.put(at + "/barrier", row.reasons().barrier());
      figures.put(at + "/over-capacity", row.reasons().overCapacity());
      spread(figures, at, row.spread());
      row.groups()
          .forEach(
              (code, group) -> {
                String of = types + code + "/" + row.code();
                figures.put(of + "/demand", group.demand());
                figures.put(of + "/uncovered", group.uncovered());
                figures.put(of + "/unknownPoints", (double) group.unknownPoints());
              });
    }
    return figures.all;
  }

  private static void numbers(Figures figures, String at, CoverageAnswer.Numbers numbers) {
    figures.put(at + "/demand", numbers.demand());
    figures.put(at + "/covered", numbers.covered());
    figures.put(at + "/uncovered", numbers.uncovered());
    figures.put(at + "/unreachable", numbers.unreachable());
    figures.put(at + "/unknownPoints", (double) numbers.unknownPoints());
    figures.put(at + "/coveredShare", numbers.coveredShare());
  }

  private static void spread(Figures figures, String at, List<BoardAnswer.Spread> spread) {
    for (BoardAnswer.Spread speed : spread) {
      figures.put(at + "/uncovered@" + speed.speedKmh(), speed.uncovered());
    }
  }

  static Map<String, Double> figures(MatrixAnswer answer) {
    Figures figures = new Figures();
    for (int t = 0; t < answer.types().size(); t++) {
      for (int g = 0; g < answer.groups().size(); g++) {
        String prefix = KIND + "/" + answer.types().get(t) + "/" + answer.groups().get(g) + "/";
        figures.put(prefix + TOTAL + "/demand", answer.total().demand()[g]);
        figures.put(prefix + TOTAL + "/uncovered", answer.total().uncovered()[t][g]);
        for (MatrixAnswer.Area area : answer.areas()) {
          String at = prefix + (area.code() == null ? NO_AREA : area.code());
          figures.put(at + "/demand", area.demand()[g]);
          figures.put(at + "/uncovered", area.uncovered()[t][g]);
        }
      }
    }
    return figures.all;
  }

  /** Known figures in the order in which they were given. */
  private static final class Figures {
    private final Map<String, Double> all = new LinkedHashMap<>();

    void put(String key, @Nullable Double value) {
      if (value != null) {
        all.put(key, value);
      }
    }
  }
}
