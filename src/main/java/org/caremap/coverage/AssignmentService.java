package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caremap.area.Area;
import org.caremap.core.coverage.AssignmentCount;
import org.caremap.core.coverage.CapacitatedAssignment;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.routing.ReachTable;
import org.caremap.facility.Facility;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** Who gets a place where facilities can be full. */
@ApplicationScoped
public class AssignmentService {
  private final SnapshotService snapshots;

  AssignmentService(SnapshotService snapshots) {
    this.snapshots = snapshots;
  }

  private record Key(
      List<String> types,
      double minutes,
      ZoneMinutes zones,
      Walker walker,
      DemandGroup group,
      CapacityField capacity) {}

  AssignmentAnswer answer(CapacityQuestion q) {
    CareSnapshot snapshot = snapshots.current();
    DemandInArea chosen = DemandInArea.of(snapshot, q.area());
    CapacitatedAssignment assignment =
        assign(snapshot, q.types(), q.minutes(), q.walker(), q.group(), q.capacity());
    Grouping grouping = Grouping.of(snapshot, chosen, q.level());
    int none = grouping.codes().size();
    AssignmentCount[] tally =
        assignment.count(chosen.spread(grouping.areaOfPoint(), assignment.demandCount()), none + 1);
    int[] points = grouping.pointsPerArea();
    List<AssignmentAnswer.AreaNumbers> areas = new ArrayList<>();
    for (int a = 0; a < none; a++) {
      String code = grouping.codes().get(a);
      Optional<Area> area = snapshot.areas().find(code);
      areas.add(
          new AssignmentAnswer.AreaNumbers(
              code,
              area.map(Area::name).orElse(null),
              area.map(found -> found.level().code()).orElse(null),
              area.map(Area::parentCode).orElse(null),
              numbers(tally[a], points[a])));
    }
    areas.sort(Comparator.comparing(AssignmentAnswer.AreaNumbers::code));
    double speed = q.walker().speedMetersPerSecond();
    double servedAnywhere = tally[none + 1].served();
    return new AssignmentAnswer(
        snapshot.method(false).code(),
        q.types(),
        q.minutes(),
        Rounding.kmh(speed),
        q.walker().profile().code(),
        q.group().code(),
        q.area(),
        q.capacity().code(),
        servedAnywhere > 0
            ? Rounding.seconds(assignment.personMeters() / servedAnywhere, speed)
            : null,
        numbers(sum(tally, none + 1), chosen.size()),
        areas,
        points[none] == 0 ? null : numbers(tally[none], points[none]),
        loads(snapshot, q, assignment));
  }

  /** Assigns, or takes the assignment of the same question from before. */
  CapacitatedAssignment assign(
      CareSnapshot snapshot,
      List<String> types,
      double minutes,
      Walker walker,
      DemandGroup group,
      CapacityField capacity) {
    List<String> sorted = types.stream().sorted().toList();
    return snapshot.assignment(
        new Key(sorted, minutes, ZoneMinutes.NONE, walker, group, capacity),
        () -> {
          Cutoff cutoff = walker.cutoff(minutes);
          return CapacitatedAssignment.solve(
              snapshot.reachTable(sorted, walker, cutoff),
              capacity.of(snapshot.facilities().list(), snapshot.operating(sorted)),
              snapshot.demand().counts(group),
              cutoff,
              () -> false);
        });
  }

  /**
   * People of each entry of a survey who reach facilities in time and find all of them full, when
   * everybody is assigned as well as can be; those of other areas compete all the same.
   *
   * @return one for each entry; null where no operating facility of these types says how many it
   *     takes, or where the survey goes by straight lines though streets are loaded
   */
  public double @Nullable [] overCapacity(Survey survey, List<String> types, DemandGroup group) {
    CareSnapshot snapshot = survey.snapshot();
    List<String> sorted = types.stream().sorted().toList();
    CapacityField field = CapacityField.BY_TYPE;
    double[] capacity = field.of(snapshot.facilities().list(), snapshot.operating(sorted));
    if (Arrays.stream(capacity).allMatch(Double::isNaN)
        || survey.method() != snapshot.method(false)) {
      return null;
    }
    CapacitatedAssignment assignment = assign(survey, sorted, group);
    return Arrays.stream(
            assignment.count(
                survey.entryOfDemand(assignment.demandCount()), survey.table().entryCount()))
        .limit(survey.table().entryCount())
        .mapToDouble(AssignmentCount::overCapacity)
        .toArray();
  }

