package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caremap.core.routing.ChangedReach;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.facility.Facility;
import org.jspecify.annotations.Nullable;

/**
 * How many places there are, and who gets one by the exact assignment, before and after changes.
 */
@ApplicationScoped
public class PlacesService {
  private static final CapacityField FIELD = CapacityField.BY_TYPE;

  private final AssignmentService assignments;

  PlacesService(AssignmentService assignments) {
    this.assignments = assignments;
  }

  /**
   * How many people facilities would take.
   *
   * @param added of each added facility; null where unknown
   * @param resized by catalogue index, instead of what is stored
   */
  public record Capacities(List<@Nullable Integer> added, Map<Integer, Integer> resized) {
    /** As stored. */
    public static final Capacities AS_STORED = new Capacities(List.of(), Map.of());
  }

  /**
   * Places that there are.
   *
   * @param capacity people that all facilities together take whose capacity is known; null where
   *     none is
   * @param unknown facilities of which nobody has said
   */
  public record Offer(@Nullable Long capacity, int unknown) {}

  /** People one facility takes, by its type; null where nobody has said. */
  public static @Nullable Integer capacityOf(Facility facility) {
    return FIELD.of(facility.details());
  }

  /** The places of today. */
  public Offer offer(Trial trial) {
    return sum(capacities(trial.snapshot(), trial.operating(), Capacities.AS_STORED));
  }

  /** The places after changes. */
  public Offer offer(Trial.Result result, Capacities capacities) {
    return sum(after(result, capacities));
  }

  /** Who gets a place today. */
  public AssignmentAnswer.Numbers served(Trial trial) {
    Trial.Question question = trial.question();
    return AssignmentService.numbers(
        trial.survey(), assignments.assign(trial.survey(), question.types(), question.group()));
  }

  /**
   * Who gets a place after changes: an assignment of everybody, so it takes as long as one. Not for
   * answers while somebody drags.
   */
  public AssignmentAnswer.Numbers served(Trial.Result result, Capacities capacities) {
    Trial trial = result.trial();
    CareSnapshot snapshot = trial.snapshot();
    Walker walker = trial.question().scope().walker();
    WalkingNetwork network = snapshot.network(walker.profile());
    int[] staying = result.staying();
    List<PlannedChanges.Site> sites = new ArrayList<>(result.changes().moved());
    sites.addAll(result.changes().added());
    double[] lon = new double[staying.length + sites.size()];
    double[] lat = new double[lon.length];
    for (int i = 0; i < lon.length; i++) {
      boolean stays = i < staying.length;
      lon[i] =
          stays
              ? snapshot.facilities().list().get(staying[i]).details().lon()
              : sites.get(i - staying.length).place().lon();
      lat[i] =
          stays
              ? snapshot.facilities().list().get(staying[i]).details().lat()
              : sites.get(i - staying.length).place().lat();
    }
    return AssignmentService.numbers(
        trial.survey(),
        AssignmentService.assign(
            trial.survey(),
            ChangedReach.table(
                snapshot.demandPlaces(walker.profile()),
                NetworkPlaces.of(network, lon, lat, snapshot.snapLimitMeters()),
                result.laid().change().streets(),
                walker.trip(),
                AssignmentService.longest(trial.question().scope()).limitMillimeters(),
                () -> false),
            after(result, capacities),
            trial.question().group()));
  }

  /** In the order in which {@link #served} takes them: staying, moved, added. */
  private static double[] after(Trial.Result result, Capacities capacities) {
    CareSnapshot snapshot = result.trial().snapshot();
    int[] moved =
        result.changes().moved().stream().mapToInt(PlannedChanges.Site::facility).toArray();
    double[] staying = capacities(snapshot, result.staying(), capacities);
    double[] others = capacities(snapshot, moved, capacities);
    List<@Nullable Integer> added = capacities.added();
    double[] all = new double[staying.length + others.length + added.size()];
    System.arraycopy(staying, 0, all, 0, staying.length);
    System.arraycopy(others, 0, all, staying.length, others.length);
    for (int i = 0; i < added.size(); i++) {
      Integer capacity = added.get(i);
      all[staying.length + others.length + i] = capacity == null ? Double.NaN : capacity;
    }
    return all;
  }

  private static double[] capacities(CareSnapshot snapshot, int[] indices, Capacities capacities) {
    double[] all = FIELD.of(snapshot.facilities().list(), indices);
    for (int i = 0; i < all.length; i++) {
      Integer resized = capacities.resized().get(indices[i]);
      all[i] = resized == null ? all[i] : resized;
    }
    return all;
  }

  private static Offer sum(double[] capacities) {
    long sum = 0;
    int unknown = 0;
    for (double capacity : capacities) {
      if (Double.isNaN(capacity)) {
        unknown++;
      } else {
        sum += (long) capacity;
      }
    }
    return new Offer(unknown == capacities.length ? null : sum, unknown);
  }
}
