package org.caremap.core.standards;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a rule.
 *
 * @param rule which
 * @param outcome of the rule as it stands
 * @param withExceptions outcome when approved exceptions count
 * @param value in the unit of the rule; of the worst subject where each is judged by itself
 * @param numerator of the value; subjects that keep the rule where each is judged by itself
 * @param denominator of the value; subjects where each is judged by itself
 * @param wantedMet whether the stricter value is kept, null where there is none or it is unknown
 * @param excepted subjects with an exception
 * @param gaps what is missing
 * @param undated facilities that count though nobody knows when they opened
 * @param subjects one entry each
 */
public record RuleVerdict(
    StandardRule rule,
    Outcome outcome,
    Outcome withExceptions,
    Bounds value,
    Bounds numerator,
    Bounds denominator,
    @Nullable Boolean wantedMet,
    int excepted,
    Set<Gap> gaps,
    int undated,
    List<SubjectVerdict> subjects) {
  public RuleVerdict {
    subjects = List.copyOf(subjects);
  }
}
