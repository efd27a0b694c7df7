package org.caremap.kitchen;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.caremap.core.coverage.DeliveryAssignment;
import org.caremap.core.routing.DeliveryProfile;
import org.caremap.core.routing.ManyToMany;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.PlaceLines;
import org.caremap.core.routing.ReachTable;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingPath;
import org.jspecify.annotations.Nullable;

/**
 * Who cooks for whom on the streets of one vehicle: of every point its state, its kitchen and the
 * way from there. Positions are those of the lists of kitchens and of points.
 *
 * <p>Without capacities a point's kitchen is the one that is there first. With them it is one of
 * those in time, by the exact assignment of meals; a point whose meals are unknown takes part in
 * none and is unknown, and so is one that is left over but reaches a kitchen of unknown capacity.
 */
final class KitchenPlan {
  private static final int NONE = -1;

  private final DeliveryProfile profile;
  private final boolean inTime;
  private final int limit;
  private final NetworkPlaces kitchens;
  private final NetworkPlaces points;
  private final NearestFacilities nearest;
  private final @Nullable ReachTable reach;
  private final @Nullable DeliveryAssignment assignment;
  private final double[] capacity;
  private final double[] meals;
  private final PointState[] state;
  private final int[] kitchen;
  private final int[] cost;
  private final @Nullable WalkingPath[] lines;

  /**
   * @param driveMinutes that may be spent on the way; negative: nothing is in time
   * @param capacity meals a day by kitchen, NaN where unknown
   * @param meals a day by point, NaN where unknown
   */
  KitchenPlan(
      DeliveryProfile profile,
      NetworkPlaces kitchens,
      NetworkPlaces points,
      double driveMinutes,
      boolean byCapacity,
      double[] capacity,
      double[] meals) {
    this.profile = profile;
    this.kitchens = kitchens;
    this.points = points;
    this.capacity = capacity;
    this.meals = meals;
    inTime = driveMinutes >= 0;
    limit = profile.limit(Math.max(0, driveMinutes) * 60);
    int[] all = IntStream.range(0, kitchens.size()).toArray();
    nearest =
        NearestFacilities.sweep(
            points, kitchens, all, Trip.BACK, WalkingNetwork.FARTHEST, () -> false);
    reach =
        byCapacity && inTime
            ? ManyToMany.table(points, kitchens, all, Trip.BACK, limit, share -> {}, () -> false)
            : null;
    assignment =
        reach == null ? null : DeliveryAssignment.solve(reach, capacity, meals, () -> false);
    state = new PointState[points.size()];
    kitchen = nearest.facility();
    cost = nearest.costs();
    judge();
    lines = PlaceLines.of(kitchens, points, kitchen, cost, () -> false);
  }

  private void judge() {
    ReachTable.ByDemand byPoint = reach == null ? null : reach.transposed();
    for (int i = 0; i < state.length; i++) {
      if (kitchen[i] == NONE) {
        state[i] = PointState.UNREACHABLE;
      } else if (!inTime || cost[i] > limit) {
        state[i] = PointState.TOO_FAR;
      } else if (assignment == null || byPoint == null) {
        state[i] = PointState.SERVED;
      } else {
        state[i] = judge(i, assignment, byPoint);
      }
    }
  }

  private PointState judge(int i, DeliveryAssignment assigned, ReachTable.ByDemand byPoint) {
    if (Double.isNaN(meals[i])) {
      return PointState.UNKNOWN;
    }
    List<DeliveryAssignment.Part> parts = assigned.parts(i);
    if (!parts.isEmpty()) {
      kitchen[i] = parts.get(0).kitchen();
      cost[i] = parts.get(0).cost();
    }
    if (assigned.given(i) == Math.round(meals[i])) {
      return PointState.SERVED;
    }
    for (int k = byPoint.first(i); k < byPoint.first(i + 1); k++) {
      if (Double.isNaN(capacity[byPoint.facility(k)])) {
        return PointState.UNKNOWN;
      }
    }
    return PointState.OVER_CAPACITY;
  }

  boolean isOnStreet(int site) {
    return kitchens.isSnapped(site);
  }

  PointState state(int point) {
    return state[point];
  }

  /**
   * Position of the kitchen that feeds a point, or would be the first there; -1 if none gets there.
   */
  int kitchen(int point) {
    return kitchen[point];
  }

  /** Seconds on the way. */
  double seconds(int point) {
    return profile.seconds(cost[point]);
  }

  @Nullable WalkingPath line(int point) {
    return lines[point];
  }

  /** Who cooks how much for a point; none without capacities. */
  List<DeliveryAssignment.Part> parts(int point) {
    return assignment == null ? List.of() : assignment.parts(point);
  }

  /**
   * The share of a point's people that is fed, from 0 to 1: a point that gets a third of its meals
   * feeds a third of them.
   */
  double share(int point) {
    if (state[point] == PointState.SERVED) {
      return 1;
    }
    return assignment == null || Double.isNaN(meals[point]) || meals[point] <= 0
        ? 0
        : assignment.given(point) / meals[point];
  }

  /** The share of a point's people whom one kitchen feeds; over all kitchens they add up. */
  double share(int point, int site) {
    for (DeliveryAssignment.Part part : parts(point)) {
      if (part.kitchen() == site) {
        return part.meals() / meals[point];
      }
    }
    return parts(point).isEmpty() && kitchen[point] == site ? share(point) : 0;
  }

  double seconds(DeliveryAssignment.Part part) {
    return profile.seconds(part.cost());
  }

  /** Meals that a point gets; null without capacities or where its meals are unknown. */
  @Nullable Long given(int point) {
    if (Double.isNaN(meals[point])) {
      return null;
    }
    return assignment == null ? null : (Long) assignment.given(point);
  }

  /** Points that a kitchen feeds, ascending: those that it brings any meal in time. */
  int[] pointsOf(int site) {
    return IntStream.range(0, state.length)
        .filter(
            i ->
                assignment == null || parts(i).isEmpty()
                    ? kitchen[i] == site && state[i] == PointState.SERVED
                    : parts(i).stream().anyMatch(part -> part.kitchen() == site))
        .toArray();
  }

  /** Meals a day that a kitchen cooks for the points that it feeds, where known. */
  long load(int site) {
    return assignment != null
        ? assignment.load(site)
        : Arrays.stream(pointsOf(site))
            .filter(i -> !Double.isNaN(meals[i]))
            .mapToLong(i -> Math.round(meals[i]))
            .sum();
  }
}
