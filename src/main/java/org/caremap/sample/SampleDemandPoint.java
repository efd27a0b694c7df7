package org.caremap.sample;

import java.util.List;

/**
 * The people of a building cluster or village group.
 *
 * @param externalId unique in the county
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param areaCode code of its community or village
 * @param counts persons (households: households) in the order of {@link #GROUPS}; NaN = unknown.
 *     Residents and households are always known. The array is the receiver's to keep.
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier handed over once, never compared
public record SampleDemandPoint(
    String externalId, double lon, double lat, String areaCode, double[] counts) {

  /** Names of the groups, in the order of {@link #counts}. */
  public static final List<String> GROUPS =
      List.of(
          "residents",
          "households",
          "age60",
          "age65",
          "age80",
          "livingAlone",
          "emptyNest",
          "leftBehind",
          "disabled",
          "dementia",
          "bereaved",
          "lowIncome");
}
