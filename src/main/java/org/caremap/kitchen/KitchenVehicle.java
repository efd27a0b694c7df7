package org.caremap.kitchen;

import java.util.Map;
import org.caremap.core.routing.DeliveryProfile;

/**
 * By what meals travel.
 *
 * @param profile how fast it is on which street
 * @param zh Chinese name
 * @param en English name
 * @param minutes how long a meal may be on its way where a question names no time
 * @param loadingMinutes added at the kitchen
 * @param handOverMinutes added at the point
 * @param sources where the numbers are from, by field
 */
public record KitchenVehicle(
    DeliveryProfile profile,
    String zh,
    String en,
    double minutes,
    double loadingMinutes,
    double handOverMinutes,
    Map<String, String> sources) {
  /** Code as in the API. */
  public String code() {
    return profile.vehicle().code();
  }

  /** Minutes of every delivery that are not spent on the way. */
  double standingMinutes() {
    return loadingMinutes + handOverMinutes;
  }

  /** Everything that figures hang on, as text; names and sources are no part of that. */
  String content() {
    return "%s %s %s %s %s %s"
        .formatted(
            code(),
            loadingMinutes,
            handOverMinutes,
            profile.handKmh(),
            profile.speedKmh(),
            profile.surfaceFactor());
  }
}
