package org.caremap.standards;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.caremap.core.standards.WalkingShares;
import org.caremap.coverage.Arrivals;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.coverage.Walker;
import org.caremap.facility.Facility;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/**
 * How many arrive in time over the loaded streets, as {@code /coverage} counts them. Each set of
 * types is walked once, and each number of minutes counted once for all areas. For one thread.
 */
final class StreetWalks implements WalkingShares {
  private final CareSnapshot snapshot;
  private final Walker walker;
  private final boolean straightLine;
  private final LocalDate asOf;
  private final boolean countsUndated;
  private @Nullable StreetWalks withUndated;
  private final Map<String, Arrivals> arrivals = new HashMap<>();

  /**
   * @param asOf facilities opened later do not count
   * @param countsUndated whether those of unknown opening day do
   */
  StreetWalks(
      CareSnapshot snapshot,
      Walker walker,
      boolean straightLine,
      LocalDate asOf,
      boolean countsUndated) {
    this.snapshot = snapshot;
    this.walker = walker;
    this.straightLine = straightLine;
    this.asOf = asOf;
    this.countsUndated = countsUndated;
  }

  @Override
  public Walk walk(List<String> types, double minutes, String group, String area) {
    return snapshot
        .areas()
        .find(area)
        .map(one -> arrivals(types, group).byArea(minutes, one.level()).get(area))
        .map(StreetWalks::walk)
        .orElse(Walk.NONE);
  }

  private static Walk walk(CoverageAnswer.Numbers numbers) {
    return new Walk(numbers.demand(), numbers.covered(), numbers.unknownPoints(), numbers.points());
  }

  @Override
  public OptionalDouble minutesFor(
      List<String> types, String group, Collection<String> areas, double share) {
    return arrivals(types, group).minutesFor(areas, share);
  }

  @Override
  public WalkingShares withUndated() {
    if (countsUndated) {
      return this;
    }
    if (withUndated == null) {
      withUndated = new StreetWalks(snapshot, walker, straightLine, asOf, true);
    }
    return withUndated;
  }

  private Arrivals arrivals(List<String> types, String group) {
    return arrivals.computeIfAbsent(
        String.join(",", types) + "/" + group,
        key ->
            Arrivals.of(
                snapshot,
                types,
                walker,
                DemandGroup.find(group).orElseThrow(),
                straightLine,
                this::isOpen));
  }

  private boolean isOpen(Facility facility) {
    LocalDate opened = facility.details().standing().openedOn();
    return opened == null ? countsUndated : !opened.isAfter(asOf);
  }
}
