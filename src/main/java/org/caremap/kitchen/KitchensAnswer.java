package org.caremap.kitchen;

import java.util.List;
import org.caremap.ledger.RunInputs;
import org.caremap.platform.geojson.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Which kitchen feeds which point.
 *
 * @param run id of the inputs; where kitchens were added or closed, the inputs are those of the
 *     state before
 * @param inputs what it was computed from
 * @param vehicle by what meals travel
 * @param minutes how long they may be on their way
 * @param capacity whether kitchens can be full
 * @param group whom points are said to serve
 * @param walkMinutes how far those people walk to a meal point
 * @param loadingMinutes counted for each delivery
 * @param handOverMinutes counted for each delivery
 * @param streets {@code ready}; {@code again} where the streets have to be imported again before
 *     anything can be driven; {@code none} where none are loaded
 * @param message what to do about that, null where they are ready
 * @param messageZh the same in Chinese
 * @param kitchens those that take part, in order of external id, added ones last; then closed ones
 * @param points those that nobody feeds first, most people first
 * @param totals of all points
 * @param before totals without the change, null where none was asked for
 */
public record KitchensAnswer(
    String run,
    RunInputs inputs,
    String vehicle,
    double minutes,
    boolean capacity,
    String group,
    double walkMinutes,
    double loadingMinutes,
    double handOverMinutes,
    String streets,
    @Nullable String message,
    @Nullable String messageZh,
    List<Kitchen> kitchens,
    List<Point> points,
    Totals totals,
    @Nullable Totals before) {
  /**
   * A kitchen.
   *
   * @param id internal id; {@code added-1} and so on for new ones
   * @param externalId the owner's id, null for new ones
   * @param name null for new ones
   * @param capacity meals a day, null where nobody has said
   * @param state {@code operating}, {@code added} or {@code closed}
   * @param onStreet whether its vehicle reaches a street from it
   * @param points how many points it feeds; this and the rest null where it is not known whom
   * @param people those whose nearest meal points they are, of each point by the share of its meals
   *     that this kitchen cooks: over all kitchens they add up to those served
   * @param load meals a day that it cooks for them, where known
   * @param unknownLoads points that it feeds whose meals are not known
   * @param farthestMinutes to the farthest of them, null where it feeds none
   */
  public record Kitchen(
      String id,
      @Nullable String externalId,
      @Nullable String name,
      double lon,
      double lat,
      @Nullable Integer capacity,
      String state,
      @Nullable Boolean onStreet,
      @Nullable Integer points,
      @Nullable Double people,
      @Nullable Long load,
      @Nullable Integer unknownLoads,
      @Nullable Double farthestMinutes) {}

  /**
   * A meal point.
   *
   * @param areaCode code of the area it lies in, null where that is not known
   * @param areaName its name
   * @param people who can walk to it and have none nearer
   * @param unknownPoints places where such people live whose number is not known
   * @param meals a day, null where nobody has said
   * @param given meals a day that kitchens cook for it, null without capacities
   * @param kitchen id of the one that feeds it, or that would be the nearest; of the one that cooks
   *     most where there are several
   * @param minutes from there, loading and hand-over included; null where none gets there
   * @param meters along the streets
   * @param state code of {@link PointState}
   * @param line along the streets from the kitchen
   * @param parts by kitchen, where more than one cooks for it
   */
  public record Point(
      String id,
      @Nullable String externalId,
      String name,
      double lon,
      double lat,
      @Nullable String areaCode,
      @Nullable String areaName,
      double people,
      int unknownPoints,
      @Nullable Integer meals,
      @Nullable Long given,
      @Nullable String kitchen,
      @Nullable Double minutes,
      @Nullable Double meters,
      String state,
      @Nullable Shape line,
      List<Part> parts) {}

  /**
   * What one kitchen cooks for a point.
   *
   * @param kitchen id
   * @param meals a day
   * @param minutes from there
   */
  public record Part(String kitchen, long meals, double minutes) {}

  /**
   * Sums over all points.
   *
   * @param people who can walk to a point
   * @param peopleServed those of them whose nearest point is served; of a point that gets only some
   *     of its meals, the same share
   * @param meals a day of all points, where known
   * @param mealsServed a day that are cooked and brought in time, where known
   * @param unknownMeals points whose meals are not known
   * @param meanMinutes over the served points
   * @param farthestMinutes over the served points
   */
  public record Totals(
      int kitchens,
      int points,
      int served,
      int tooFar,
      int unreachable,
      int overCapacity,
      int unknown,
      double people,
      double peopleServed,
      long meals,
      long mealsServed,
      int unknownMeals,
      @Nullable Double meanMinutes,
      @Nullable Double farthestMinutes) {}
}
