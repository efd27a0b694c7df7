package org.caremap.coverage;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.facility.Facility;
import org.caremap.population.DemandGroup;

/**
 * Who of one group arrives at the nearest facility of some types, for as many cut-offs, levels of
 * areas and shares as are asked: walked once. Its counts are those of {@code /coverage}, to the
 * digit. Not for several threads at once.
 */
public final class Arrivals {
  private static final double MILLIMETERS = 1000;

  private final CareSnapshot snapshot;
  private final List<String> types;
  private final Walker walker;
  private final DemandGroup group;
  private final boolean straightLine;
  private final int facilities;
  private final double[] meters;
  private final Map<String, Map<String, CoverageAnswer.Numbers>> answers = new HashMap<>();
  private final Map<String, Set<Integer>> ownAreas = new HashMap<>();
  private int[][] pointsOfOwnArea = new int[0][];

  private Arrivals(
      CareSnapshot snapshot,
      List<String> types,
      Walker walker,
      DemandGroup group,
      boolean straightLine,
      int facilities,
      double[] meters) {
    this.snapshot = snapshot;
    this.types = types;
    this.walker = walker;
    this.group = group;
    this.straightLine = straightLine;
    this.facilities = facilities;
    this.meters = meters;
  }

  /**
   * Walks from every demand point.
   *
   * @param counts which of the operating facilities of these types take part
   */
  public static Arrivals of(
      CareSnapshot snapshot,
      List<String> types,
      Walker walker,
      DemandGroup group,
      boolean straightLine,
      Predicate<Facility> counts) {
    Method method = snapshot.method(straightLine);
    int[] all = snapshot.operating(types);
    int[] some =
        IntStream.of(all).filter(i -> counts.test(snapshot.facilities().list().get(i))).toArray();
    double[] meters =
        some.length == all.length
            ? snapshot.nearest(types, method, walker).meters()
            : snapshot.sweep(some, method, walker).meters();
    return new Arrivals(snapshot, types, walker, group, straightLine, some.length, meters);
  }

  /**
   * Who arrives in time, by area of one level.
   *
   * @param minutes inclusive
   * @param level areas of its depth
   * @return by code; areas without demand points are not in it
   */
  public Map<String, CoverageAnswer.Numbers> byArea(double minutes, AreaLevel level) {
    return answers.computeIfAbsent(
        minutes + "/" + level.depth(),
        key -> {
          CoverageAnswer answer =
              CoverageService.answer(
                  snapshot,
                  new CoverageService.Question(
                      types,
                      minutes,
                      ZoneMinutes.NONE,
                      walker,
                      group,
                      null,
                      level,
                      straightLine,
                      null),
                  meters,
                  facilities);
          Map<String, CoverageAnswer.Numbers> numbers = new HashMap<>();
          answer.areas().forEach(area -> numbers.put(area.code(), area.numbers()));
          return numbers;
        });
  }

  /**
   * The minutes within which a share of the known people arrives.
   *
   * @param codes areas whose people are counted, together
   * @param share greater than 0, at most 1
   * @return infinite where so many cannot get there at all; empty where nobody is known
   */
  public OptionalDouble minutesFor(Collection<String> codes, double share) {
    if (pointsOfOwnArea.length == 0) {
      index();
    }
    Set<Integer> own = new HashSet<>();
    codes.forEach(code -> own.addAll(ownAreas.getOrDefault(code, Set.of())));
    double[] counts = snapshot.demand().counts(group);
    int[] points =
        own.stream()
            .flatMapToInt(area -> IntStream.of(pointsOfOwnArea[area]))
            .filter(i -> !Double.isNaN(counts[i]))
            .toArray();
    double people = Arrays.stream(points).mapToDouble(i -> counts[i]).sum();
    if (!(people > 0)) {
      return OptionalDouble.empty();
    }
    // By whole millimetres, then by index: both in one number, so that sorting is cheap.
    long[] order = new long[points.length];
    for (int k = 0; k < order.length; k++) {
      order[k] = millimeters(meters[points[k]]) << Integer.SIZE | k;
    }
    Arrays.sort(order);
    double there = 0;
    double needed = share * people - 1e-9 * people;
    for (long entry : order) {
      int point = points[(int) entry];
      there += counts[point];
      if (there >= needed) {
        return OptionalDouble.of(meters[point] / walker.speedMetersPerSecond() / 60);
      }
    }
    return OptionalDouble.of(Double.POSITIVE_INFINITY);
  }

  private static long millimeters(double meters) {
    return (long) Math.min(meters * MILLIMETERS, Integer.MAX_VALUE);
  }

  private void index() {
    PointAreas areas = snapshot.pointAreas();
    int size = areas.codes().size();
    int[] count = new int[size];
    for (int area : areas.areaOfPoint()) {
      if (area != PointAreas.NONE) {
        count[area]++;
      }
    }
    pointsOfOwnArea = new int[size][];
    for (int area = 0; area < size; area++) {
      pointsOfOwnArea[area] = new int[count[area]];
      for (Area above : snapshot.areas().lineage(areas.codes().get(area))) {
        ownAreas.computeIfAbsent(above.code(), code -> new HashSet<>()).add(area);
      }
    }
    int[] areaOfPoint = areas.areaOfPoint();
    for (int i = areaOfPoint.length - 1; i >= 0; i--) {
      int area = areaOfPoint[i];
      if (area != PointAreas.NONE) {
        pointsOfOwnArea[area][--count[area]] = i;
      }
    }
  }
}
