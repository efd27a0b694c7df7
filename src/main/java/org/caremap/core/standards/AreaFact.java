package org.caremap.core.standards;

import org.jspecify.annotations.Nullable;

/**
 * What rules ask of an area; null is unknown.
 *
 * @param code unique
 * @param name for people
 * @param level for example {@code street}
 * @param parent code of the area it is part of, null at the top
 * @param urban urban or rural
 * @param zone {@code centre} or {@code outer}
 * @param households how many
 * @param residents how many
 * @param estateAge {@code new} or {@code old}
 * @param purchasedServiceElders elders with service that the government pays
 * @param emergencyCallElders elders with an emergency call at home
 * @param regionalProvision whether care is provided collectively for a region
 */
public record AreaFact(
    String code,
    String name,
    String level,
    @Nullable String parent,
    @Nullable Boolean urban,
    @Nullable String zone,
    @Nullable Double households,
    @Nullable Double residents,
    @Nullable String estateAge,
    @Nullable Double purchasedServiceElders,
    @Nullable Double emergencyCallElders,
    @Nullable Boolean regionalProvision) {}
