package org.caremap.core.standards;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges rules. Unknown inputs make intervals: a rule is met if the worst case meets it, missed if
 * the best case misses it, and cannot be judged otherwise, so that learning an input never turns
 * one verdict into the other.
 */
public final class RuleJudge {
  private final CountyFacts facts;
  private final Map<String, List<RuleException>> exceptions = new HashMap<>();

  /**
   * @param facts what is known
   * @param exceptions those approved later than the day that is judged do not count
   */
  public RuleJudge(CountyFacts facts, List<RuleException> exceptions) {
    this.facts = facts;
    for (RuleException exception : exceptions) {
      if (!exception.approvedOn().isAfter(facts.asOf())) {
        this.exceptions.computeIfAbsent(exception.rule(), rule -> new ArrayList<>()).add(exception);
      }
    }
  }

  /**
   * Judges one rule.
   *
   * @throws IllegalArgumentException naming an indicator that there is not
   */
  public RuleVerdict judge(StandardRule rule) {
    RuleInput in = new RuleInput(rule, facts);
    Findings findings = indicator(rule).find(in);
    double enough = findings instanceof Findings.Share share ? share.enough() : rule.threshold();
    List<Judged> judged = new ArrayList<>();
    for (Subject subject : findings.subjects()) {
      judged.add(judge(in, findings, subject, enough));
    }
    Whole own = whole(rule, findings, judged, false);
    Whole excepted = whole(rule, findings, judged, true);
    Set<Gap> gaps = new LinkedHashSet<>();
    if (findings instanceof Findings.Together together) {
      gaps.addAll(together.whole().gaps());
    } else {
      judged.forEach(one -> gaps.addAll(one.gaps));
    }
    if (own.kept == Truth.UNKNOWN && judged.stream().noneMatch(Judged::counts)) {
      judged.forEach(one -> gaps.addAll(one.subject.applies().gaps()));
    }
    return new RuleVerdict(
        rule,
        outcome(rule, own.kept, findings),
        outcome(rule, excepted.kept, findings),
        own.value,
        own.numerator,
        own.denominator,
        wantedMet(rule, findings),
        (int) judged.stream().filter(one -> one.exception != null).count(),
        gaps,
        in.countUndated(),
        judged.stream().map(one -> verdict(rule, one)).toList());
  }

