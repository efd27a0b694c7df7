package org.caremap.project;

import org.jspecify.annotations.Nullable;

/**
 * The body by which a scenario's changes become projects. All of them get the same year, quarter,
 * unit, source and status; each can be changed afterwards.
 *
 * @param scenario id of the saved scenario
 * @param year in which they are to be done
 * @param quarter of that year, null for any time
 * @param responsibleUnit who answers for them
 * @param fundingSource where the money comes from
 * @param status default {@code proposed}
 * @param meetsStandard whether the new facilities are to meet the standard
 * @param sociallyRun whether a company or association is to run the new facilities
 */
public record FromScenarioForm(
    @Nullable String scenario,
    @Nullable Integer year,
    @Nullable Integer quarter,
    @Nullable String responsibleUnit,
    @Nullable String fundingSource,
    @Nullable String status,
    @Nullable Boolean meetsStandard,
    @Nullable Boolean sociallyRun) {}
