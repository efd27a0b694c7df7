package org.caremap.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.caremap.area.Area;
import org.caremap.core.coverage.ReachTally;
import org.caremap.core.routing.WhatIf;
import org.caremap.platform.ProblemException;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * A question with the state of today counted, on which changes can be tried many times a second:
 * each costs what it changes, for all groups and areas at once. The numbers are those of {@link
 * CoverageService} after really making the change. Immutable, safe for all threads.
 */
public final class Trial {
  private final CareSnapshot snapshot;
  private final Question question;
  private final Survey survey;
  private final WhatIf whatIf;
  private final ReachTally before;
  private final int[] operating;
  private final double meanMeters;

  /**
   * What is asked.
   *
   * @param types facilities of any of these count
   * @param group whose mean walk is asked for; people are counted of all groups
   * @param scope where, how far and for whom; never by straight lines
   */
  public record Question(List<String> types, DemandGroup group, Survey.Scope scope) {
    /** Sorts the types: their order means nothing. */
    public Question {
      types = types.stream().distinct().sorted().toList();
    }
  }

  private Trial(CareSnapshot snapshot, Question question, Survey survey, WhatIf whatIf) {
    this.snapshot = snapshot;
    this.question = question;
    this.survey = survey;
    this.whatIf = whatIf;
    operating = snapshot.operating(question.types());
    before = ReachTally.of(survey.table(), whatIf.base(), survey.cutoffs());
    meanMeters = before.meanMeters(whatIf.base(), question.group().ordinal());
  }

  static Trial of(CareSnapshot snapshot, Question question) {
    if (snapshot.streets() == null) {
      throw ProblemException.conflict("what-if needs streets; none are loaded");
    }
    if (question.scope().straightLine()) {
      throw ProblemException.badParameter(
          "straightLine", "true", "false: streets are what changes");
    }
    return new Trial(
        snapshot,
        question,
        Survey.of(snapshot, question.scope(), 1),
        snapshot.whatIf(question.types(), question.scope().walker()));
  }

  /** What it is computed from. */
  public CareSnapshot snapshot() {
    return snapshot;
  }

  /** What was asked. */
  public Question question() {
    return question;
  }

  /** The areas, in order of code; one more entry is for points of none. */
  public List<Area> areas() {
    return survey.areas();
  }

  /** Who is counted where. */
  public Survey survey() {
    return survey;
  }

  /** Facilities of the types that serve now, by catalogue index, ascending. */
  public int[] operating() {
    return operating.clone();
  }

  /** Whether a facility is one that serves now and is of the types. */
  public boolean isAskedFor(int facility) {
    return Arrays.binarySearch(operating, facility) >= 0;
  }

  /** Everybody of a group today. */
  public CoverageAnswer.Numbers total(DemandGroup group) {
    return survey.numbers(before.total(group.ordinal()), survey.table().size());
  }

  /** People of a group in one entry today. */
  public CoverageAnswer.Numbers area(int entry, DemandGroup group) {
    return survey.numbers(before.count(entry, group.ordinal()), survey.table().points(entry));
  }

  /**
   * Mean walk today of all people of the group asked for who can reach a facility; null where
   * nobody can.
   */
  public @Nullable Double meanMinutes() {
    return minutes(meanMeters);
  }

  private @Nullable Double minutes(double meters) {
    double speed = question.scope().walker().speedMetersPerSecond();
    return Double.isNaN(meters) ? null : Rounding.people(meters / speed / 60);
  }

  /**
   * Tries changes. Facilities must be of the types: those of others change nothing here.
   *
   * @param changes places in legal degrees, facilities by catalogue index
   */
  public Result of(PlannedChanges changes) {
    PlannedChanges.Laid laid =
        changes.over(
            snapshot.network(question.scope().walker().profile()), snapshot.snapLimitMeters());
    WhatIf.Outcome outcome = whatIf.evaluate(laid.change(), () -> false);
    return new Result(changes, laid, outcome);
  }

  /** What came of changes. */
  public final class Result {
    private final PlannedChanges changes;
    private final PlannedChanges.Laid laid;
    private final WhatIf.Outcome outcome;
    private final ReachTally.Changed after;

    private Result(PlannedChanges changes, PlannedChanges.Laid laid, WhatIf.Outcome outcome) {
      this.changes = changes;
      this.laid = laid;
      this.outcome = outcome;
      after = before.after(outcome.nearest(), outcome.changedPoints());
    }

    /** The trial that it is the result of. */
    public Trial trial() {
      return Trial.this;
    }

    /** What was tried. */
    public PlannedChanges changes() {
      return changes;
    }

    /** The same over the streets. */
    PlannedChanges.Laid laid() {
      return laid;
    }

    /** Where everything that has a place joins the streets. */
    public List<PlannedChanges.Joined> joined() {
      return laid.joined();
    }

    /** Everybody of a group afterwards. */
    public CoverageAnswer.Numbers total(DemandGroup group) {
      return survey.numbers(after.total(group.ordinal()), survey.table().size());
    }

    /** People of a group in one entry afterwards. */
    public CoverageAnswer.Numbers area(int entry, DemandGroup group) {
      return survey.numbers(after.count(entry, group.ordinal()), survey.table().points(entry));
    }

    /** Entries in which coverage is another, ascending. */
    public int[] touchedEntries() {
      return after.touchedEntries();
    }

    /** People of a group who arrive in time and did not. */
    public double gained(DemandGroup group) {
      return Rounding.people(after.gained(group.ordinal()));
    }

    /** People of a group who arrived in time and do no more. */
    public double lost(DemandGroup group) {
      return Rounding.people(after.lost(group.ordinal()));
    }

    /** Demand points with another way or another nearest facility. */
    public int changedPoints() {
      return outcome.changedPoints().length;
    }

    /** Mean walk afterwards; null where nobody can reach a facility. */
    public @Nullable Double meanMinutes() {
      return minutes(before.meanMeters(outcome.nearest(), question.group().ordinal()));
    }

    /** Facilities of the types that would serve. */
    public int facilities() {
      return staying().length + changes.moved().size() + changes.added().size();
    }

    /** Facilities that stay where they are, by catalogue index. */
    int[] staying() {
      List<Integer> moved = changes.moved().stream().map(PlannedChanges.Site::facility).toList();
      return IntStream.of(operating)
          .filter(i -> !changes.removed().contains(i) && !moved.contains(i))
          .toArray();
    }
  }
}
