package org.caremap.card;

import org.jspecify.annotations.Nullable;

/**
 * Where the walks of a card begin.
 *
 * @param lon degrees
 * @param lat degrees
 * @param areaCode community, null where unknown
 * @param middle whether it is the middle of a community and not somebody's own place
 */
public record CardStart(double lon, double lat, @Nullable String areaCode, boolean middle) {}
