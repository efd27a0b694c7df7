package org.caremap.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.caremap.area.Area;
import org.caremap.core.coverage.BoardTally;
import org.caremap.core.coverage.CoverageCount;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.coverage.Rounding;
import org.caremap.coverage.Survey;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one board from what was counted. */
final class BoardRows {
  private final BoardQuestion question;
  private final Survey survey;
  private final int[] facilities;
  private final int[] cost;
  private final BoardTally tally;
  private final int group;

  /**
   * @param facilities catalogue indices of those that serve
   * @param cost to the nearest of them, of every demand point
   */
  BoardRows(BoardQuestion question, Survey survey, int[] facilities, int[] cost, BoardTally tally) {
    this.question = question;
    this.survey = survey;
    this.facilities = facilities;
    this.cost = cost;
    this.tally = tally;
    group = index(question.group());
  }

  /** Where a survey's table has a group. */
  @SuppressWarnings("EnumOrdinal") // the order of the table's groups
  static int index(DemandGroup group) {
    return group.ordinal();
  }

  CoverageAnswer.Numbers total() {
    return survey.numbers(tally.total(group), survey.table().size());
  }

  CoverageAnswer.Numbers numbers(int entry) {
    return survey.numbers(tally.count(entry, group), survey.table().points(entry));
  }

  List<BoardAnswer.Spread> spreadOfAll() {
    List<BoardAnswer.Spread> spread = new ArrayList<>();
    for (int s = 0; s < survey.speeds().count(); s++) {
      spread.add(spread(s, tally.total(group, s)));
    }
    return spread;
  }

  private List<BoardAnswer.Spread> spread(int entry) {
    List<BoardAnswer.Spread> spread = new ArrayList<>();
    for (int s = 0; s < survey.speeds().count(); s++) {
      spread.add(spread(s, tally.count(entry, group, s)));
    }
    return spread;
  }

  private BoardAnswer.Spread spread(int speed, CoverageCount count) {
    return new BoardAnswer.Spread(
        Rounding.kmh(survey.speeds().speed(speed)),
        Rounding.people(count.uncovered()),
        count.demand() == 0 ? null : Rounding.share(count.coveredShare()));
  }

  /**
   * All areas, worst first.
   *
   * @param barred positions of the points that a facility is near by the straight line only
   * @param overCapacity of each entry, null where that is not known
   */
  List<BoardAnswer.Row> ranked(BitSet barred, double @Nullable [] overCapacity) {
    int[] inArea = survey.facilities(facilities);
    List<@Nullable Double> minutes = survey.minutes();
    double[] medians = medians();
    BarrierNames names = new BarrierNames(survey, facilities, barred, group);
    List<BoardAnswer.Row> rows = new ArrayList<>();
    for (int entry = 0; entry < survey.areas().size(); entry++) {
      rows.add(row(entry, minutes.get(entry), inArea[entry], medians[entry], overCapacity, names));
    }
    rows.sort(
        Comparator.comparingDouble((BoardAnswer.Row row) -> -worth(row).orElse(-1.0))
            .thenComparing(BoardAnswer.Row::code));
    List<BoardAnswer.Row> ranked = new ArrayList<>();
    for (BoardAnswer.Row row : rows) {
      ranked.add(worth(row).isPresent() ? withRank(row, ranked.size() + 1) : row);
    }
    return ranked;
  }

  /** By what a row is ranked; nothing where nothing is known. */
  private Optional<Double> worth(BoardAnswer.Row row) {
    if (!question.weights().isEmpty()) {
      return Optional.ofNullable(row.weighted());
    }
    return row.numbers().points() == row.numbers().unknownPoints()
        ? Optional.empty()
        : Optional.of(row.numbers().uncovered());
  }

  private BoardAnswer.Row row(
      int entry,
      @Nullable Double minutes,
      int inArea,
      double median,
      double @Nullable [] overCapacity,
      BarrierNames names) {
    Area area = survey.areas().get(entry);
    Double over = overCapacity == null ? null : Rounding.people(overCapacity[entry]);
    double far = Rounding.people(tally.far(entry, group));
    double barred = Rounding.people(tally.barred(entry, group));
    return new BoardAnswer.Row(
        null,
        area.code(),
        area.name(),
        area.level().code(),
        area.parentCode(),
        survey.snapshot().areas().find(area.parentCode()).map(Area::name).orElse(null),
        first(area, Area::urban),
        first(area, Area::serviceZone),
        minutes,
        inArea,
        numbers(entry),
        weighted(entry),
        Double.isNaN(median) ? null : median,
        reason(survey, tally, question.group(), entry, inArea, over),
        new BoardAnswer.Reasons(inArea == 0 ? far : 0, inArea == 0 ? 0 : far, barred, over),
        barred > 0 ? names.of(entry).orElse(null) : null,
        spread(entry),
        groups(entry));
  }

