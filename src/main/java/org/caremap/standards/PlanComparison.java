package org.caremap.standards;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caremap.core.standards.AppliesTo;
import org.caremap.core.standards.StandardRule;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rules of two plans that ask about the same thing beside each other: the same indicator,
 * of areas and types of facilities that overlap, under the same conditions. Where several fit,
 * those whose scope is most alike go together.
 */
final class PlanComparison {
  /** Indicators of a ratio, which mean the same of a whole territory and of each of its parts. */
  private static final Set<String> RATIOS =
      Set.of(
          "walking-minutes",
          "beds-per-1000-elders",
          "land-per-resident",
          "nursing-bed-share",
          "socially-run-share",
          "medical-care-share");

  private static final Set<String> RURAL = Set.of("village", "natural_village");

  private final List<StandardRule> a;
  private final List<StandardRule> b;
  private final Map<String, VerdictAnswer.Rule> verdicts = new HashMap<>();

  /**
   * @param verdicts answers that hold the verdicts of all these rules
   */
  PlanComparison(List<StandardRule> a, List<StandardRule> b, List<VerdictAnswer> verdicts) {
    this.a = a;
    this.b = b;
    verdicts.forEach(answer -> answer.rules().forEach(one -> this.verdicts.put(one.id(), one)));
  }

  List<CompareAnswer.Row> rows() {
    List<CompareAnswer.Row> rows = new ArrayList<>();
    Set<String> paired = new HashSet<>();
    for (StandardRule one : a) {
      StandardRule best = null;
      for (StandardRule other : b) {
        boolean free = !paired.contains(other.id());
        if (free
            && areAlike(one, other)
            && (best == null || likeness(one, other) > likeness(one, best))) {
          best = other;
        }
      }
      if (best != null) {
        paired.add(best.id());
      }
      rows.add(row(one, best));
    }
    for (StandardRule other : b) {
      if (!paired.contains(other.id())) {
        rows.add(row(null, other));
      }
    }
    return rows;
  }

  private CompareAnswer.Row row(@Nullable StandardRule one, @Nullable StandardRule other) {
    StandardRule shown = one == null ? Objects.requireNonNull(other) : one;
    boolean both = one != null && other != null;
    AppliesTo to = shown.appliesTo();
    return new CompareAnswer.Row(
        shown.indicator(),
        to.levels(),
        to.urban(),
        to.zone(),
        shown.facilities().types(),
        both && likeness(one, other) == MOST_ALIKE,
        one == null ? null : verdicts.get(one.id()),
        other == null ? null : verdicts.get(other.id()),
        both
            && one.facilities().hasConditionsOf(other.facilities())
            && (one.threshold() != other.threshold() || one.comparison() != other.comparison()));
  }

  private static boolean areAlike(StandardRule one, StandardRule other) {
    AppliesTo a = one.appliesTo();
    AppliesTo b = other.appliesTo();
    boolean anyTypes = one.facilities().types().isEmpty() && other.facilities().types().isEmpty();
    return one.indicator().equals(other.indicator())
        && compatible(urban(a), urban(b))
        && Objects.equals(a.area(), b.area())
        // Asked of the same areas and types, a stricter condition is worth seeing beside the other.
        && (one.facilities().hasConditionsOf(other.facilities())
            || likeness(one, other) == MOST_ALIKE)
        && compatible(a.zone(), b.zone())
        && Objects.equals(a.estateAge(), b.estateAge())
        && Objects.equals(one.parameters().get("beds"), other.parameters().get("beds"))
        && Objects.equals(one.parameters().get("service"), other.parameters().get("service"))
        && (anyTypes || !Collections.disjoint(one.facilities().types(), other.facilities().types()))
        && (RATIOS.contains(one.indicator()) && (a.isWhole() || b.isWhole())
            || !Collections.disjoint(a.levels(), b.levels()));
  }

  /** Villages are rural even where a rule does not say so. */
  private static @Nullable Boolean urban(AppliesTo to) {
    return to.urban() == null && RURAL.containsAll(to.levels()) ? Boolean.FALSE : to.urban();
  }

  private static boolean compatible(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  private static final int MOST_ALIKE = 4;

  private static int likeness(StandardRule one, StandardRule other) {
    AppliesTo a = one.appliesTo();
    AppliesTo b = other.appliesTo();
    int alike = 0;
    alike += Set.copyOf(a.levels()).equals(Set.copyOf(b.levels())) ? 1 : 0;
    alike += Objects.equals(a.urban(), b.urban()) ? 1 : 0;
    alike += Objects.equals(a.zone(), b.zone()) ? 1 : 0;
    alike +=
        Set.copyOf(one.facilities().types()).equals(Set.copyOf(other.facilities().types())) ? 1 : 0;
    return alike;
  }
}
