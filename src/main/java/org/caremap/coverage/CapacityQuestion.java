package org.caremap.coverage;

import java.util.List;
import org.caremap.area.AreaLevel;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of capacities.
 *
 * @param types of the facilities
 * @param minutes cut-off, inclusive
 * @param profile who walks
 * @param group who is counted
 * @param capacity which number says how many people a facility can take
 * @param area only points in this area are reported, null for all; the others compete all the same
 * @param level group by areas of this level, null for the points' own areas
 */
record CapacityQuestion(
    List<String> types,
    double minutes,
    Walker walker,
    DemandGroup group,
    CapacityField capacity,
    @Nullable String area,
    @Nullable AreaLevel level) {}