  /** Everybody's place among the facilities that serve now, or what it was before. */
  CapacitatedAssignment assign(Survey survey, List<String> types, DemandGroup group) {
    CareSnapshot snapshot = survey.snapshot();
    List<String> sorted = types.stream().sorted().toList();
    CapacityField field = CapacityField.BY_TYPE;
    Survey.Scope scope = survey.scope();
    return snapshot.assignment(
        new Key(sorted, scope.minutes(), scope.zones(), scope.walker(), group, field),
        () ->
            assign(
                survey,
                snapshot.reachTable(sorted, scope.walker(), longest(scope)),
                field.of(snapshot.facilities().list(), snapshot.operating(sorted)),
                group));
  }

  /** Everybody's place among other facilities, not kept. */
  static CapacitatedAssignment assign(
      Survey survey, ReachTable reach, double[] capacity, DemandGroup group) {
    Survey.Scope scope = survey.scope();
    CareSnapshot snapshot = survey.snapshot();
    return CapacitatedAssignment.solve(
        reach,
        capacity,
        snapshot.demand().counts(group),
        scope
            .zones()
            .cutoffs(snapshot, DemandInArea.of(snapshot, null), scope.minutes(), scope.walker()),
        () -> false);
  }

  /** The farthest that anybody may walk. */
  static Cutoff longest(Survey.Scope scope) {
    return scope.walker().cutoff(scope.zones().longest(scope.minutes()));
  }

  /** Of the points that a survey counts. */
  static AssignmentAnswer.Numbers numbers(Survey survey, CapacitatedAssignment assignment) {
    int entries = survey.table().entryCount();
    AssignmentCount[] tally =
        assignment.count(survey.entryOfDemand(assignment.demandCount()), entries);
    return numbers(sum(tally, entries), survey.table().size());
  }

  private static List<AssignmentAnswer.FacilityLoad> loads(
      CareSnapshot snapshot, CapacityQuestion q, CapacitatedAssignment assignment) {
    List<AssignmentAnswer.FacilityLoad> loads = new ArrayList<>();
    int[] indices = snapshot.operating(q.types());
    for (int f = 0; f < indices.length; f++) {
      Facility facility = snapshot.facilities().list().get(indices[f]);
      Integer capacity = q.capacity().of(facility.details());
      loads.add(
          new AssignmentAnswer.FacilityLoad(
              FacilityRef.of(facility),
              capacity,
              capacity == null ? null : Rounding.people(assignment.load(f)),
              Rounding.people(assignment.inReach(f))));
    }
    return loads;
  }

  /** Of the chosen points only: the last entry of a tally is of all. */
  private static AssignmentCount sum(AssignmentCount[] tally, int entries) {
    double demand = 0;
    double served = 0;
    double over = 0;
    double uncertain = 0;
    double out = 0;
    int unknown = 0;
    for (int a = 0; a < entries; a++) {
      demand += tally[a].demand();
      served += tally[a].served();
      over += tally[a].overCapacity();
      uncertain += tally[a].unknownCapacity();
      out += tally[a].outOfReach();
      unknown += tally[a].unknownPoints();
    }
    return new AssignmentCount(demand, served, over, uncertain, out, unknown);
  }

  private static AssignmentAnswer.Numbers numbers(AssignmentCount count, int points) {
    return new AssignmentAnswer.Numbers(
        Rounding.people(count.demand()),
        Rounding.people(count.served()),
        Rounding.people(count.overCapacity()),
        Rounding.people(count.unknownCapacity()),
        Rounding.people(count.outOfReach()),
        count.demand() == 0 ? null : Rounding.share(count.served() / count.demand()),
        count.unknownPoints(),
        points);
  }
}
