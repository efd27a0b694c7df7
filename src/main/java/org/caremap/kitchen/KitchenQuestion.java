package org.caremap.kitchen;

import java.util.Map;
import java.util.TreeMap;
import org.caremap.coverage.Walker;
import org.caremap.population.DemandGroup;

/**
 * What is asked of kitchens.
 *
 * @param vehicle by what meals travel
 * @param minutes how long they may be on their way, loading and hand-over included
 * @param capacity whether kitchens can be full
 * @param group whom points are said to serve
 * @param walkMinutes how far those people walk to a meal point
 * @param walker how they walk
 * @param flat whether every metre takes them the same time
 */
public record KitchenQuestion(
    KitchenVehicle vehicle,
    double minutes,
    boolean capacity,
    DemandGroup group,
    double walkMinutes,
    Walker walker,
    boolean flat) {
  /** Kind of the question in a run's inputs. */
  public static final String KIND = "kitchens";

  /** As parameters, defaults spelt out. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("kind", KIND);
    parameters.put("vehicle", vehicle.code());
    parameters.put("minutes", Double.toString(minutes));
    parameters.put("capacity", Boolean.toString(capacity));
    parameters.put("group", group.code());
    parameters.put("walkMinutes", Double.toString(walkMinutes));
    parameters.put("profile", walker.profile().code());
    parameters.put("speedKmh", Double.toString(walker.speedKmh()));
    parameters.put("trip", walker.trip().code());
    parameters.put("flat", Boolean.toString(flat));
    return parameters;
  }
}
