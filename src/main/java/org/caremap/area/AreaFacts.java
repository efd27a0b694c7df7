package org.caremap.area;

import org.jspecify.annotations.Nullable;

/**
 * What standards ask of an area; null is unknown.
 *
 * @param estateAge of an estate: {@code new} (新建) or {@code old} (已建成、老旧)
 * @param purchasedServiceElders elders whose home care the government buys
 * @param emergencyCallElders elders with an emergency call at home
 * @param regionalProvision of a county: whether destitute elders are provided for in regional homes
 *     (区域性集中供养)
 */
public record AreaFacts(
    @Nullable String estateAge,
    @Nullable Double purchasedServiceElders,
    @Nullable Double emergencyCallElders,
    @Nullable Boolean regionalProvision) {
  /** Nothing is known. */
  public static final AreaFacts UNKNOWN = new AreaFacts(null, null, null, null);
}
