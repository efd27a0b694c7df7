package org.caremap.core.routing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.caremap.core.graph.DriveTraits;
import org.caremap.core.graph.RoadClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Surface;
import org.caremap.core.graph.Vehicle;

/**
 * How fast a vehicle is on which street. Immutable.
 *
 * <p>Costs of a network made with this are millimetres at {@link #handKmh}, the speed by which the
 * last metres between street and door are carried; seconds are cost / 1000 / that speed, as with
 * people who walk. Slopes, turns and traffic play no part.
 *
 * @param vehicle whose access counts
 * @param speedKmh by class of street, each in (0, 200]; classes that are missing are not used
 * @param surfaceFactor part of that speed which is left, each in (0, 1]; surfaces that are missing
 *     are not used; {@link Surface#UNKNOWN} counts as smooth
 * @param handKmh speed of the last metres, in (0, 36]
 */
public record DeliveryProfile(
    Vehicle vehicle,
    Map<RoadClass, Double> speedKmh,
    Map<Surface, Double> surfaceFactor,
    double handKmh) {
  private static final double MOST_KMH = 200;
  private static final double MOST_HAND_KMH = 36;

  /**
   * @throws IllegalArgumentException naming the value out of range
   */
  public DeliveryProfile {
    speedKmh.forEach((road, kmh) -> check("speedKmh of " + road.code(), kmh, MOST_KMH));
    surfaceFactor.forEach(
        (surface, factor) -> check("surface factor of " + surface.name(), factor, 1));
    check("handKmh", handKmh, MOST_HAND_KMH);
    speedKmh = copy(RoadClass.class, speedKmh);
    surfaceFactor = copy(Surface.class, surfaceFactor);
  }

  private static <K extends Enum<K>> Map<K, Double> copy(Class<K> type, Map<K, Double> from) {
    Map<K, Double> copy = new EnumMap<>(type);
    copy.putAll(from);
    return Collections.unmodifiableMap(copy);
  }

  private static void check(String name, double value, double most) {
    if (!(value > 0 && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be in (0, %s] but is %s".formatted(name, most, value));
    }
  }

  /** Speed on a piece in km/h, no faster than its limit; 0 where the vehicle does not go. */
  public double speedKmh(DriveTraits traits) {
    double speed = speedKmh.getOrDefault(traits.road(), 0.0);
    Surface surface = traits.surface() == Surface.UNKNOWN ? Surface.SMOOTH : traits.surface();
    double left = speed * surfaceFactor.getOrDefault(surface, 0.0);
    return traits.limitKmh() == 0 ? left : Math.min(left, traits.limitKmh());
  }

  /** Time of a cost, unrounded; infinite if it was not reached. */
  public double seconds(int cost) {
    return WalkingNetwork.meters(cost) / handMetersPerSecond();
  }

  /**
   * The greatest cost within a time, inclusive.
   *
   * @param seconds at least 0
   */
  public int limit(double seconds) {
    return WalkingNetwork.limit(seconds * handMetersPerSecond());
  }

  double handMetersPerSecond() {
    return handKmh / 3.6;
  }

  EdgeCosts costs(StreetGraph graph, int edge) {
    DriveTraits traits = new DriveTraits(graph.edgeTraits(edge).bits());
    double speed = speedKmh(traits);
    return new EdgeCosts(
        graph.edgeLengthMillimeters(edge),
        speed > 0 && traits.isForward(vehicle),
        speed > 0 && traits.isBackward(vehicle),
        speed > 0 ? handKmh / speed : 1);
  }
}
