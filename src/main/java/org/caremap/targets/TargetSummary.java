package org.caremap.targets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loaded plan table in a list.
 *
 * @param code names it in addresses
 * @param year in which it was adopted; null where that is not said
 * @param kind {@code cumulative} or {@code increments}
 * @param rows rows that are about an area
 * @param years for which it has targets
 * @param contradictions how many it has
 * @param seedFile the document it was printed in
 * @param builtIn whether it comes with the product
 */
public record TargetSummary(
    String code,
    String zh,
    String en,
    @Nullable Integer year,
    String kind,
    int rows,
    List<Integer> years,
    int contradictions,
    @Nullable String seedFile,
    boolean builtIn) {}
