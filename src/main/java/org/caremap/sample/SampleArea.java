package org.caremap.sample;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * One area of the sample county.
 *
 * @param code 6 digits (county), 9 (street, town), 12 (community, village), or those and two more
 *     after a hyphen (estate, natural village); invented below the county
 * @param name Chinese name
 * @param level {@code county}, {@code street}, {@code town}, {@code community} (urban), {@code
 *     village} (rural), {@code estate} or {@code natural_village}
 * @param parentCode code of the area it belongs to; null for the county
 * @param urban whether it counts as urban
 * @param serviceZone {@code centre} or {@code outer}; null for the county
 * @param households sum over its demand points; an estate's are part of its community's
 * @param residents sum over its demand points; null for estates and natural villages
 * @param boundary lon, lat in WGS 84, SRID 4326; communities tile their town, towns the county;
 *     null for estates and natural villages
 * @param facts what standards ask
 */
public record SampleArea(
    String code,
    String name,
    String level,
    @Nullable String parentCode,
    boolean urban,
    @Nullable String serviceZone,
    @Nullable Double households,
    @Nullable Double residents,
    @Nullable MultiPolygon boundary,
    Facts facts) {

  /**
   * What standards ask; null is unknown or not applicable.
   *
   * @param estateAge {@code new} or {@code old}
   * @param purchasedServiceElders elders whose home care the government buys
   * @param emergencyCallElders elders with an emergency call at home
   * @param regionalProvision whether the county provides for destitute elders in regional homes
   */
  public record Facts(
      @Nullable String estateAge,
      @Nullable Double purchasedServiceElders,
      @Nullable Double emergencyCallElders,
      @Nullable Boolean regionalProvision) {
    static final Facts UNKNOWN = new Facts(null, null, null, null);
  }
}
