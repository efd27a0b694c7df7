package org.caremap.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.caremap.core.coverage.BoardTally;
import org.caremap.coverage.AssignmentService;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.RecentAnswers;
import org.caremap.coverage.Rounding;
import org.caremap.coverage.Survey;
import org.caremap.ledger.Ledger;
import org.caremap.ledger.RunInputs;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** Who is left out, where and why. */
@ApplicationScoped
public class BoardService {
  /** Walking speeds of the spread as parts of the one asked for. */
  private static final double[] SPREAD = {0.7, 0.85, 1, 1.15, 1.3};

  // A board of a thousand areas takes 2 MB, a matrix of all types as much.
  private static final int KEPT = 6;

  private final AssignmentService assignments;
  private final Ledger ledger;
  private final RecentAnswers<BoardQuestion, BoardAnswer> boards = new RecentAnswers<>(KEPT);
  private final RecentAnswers<BoardQuestion, MatrixAnswer> matrices = new RecentAnswers<>(KEPT);

  BoardService(AssignmentService assignments, Ledger ledger) {
    this.assignments = assignments;
    this.ledger = ledger;
  }

  /**
   * The board of the types of a question, which serve together.
   *
   * @throws org.caremap.platform.ProblemException 400 where an area or zone is unknown
   */
  public BoardAnswer board(CareSnapshot snapshot, BoardQuestion question) {
    return boards.get(snapshot, question, () -> computeBoard(snapshot, question));
  }

  /**
   * Every type by itself, every group and every area, in one job over all cores: one sweep a type,
   * however many areas, groups and speeds there are.
   *
   * @throws org.caremap.platform.ProblemException 400 where an area or zone is unknown
   */
  public MatrixAnswer matrix(CareSnapshot snapshot, BoardQuestion question) {
    return matrices.get(snapshot, question, () -> computeMatrix(snapshot, question));
  }

  private BoardAnswer computeBoard(CareSnapshot snapshot, BoardQuestion question) {
    RunInputs inputs = ledger.inputs(snapshot, question.parameters(false), null);
    Survey survey = Survey.of(snapshot, question.scope(), SPREAD);
    int[] facilities = snapshot.operating(question.types());
    int[] cost = survey.costs(question.types());
    BitSet barred = survey.barred(facilities, cost);
    BoardTally tally = BoardTally.of(survey.table(), cost, survey.speeds(), barred);
    double @Nullable [] overCapacity =
        question.capacity()
            ? assignments.overCapacity(survey, question.types(), question.group())
            : null;
    BoardRows rows = new BoardRows(question, survey, facilities, cost, tally);
    int none = survey.areas().size();
    return new BoardAnswer(
        inputs.id(),
        inputs,
        survey.method().code(),
        question.types(),
        question.scope().minutes(),
        question.scope().zones().minutes(),
        question.scope().walker().speedKmh(),
        question.scope().walker().profile().code(),
        question.scope().walker().trip().code(),
        question.group().code(),
        question.weights().isEmpty() ? null : question.weights(),
        question.scope().level().code(),
        question.scope().area(),
        facilities.length,
        rows.total(),
        rows.spreadOfAll(),
        rows.ranked(barred, overCapacity),
        survey.table().points(none) == 0 ? null : rows.numbers(none));
  }

  private MatrixAnswer computeMatrix(CareSnapshot snapshot, BoardQuestion question) {
    RunInputs inputs = ledger.inputs(snapshot, question.parameters(true), null);
    Survey survey = Survey.of(snapshot, question.scope(), SPREAD);
    survey.prepare();
    int entries =
        survey.areas().size() + (survey.table().points(survey.areas().size()) > 0 ? 1 : 0);
    List<TypeColumn> columns =
        question.types().parallelStream()
            .map(type -> column(survey, type, question.group(), entries))
            .toList();
    return new MatrixAnswer(
        inputs.id(),
        inputs,
        survey.method().code(),
        question.scope().minutes(),
        question.scope().zones().minutes(),
        question.scope().walker().speedKmh(),
        question.scope().walker().profile().code(),
        question.group().code(),
        question.types(),
        List.of(DemandGroup.values()).stream().map(DemandGroup::code).toList(),
        IntStream.range(0, survey.speeds().count())
            .mapToObj(s -> Rounding.kmh(survey.speeds().speed(s)))
            .toList(),
        IntStream.range(0, entries).mapToObj(entry -> area(survey, columns, entry)).toList(),
        new MatrixAnswer.Total(
            columns.stream().map(TypeColumn::totalUncovered).toArray(double[][]::new),
            columns.get(0).totalDemand()));
  }

  /** What is kept of a type when its walks are forgotten. */
  private record TypeColumn(
      double[][] uncovered,
      double[][] bySpeed,
      double[][] demand,
      GapReason[] reasons,
      double[] totalUncovered,
      double[] totalDemand) {}

  private static TypeColumn column(Survey survey, String type, DemandGroup group, int entries) {
    int[] facilities = survey.snapshot().operating(List.of(type));
    int[] cost = survey.costsWithin(facilities);
    BoardTally tally =
        BoardTally.of(survey.table(), cost, survey.speeds(), survey.barred(facilities, cost));
    int[] inArea = survey.facilities(facilities);
    TypeColumn column =
        new TypeColumn(
            new double[entries][DemandGroup.COUNT],
            new double[entries][survey.speeds().count()],
            new double[entries][DemandGroup.COUNT],
            new GapReason[entries],
            new double[DemandGroup.COUNT],
            new double[DemandGroup.COUNT]);
    double[] left = new double[survey.speeds().count()];
    for (int entry = 0; entry < entries; entry++) {
      for (int g = 0; g < DemandGroup.COUNT; g++) {
        tally.uncovered(entry, g, left);
        column.uncovered[entry][g] = Rounding.people(left[survey.speeds().own()]);
        for (int s = 0; s < left.length && g == BoardRows.index(group); s++) {
          column.bySpeed[entry][s] = Rounding.people(left[s]);
        }
        column.demand[entry][g] = Rounding.people(tally.count(entry, g).demand());
      }
      column.reasons[entry] = BoardRows.reason(survey, tally, group, entry, inArea[entry], null);
    }
    for (int g = 0; g < DemandGroup.COUNT; g++) {
      column.totalUncovered[g] = Rounding.people(tally.total(g).uncovered());
      column.totalDemand[g] = Rounding.people(tally.total(g).demand());
    }
    return column;
  }

  private static MatrixAnswer.Area area(Survey survey, List<TypeColumn> columns, int entry) {
    org.caremap.area.@Nullable Area area =
        entry < survey.areas().size() ? survey.areas().get(entry) : null;
    return new MatrixAnswer.Area(
        area == null ? null : area.code(),
        area == null ? null : area.name(),
        area == null ? null : area.level().code(),
        area == null ? null : area.parentCode(),
        columns.stream().map(column -> column.uncovered[entry]).toArray(double[][]::new),
        columns.stream().map(column -> column.bySpeed[entry]).toArray(double[][]::new),
        columns.get(0).demand[entry],
        IntStream.range(0, DemandGroup.COUNT)
            .map(group -> survey.table().unknown(entry, group))
            .toArray(),
        columns.stream().map(column -> column.reasons[entry]).toList());
  }
}
