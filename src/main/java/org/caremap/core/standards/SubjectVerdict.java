package org.caremap.core.standards;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one subject.
 *
 * @param subject which
 * @param outcome of the rule as it stands
 * @param gaps what is missing to judge it, or to say its value
 * @param exception approved for it, null where none
 * @param withException outcome when the exception counts; the same where there is none
 */
public record SubjectVerdict(
    Subject subject,
    Outcome outcome,
    Set<Gap> gaps,
    @Nullable RuleException exception,
    Outcome withException) {}
