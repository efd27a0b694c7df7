package org.caremap.find;

import java.util.List;
import org.caremap.coverage.Walker;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: a need, or kinds of facility.
 *
 * @param lon degrees, WGS 84
 * @param lat degrees, WGS 84
 * @param need a code of {@link Needs}; null where types are asked for
 * @param types kinds of facility, where no need is asked for
 * @param limit most results, at least 1
 * @param minutes how far counts as within reach
 * @param walker who walks
 */
public record FindQuestion(
    double lon,
    double lat,
    @Nullable String need,
    List<String> types,
    int limit,
    double minutes,
    Walker walker) {}