  private static Indicator indicator(StandardRule rule) {
    return Indicators.find(rule.indicator())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "indicator is '%s'; legal: %s"
                        .formatted(rule.indicator(), Indicators.legal())));
  }

  /** A subject with what is said of it; a plain value, as it is asked twice. */
  private record Judged(
      Subject subject,
      Truth keeps,
      Truth keepsExcepted,
      Set<Gap> gaps,
      @Nullable RuleException exception) {
    /** Whether the rule is about it for sure. */
    boolean counts() {
      return subject.applies().truth() == Truth.YES;
    }
  }

  private record Whole(Truth kept, Bounds value, Bounds numerator, Bounds denominator) {}

  private Judged judge(RuleInput in, Findings findings, Subject subject, double enough) {
    StandardRule rule = in.rule();
    Comparison comparison =
        findings instanceof Findings.Share ? Comparison.AT_LEAST : rule.comparison();
    Set<Gap> gaps = new LinkedHashSet<>(subject.measure().gaps());
    Truth keeps = Truth.UNKNOWN;
    if (comparison != Comparison.ABOUT) {
      Known known =
          findings instanceof Findings.Share
              ? new Known(subject.measure().value().keeps(comparison, enough), Set.of())
              : keeps(rule, subject, comparison);
      keeps = known.truth();
      gaps.addAll(known.gaps());
    }
    if (keeps != Truth.YES || findings instanceof Findings.Share) {
      gaps.addAll(subject.applies().gaps());
    }
    RuleException exception = exception(rule, subject).orElse(null);
    Truth excepted = exception == null ? keeps : keepsExcepted(in, subject, exception, keeps);
    return new Judged(subject, keeps, excepted, gaps, exception);
  }

  /** Against the threshold, or the lower one where few elders live. */
  private Known keeps(StandardRule rule, Subject subject, Comparison comparison) {
    Bounds value = subject.measure().value();
    Truth strict = value.keeps(comparison, rule.threshold());
    if (rule.relaxed() == null) {
      return new Known(strict, Set.of());
    }
    Truth loose = value.keeps(comparison, rule.relaxed().threshold());
    if (strict == loose) {
      return new Known(strict, Set.of());
    }
    if (rule.relaxed().elders() == null) {
      return Known.unknown(new Gap(Gap.Field.FEW_ELDERS, Gap.Of.RULE, rule.id()));
    }
    Bounds elders =
        subject.elderArea() == null
            ? Bounds.ANY
            : facts.people(subject.elderArea(), rule.text("group", RuleInput.ELDERS)).bounds();
    return switch (elders.keeps(Comparison.AT_LEAST, rule.relaxed().elders())) {
      case YES -> new Known(strict, Set.of());
      case NO -> new Known(loose, Set.of());
      case UNKNOWN ->
          Known.unknown(
              subject.elderArea() == null
                  ? new Gap(Gap.Field.AREA_CODE, Gap.Of.FACILITY, subject.id())
                  : new Gap(Gap.Field.ELDERS, Gap.Of.AREA, subject.elderArea()));
    };
  }

  private Optional<RuleException> exception(StandardRule rule, Subject subject) {
    return exceptions.getOrDefault(rule.id(), List.of()).stream()
        .filter(
            one ->
                switch (subject.kind()) {
                  case AREA -> subject.id().equals(one.area());
                  case FACILITY -> subject.id().equals(one.facility());
                  case OPERATOR -> false;
                })
        .max(Comparator.comparing(RuleException::approvedOn).thenComparing(RuleException::id));
  }

  private Truth keepsExcepted(RuleInput in, Subject subject, RuleException exception, Truth keeps) {
    return switch (exception.kind()) {
      case WAIVED -> Truth.YES;
      case SHARED ->
          keeps.or(
              facts
                  .findFacility(exception.servedBy())
                  .map(in::matches)
                  .map(Known::truth)
                  .orElse(Truth.NO));
      case SEVERAL ->
          exception.required() == null
              ? keeps
              : subject.measure().value().keeps(Comparison.AT_LEAST, exception.required());
    };
  }

  private static Whole whole(
      StandardRule rule, Findings findings, List<Judged> judged, boolean excepted) {
    if (findings instanceof Findings.Together together) {
      Measure whole = together.whole();
      return new Whole(
          keeps(rule, whole.value()), whole.value(), whole.numerator(), whole.denominator());
    }
    int sureYes = 0;
    int sureNo = 0;
    int sureUnknown = 0;
    int maybeYes = 0;
    int maybeNo = 0;
    int maybeUnknown = 0;
    for (Judged one : judged) {
      Truth keeps = excepted ? one.keepsExcepted : one.keeps;
      boolean sure = one.counts();
      switch (keeps) {
        case YES -> {
          sureYes += sure ? 1 : 0;
          maybeYes += sure ? 0 : 1;
        }
        case NO -> {
          sureNo += sure ? 1 : 0;
          maybeNo += sure ? 0 : 1;
        }
        case UNKNOWN -> {
          sureUnknown += sure ? 1 : 0;
          maybeUnknown += sure ? 0 : 1;
        }
      }
    }
    int sure = sureYes + sureNo + sureUnknown;
    Bounds kept = new Bounds(sureYes, sureYes + sureUnknown + maybeYes + maybeUnknown);
    Bounds all = new Bounds(sure, sure + maybeYes + maybeNo + maybeUnknown);
    if (findings instanceof Findings.Share) {
      // One more that has it raises a share, one more that does not lowers it.
      double worst = percent(sureYes, sure + maybeNo + maybeUnknown, 0);
      double best =
          percent(
              sureYes + sureUnknown + maybeYes + maybeUnknown, sure + maybeYes + maybeUnknown, 100);
      Bounds share = judged.isEmpty() ? Bounds.ANY : new Bounds(Math.min(worst, best), best);
      return new Whole(keeps(rule, share), share, kept, all);
    }
    // Where nothing counts for sure there may be nothing that the rule is about.
    boolean open = sureUnknown + maybeNo + maybeUnknown > 0 || (sure == 0 && !judged.isEmpty());
    Truth each = sureNo > 0 ? Truth.NO : open ? Truth.UNKNOWN : Truth.YES;
    if (judged.size() == 1) {
      Measure one = judged.get(0).subject.measure();
      return new Whole(each, one.value(), one.numerator(), one.denominator());
    }
    return new Whole(each, worst(rule, judged), kept, all);
  }

  private static Truth keeps(StandardRule rule, Bounds value) {
    return rule.comparison() == Comparison.ABOUT
        ? Truth.UNKNOWN
        : value.keeps(rule.comparison(), rule.threshold());
  }

  private static double percent(int part, int all, double ofNothing) {
    return all == 0 ? ofNothing : 100.0 * part / all;
  }

  /** The worst value of all; what may not count does not limit how good that can be. */
  private static Bounds worst(StandardRule rule, List<Judged> judged) {
    if (judged.isEmpty()) {
      return Bounds.ANY;
    }
    boolean most = rule.comparison() == Comparison.AT_MOST;
    boolean anySure = judged.stream().anyMatch(Judged::counts);
    double worst = most ? 0 : Double.POSITIVE_INFINITY;
    double best = most == anySure ? 0 : Double.POSITIVE_INFINITY;
    for (Judged one : judged) {
      Bounds value = one.subject.measure().value();
      worst = most ? Math.max(worst, value.high()) : Math.min(worst, value.low());
      double bestOfOne = most ? value.low() : value.high();
      if (!anySure) {
        best = most ? Math.min(best, bestOfOne) : Math.max(best, bestOfOne);
      } else if (one.counts()) {
        best = most ? Math.max(best, bestOfOne) : Math.min(best, bestOfOne);
      }
    }
    return most ? new Bounds(best, worst) : new Bounds(worst, best);
  }

  private Outcome outcome(StandardRule rule, Truth kept, Findings findings) {
    // How many operators there are is asked of the county, even if it has none.
    boolean counted =
        findings instanceof Findings.Together together && together.whole().denominator().low() > 0;
    boolean nothing = findings.subjects().isEmpty() && !counted;
    return nothing ? Outcome.NOT_APPLICABLE : outcome(rule, kept, facts.asOf());
  }

  private static Outcome outcome(StandardRule rule, Truth kept, LocalDate asOf) {
    if (rule.comparison() == Comparison.ABOUT) {
      return Outcome.REPORTED;
    }
    return switch (kept) {
      case YES -> Outcome.MET;
      case UNKNOWN -> Outcome.CANNOT_BE_JUDGED;
      case NO -> isDueLater(rule, asOf) ? Outcome.NOT_YET : Outcome.MISSED;
    };
  }

  /** A plan that names a year gives time to its last day. */
  private static boolean isDueLater(StandardRule rule, LocalDate asOf) {
    return rule.due() != null && LocalDate.of(rule.due(), Month.DECEMBER, 31).isAfter(asOf);
  }

  private SubjectVerdict verdict(StandardRule rule, Judged one) {
    boolean sure = one.subject.applies().truth() == Truth.YES;
    return new SubjectVerdict(
        one.subject,
        outcome(rule, sure ? one.keeps : one.keeps.or(Truth.UNKNOWN), facts.asOf()),
        one.gaps,
        one.exception,
        outcome(
            rule, sure ? one.keepsExcepted : one.keepsExcepted.or(Truth.UNKNOWN), facts.asOf()));
  }

  private @Nullable Boolean wantedMet(StandardRule rule, Findings findings) {
    if (rule.wanted() == null || rule.comparison() == Comparison.ABOUT) {
      return null;
    }
    StandardRule stricter = rule.withThreshold(rule.wanted());
    Findings again = indicator(stricter).find(new RuleInput(stricter, facts));
    List<Judged> judged = new ArrayList<>();
    RuleInput in = new RuleInput(stricter, facts);
    for (Subject subject : again.subjects()) {
      judged.add(judge(in, again, subject, rule.wanted()));
    }
    boolean nothing = outcome(rule, Truth.YES, findings) == Outcome.NOT_APPLICABLE;
    return switch (whole(stricter, again, judged, false).kept) {
      case YES -> nothing ? null : Boolean.TRUE;
      case NO -> nothing ? null : Boolean.FALSE;
      case UNKNOWN -> null;
    };
  }
}
