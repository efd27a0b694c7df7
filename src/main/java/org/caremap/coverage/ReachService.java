package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.caremap.core.coverage.CapacitatedAssignment;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.routing.ReachedPlaces;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.facility.Facility;
import org.caremap.platform.ProblemException;
import org.caremap.population.DemandGroup;
import org.caremap.population.DemandPoints;
import org.jspecify.annotations.Nullable;

/** Whom a facility reaches, and who else reaches them. */
@ApplicationScoped
class ReachService {
  private static final double EXTRA_MINUTES = 5;
  private static final int LISTED_OVERLAPS = 20;

  private final SnapshotService snapshots;
  private final AssignmentService assignments;

  ReachService(SnapshotService snapshots, AssignmentService assignments) {
    this.snapshots = snapshots;
    this.assignments = assignments;
  }

  ReachAnswer answer(String id, double minutes, Walker walker, DemandGroup group) {
    CareSnapshot snapshot = snapshots.current();
    Facility facility =
        snapshot.facilities().find(id).orElseThrow(() -> ProblemException.notFound("facility", id));
    int self = snapshot.facilities().list().indexOf(facility);
    DemandPoints demand = snapshot.demand();
    Cutoff cutoff = walker.cutoff(minutes);
    Cutoff wider = walker.cutoff(minutes + EXTRA_MINUTES);
    ReachedPlaces places = Reaches.of(snapshot, self, walker, wider);
    BitSet reached = places.within(cutoff.limitMillimeters());
    BitSet outside = places.within(wider.limitMillimeters());
    outside.andNot(reached);
    BitSet shared = new BitSet();
    List<ReachAnswer.Overlap> overlaps = new ArrayList<>();
    for (int other : snapshot.operating(List.of(facility.details().type()))) {
      if (other == self || tooFarApart(snapshot, self, other, cutoff)) {
        continue;
      }
      BitSet both = Reaches.of(snapshot, other, walker, cutoff).within(cutoff.limitMillimeters());
      both.and(reached);
      if (!both.isEmpty()) {
        shared.or(both);
        overlaps.add(
            new ReachAnswer.Overlap(
                FacilityRef.of(snapshot.facilities().list().get(other)),
                GroupCounts.of(demand, both).known()));
      }
    }
    overlaps.sort(Comparator.comparingDouble(ReachService::sharedElders).reversed());
    BitSet only = (BitSet) reached.clone();
    only.andNot(shared);
    GroupCounts all = GroupCounts.of(demand, reached);
    return new ReachAnswer(
        FacilityRef.of(facility),
        minutes,
        snapshot.method(false).code(),
        walker.speedKmh(),
        walker.profile().code(),
        walker.trip().code(),
        all.known(),
        GroupCounts.of(demand, shared).known(),
        GroupCounts.of(demand, only).known(),
        all.unknownPoints(),
        new ReachAnswer.JustOutside(EXTRA_MINUTES, GroupCounts.of(demand, outside).known()),
        places(snapshot, self, minutes, walker, group, reached),
        List.copyOf(overlaps.subList(0, Math.min(LISTED_OVERLAPS, overlaps.size()))));
  }

  private ReachAnswer.@Nullable Places places(
      CareSnapshot snapshot,
      int self,
      double minutes,
      Walker walker,
      DemandGroup group,
      BitSet reached) {
    Facility facility = snapshot.facilities().list().get(self);
    if (!facility.isOperating()) {
      return null;
    }
    List<String> type = List.of(facility.details().type());
    CapacitatedAssignment assignment =
        assignments.assign(snapshot, type, minutes, walker, group, CapacityField.BY_TYPE);
    Integer capacity = CapacityField.BY_TYPE.of(facility.details());
    int row = Arrays.binarySearch(snapshot.operating(type), self);
    double load = assignment.load(row);
    double people = 0;
    double served = 0;
    double[] counts = snapshot.demand().counts(group);
    for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
      if (!Double.isNaN(counts[i])) {
        people += counts[i];
        served += assignment.served(i);
      }
    }
    return new ReachAnswer.Places(
        group.code(),
        capacity,
        capacity == null ? null : Rounding.people(load),
        Rounding.people(people),
        Rounding.people(served - load),
        Rounding.people(people - served));
  }

  // No metre of a walk costs less than this many flat ones, so these two can share nobody.
  private static boolean tooFarApart(CareSnapshot snapshot, int a, int b, Cutoff cutoff) {
    Facility one = snapshot.facilities().list().get(a);
    Facility two = snapshot.facilities().list().get(b);
    double apart =
        GreatCircle.meters(
            one.details().lon(), one.details().lat(), two.details().lon(), two.details().lat());
    return apart * WalkingNetwork.LEAST_COST_PER_METER > 2 * cutoff.sweepLimitMeters();
  }

  private static double sharedElders(ReachAnswer.Overlap overlap) {
    Double elders = overlap.sharedDemand().get(DemandGroup.AGE60.code());
    return elders == null ? 0 : elders;
  }
}
