package org.caremap.scenario;

import java.util.Map;
import org.caremap.coverage.CoverageAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario came to when it was saved: totals only, so that nothing says where single people
 * live.
 *
 * @param question the API's parameters by name
 * @param before as things were
 * @param after as the scenario would have them
 * @param meanMinutesBefore mean walk of all who could reach a facility, null where nobody could
 * @param meanMinutesAfter as well
 */
public record KeptFigures(
    Map<String, String> question,
    CoverageAnswer.Numbers before,
    CoverageAnswer.Numbers after,
    @Nullable Double meanMinutesBefore,
    @Nullable Double meanMinutesAfter) {}
