package org.caremap.core.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which facilities a rule is about; conditions that are null are not asked.
 *
 * @param types codes
 * @param meetsStandard meets the standard
 * @param sociallyRun run by a social body
 * @param demonstrationSite is a demonstration site
 * @param regionalCentre is a regional centre or central home
 * @param openedFrom opened on this day or later: newly built for the plan
 * @param directly belongs to an area of the rule itself and to none below it
 * @param levels by type: facilities of this type count only in areas of these levels
 */
public record FacilityFilter(
    List<String> types,
    @Nullable Boolean meetsStandard,
    @Nullable Boolean sociallyRun,
    @Nullable Boolean demonstrationSite,
    @Nullable Boolean regionalCentre,
    @Nullable LocalDate openedFrom,
    @Nullable Boolean directly,
    Map<String, List<String>> levels) {
  public FacilityFilter {
    types = List.copyOf(types);
    levels = Map.copyOf(levels);
  }

  /** All facilities of these types. */
  public static FacilityFilter of(String... types) {
    return new FacilityFilter(List.of(types), null, null, null, null, null, null, Map.of());
  }

  /** Whether the other asks the same of its facilities, whatever their types. */
  public boolean hasConditionsOf(FacilityFilter other) {
    return Objects.equals(meetsStandard, other.meetsStandard)
        && Objects.equals(sociallyRun, other.sociallyRun)
        && Objects.equals(demonstrationSite, other.demonstrationSite)
        && Objects.equals(regionalCentre, other.regionalCentre)
        && Objects.equals(openedFrom, other.openedFrom);
  }
}