  /** What the area says of itself, or the smallest around it that says anything. */
  private <T> @Nullable T first(Area area, Function<Area, @Nullable T> fact) {
    for (Area around : survey.snapshot().areas().lineage(area.code())) {
      T says = fact.apply(around);
      if (says != null) {
        return says;
      }
    }
    return null;
  }

  private static BoardAnswer.Row withRank(BoardAnswer.Row row, int rank) {
    return new BoardAnswer.Row(
        rank,
        row.code(),
        row.name(),
        row.level(),
        row.parent(),
        row.parentName(),
        row.urban(),
        row.serviceZone(),
        row.minutes(),
        row.facilities(),
        row.numbers(),
        row.weighted(),
        row.nearestMinutes(),
        row.reason(),
        row.reasons(),
        row.barrier(),
        row.spread(),
        row.groups());
  }

  private @Nullable Double weighted(int entry) {
    double sum = 0;
    boolean known = false;
    for (DemandGroup weighed : DemandGroup.values()) {
      Double weight = question.weights().get(weighed.code());
      if (weight != null && isKnown(survey, entry, index(weighed))) {
        sum += weight * tally.count(entry, index(weighed)).uncovered();
        known = true;
      }
    }
    return known ? Rounding.people(sum) : null;
  }

  private static boolean isKnown(Survey survey, int entry, int group) {
    return survey.table().unknown(entry, group) < survey.table().points(entry);
  }

  private Map<String, BoardAnswer.Group> groups(int entry) {
    Map<String, BoardAnswer.Group> groups = new LinkedHashMap<>();
    for (DemandGroup each : DemandGroup.values()) {
      CoverageCount count = tally.count(entry, index(each));
      groups.put(
          each.code(),
          new BoardAnswer.Group(
              Rounding.people(count.demand()),
              Rounding.people(count.uncovered()),
              count.unknownPoints()));
    }
    return groups;
  }

  /**
   * What leaves out most people of a group in an entry.
   *
   * @param inArea facilities in the area
   * @param over people who find everything full, null where not known
   */
  static GapReason reason(
      Survey survey,
      BoardTally tally,
      DemandGroup group,
      int entry,
      int inArea,
      @Nullable Double over) {
    if (!isKnown(survey, entry, index(group))) {
      return GapReason.UNKNOWN;
    }
    double far = Rounding.people(tally.far(entry, index(group)));
    double barred = Rounding.people(tally.barred(entry, index(group)));
    double full = over == null ? 0 : over;
    if (far <= 0 && barred <= 0 && full <= 0) {
      return GapReason.NONE;
    }
    if (far >= barred && far >= full) {
      return inArea == 0 ? GapReason.NO_FACILITY : GapReason.TOO_FAR;
    }
    return barred >= full ? GapReason.BARRIER : GapReason.OVER_CAPACITY;
  }

  /**
   * Median minutes of the people of each entry who do not arrive in time but do arrive; NaN where
   * there are none.
   */
  private double[] medians() {
    int size = survey.table().size();
    double[] people = new double[survey.table().entryCount()];
    long[] walks = new long[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      int walk = cost[survey.table().point(i)];
      if (walk < WalkingNetwork.UNREACHED
          && survey.table().people(group, i) > 0
          && !survey.cutoffs().covers(i, WalkingNetwork.meters(walk))) {
        walks[count++] = (long) walk << 32 | i;
        people[survey.table().entry(i)] += survey.table().people(group, i);
      }
    }
    Arrays.sort(walks, 0, count);
    double[] medians = new double[people.length];
    Arrays.fill(medians, Double.NaN);
    double[] sofar = new double[people.length];
    double metersPerMinute = question.scope().walker().speedMetersPerSecond() * 60;
    for (int k = 0; k < count; k++) {
      int i = (int) walks[k];
      int entry = survey.table().entry(i);
      sofar[entry] += survey.table().people(group, i);
      if (Double.isNaN(medians[entry]) && sofar[entry] * 2 >= people[entry]) {
        double minutes = WalkingNetwork.meters((int) (walks[k] >>> 32)) / metersPerMinute;
        medians[entry] = Math.rint(minutes * 100) / 100;
      }
    }
    return medians;
  }
}
