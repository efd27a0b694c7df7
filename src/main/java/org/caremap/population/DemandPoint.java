package org.caremap.population;

import org.jspecify.annotations.Nullable;

/**
 * Where some people live, as imported.
 *
 * @param externalId the owner's id, unique
 * @param lon degrees, WGS 84
 * @param lat degrees, WGS 84
 * @param areaCode code of its area, null where the file says none
 * @param counts length {@link DemandGroup#COUNT}, in its order; NaN is unknown
 */
@SuppressWarnings("ArrayRecordComponent") // a transport value that is never compared
public record DemandPoint(
    String externalId, double lon, double lat, @Nullable String areaCode, double[] counts) {}
