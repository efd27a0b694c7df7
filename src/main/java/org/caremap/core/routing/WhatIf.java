package org.caremap.core.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do to everybody's nearest facility, in milliseconds: facilities added, moved
 * or closed, footbridges opened, streets closed. Only what changes is computed ({@link
 * ForestUpdate}); the result equals a computation from scratch.
 *
 * <p>Places stay joined to the streets they were joined to; those on a closed street are joined
 * anew to the nearest open one. Immutable and safe for all threads.
 */
public final class WhatIf {
  private static final int UNREACHED = WalkingNetwork.UNREACHED;
  private final NetworkPlaces demand;
  private final NetworkPlaces facilities;
  private final int[] indices;
  private final Trip trip;
  private final NearestForest[] forests;
  private final NearestFacilities[] oneWay;
  private final NearestFacilities base;

  private WhatIf(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      Trip trip,
      BooleanSupplier cancelled) {
    this.demand = demand;
    this.facilities = facilities;
    this.indices = indices.clone();
    boolean symmetric = demand.network().isSymmetric();
    this.trip = symmetric ? Trip.TO_FACILITY : trip;
    List<Direction> directions = new ArrayList<>();
    if (this.trip != Trip.BACK) {
      directions.add(Direction.TO_SOURCES);
    }
    if (this.trip != Trip.TO_FACILITY) {
      directions.add(Direction.FROM_SOURCES);
    }
    forests =
        directions.stream()
            .map(direction -> NearestForest.sweep(facilities, indices, direction, cancelled))
            .toArray(NearestForest[]::new);
    oneWay =
        directions.stream()
            .map(
                direction ->
                    NearestFacilities.sweep(
                        demand,
                        facilities,
                        indices,
                        direction == Direction.TO_SOURCES ? Trip.TO_FACILITY : Trip.BACK,
                        WalkingNetwork.FARTHEST,
                        cancelled))
            .toArray(NearestFacilities[]::new);
    base =
        oneWay.length == 1
            ? oneWay[0]
            : NearestFacilities.sweep(
                demand, facilities, indices, trip, WalkingNetwork.FARTHEST, cancelled);
  }

  /**
   * Sweeps once from the facilities as they are.
   *
   * @param demand demand points
   * @param facilities facilities on the same network
   * @param indices the facilities that take part
   * @param trip which walk counts
   * @param cancelled asked now and then
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static WhatIf from(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      int[] indices,
      Trip trip,
      BooleanSupplier cancelled) {
    return new WhatIf(demand, facilities, indices, trip, cancelled);
  }

  /** Everybody's nearest facility as things are. */
  public NearestFacilities base() {
    return base;
  }

  /** The facilities as they are. */
  public NetworkPlaces facilities() {
    return facilities;
  }

  /**
   * A change.
   *
   * @param removed facilities that take part no longer
   * @param movedTo new places of known facilities, or null for none; place i is that of {@code
   *     moved[i]}
   * @param moved known facilities that take part at another place
   * @param added new facilities, or null for none: known as facilityCount, facilityCount + 1, …
   * @param streets streets closed and bridges opened
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, kept nowhere
  public record Change(
      int[] removed,
      int[] moved,
      @Nullable NetworkPlaces movedTo,
      @Nullable NetworkPlaces added,
      StreetChanges streets) {}

  /**
   * What came of a change.
   *
   * @param nearest everybody's nearest facility afterwards
   * @param changedPoints demand points whose cost or facility differs, ascending
   */
  @SuppressWarnings("ArrayRecordComponent") // a fresh array for each outcome
  public record Outcome(NearestFacilities nearest, int[] changedPoints) {}

  /** Computes what a change would do. */
  public Outcome evaluate(Change change, BooleanSupplier cancelled) {
    return new Evaluation(change).run(cancelled);
  }

  /** One change worked out. */
  private final class Evaluation {
    private final StreetChanges streets;
    private final boolean[] stays = new boolean[facilities.size()];
    private final List<Source> sources = new ArrayList<>();
    private final int[] gone;
    private final @Nullable NetworkPlaces rejoined;
    private final int[] rejoinedOf;

    Evaluation(Change change) {
      streets = change.streets();
      for (int index : indices) {
        stays[index] = true;
      }
      BitSet left = new BitSet();
      for (int index : change.removed()) {
        left.set(index);
      }
      NetworkPlaces movedTo = change.movedTo();
      for (int i = 0; i < change.moved().length && movedTo != null; i++) {
        left.set(change.moved()[i]);
        addSource(movedTo, i, change.moved()[i]);
      }
      NetworkPlaces added = change.added();
      for (int i = 0; added != null && i < added.size(); i++) {
        addSource(added, i, facilities.size() + i);
      }
      for (int edge : streets.closedEdges()) {
        for (int f = facilities.firstSlot(edge);
            f < facilities.slotCount() && facilities.edge(f) == edge;
            f++) {
          int index = facilities.place(f);
          if (stays[index] && !left.get(index)) {
            left.set(index);
            addSource(rejoin(facilities.snapped(), new int[] {index}), 0, index);
          }
        }
      }
      left.stream().forEach(index -> stays[index] = false);
      gone = left.stream().toArray();
      rejoinedOf = Arrays.stream(streets.closedEdges()).flatMap(this::pointsOn).sorted().toArray();
      rejoined = rejoinedOf.length == 0 ? null : rejoin(demand.snapped(), rejoinedOf);
    }

    private void addSource(NetworkPlaces places, int place, int label) {
      NetworkPlaces used = places;
      int at = place;
      int slot = places.slot(place);
      if (slot >= 0 && streets.isClosed(places.edge(slot))) {
        used = rejoin(places.snapped(), new int[] {place});
        at = 0;
        slot = used.slot(at);
      }
      if (slot >= 0) {
        sources.add(new Source(used, slot, label));
      }
    }

    private IntStream pointsOn(int edge) {
      int first = demand.firstSlot(edge);
      int end = first;
      while (end < demand.slotCount() && demand.edge(end) == edge) {
        end++;
      }
      return IntStream.range(first, end).map(demand::place);
    }

    private NetworkPlaces rejoin(SnappedPoints places, int[] which) {
      double[] lon = Arrays.stream(which).mapToDouble(places::pointLon).toArray();
      double[] lat = Arrays.stream(which).mapToDouble(places::pointLat).toArray();
      return NetworkPlaces.of(
          demand.network(), SnappedPoints.of(streets.snapper(), lon, lat, places.limitMeters()));
    }

    Outcome run(BooleanSupplier cancelled) {
      ForestUpdate[] updates = new ForestUpdate[forests.length];
      BitSet edges = new BitSet();
      for (int d = 0; d < forests.length; d++) {
        updates[d] = new ForestUpdate(forests[d], facilities, stays, gone, sources, streets);
        noteEdges(updates[d].changed(), edges);
      }
      for (int facility : gone) {
        if (facilities.slot(facility) >= 0) {
          edges.set(facilities.edge(facilities.slot(facility)));
        }
      }
      for (Source source : sources) {
        edges.set(source.places().edge(source.slot()));
      }
      for (int edge : streets.edgesWithEnds()) {
        edges.set(edge);
      }
      int[] cost = base.costs();
      int[] facility = base.facility();
      BitSet changed = new BitSet();
      OverlaySearch search =
          updates.length == 1 ? null : new OverlaySearch(facilities, stays, sources, streets);
      Answers answers = new Answers(updates, search, cost, facility, changed, cancelled);
      for (int edge = edges.nextSetBit(0); edge >= 0; edge = edges.nextSetBit(edge + 1)) {
        if (!streets.isClosed(edge)) {
          for (int k = demand.firstSlot(edge);
              k < demand.slotCount() && demand.edge(k) == edge;
              k++) {
            answers.update(demand.place(k), demand, k);
          }
        }
      }
      for (int i = 0; i < rejoinedOf.length && rejoined != null; i++) {
        answers.update(rejoinedOf[i], rejoined, rejoined.slot(i));
      }
      if (search != null) {
        // The answer of a search can change although its own nodes do not.
        Surroundings near = new Surroundings();
        for (int i = 0; i < cost.length; i++) {
          boolean searched = oneWay[0].facility(i) != oneWay[1].facility(i);
          if (searched
              && demand.slot(i) >= 0
              && !streets.isClosed(demand.edge(demand.slot(i)))
              && near.mayMatterTo(i)) {
            answers.update(i, demand, demand.slot(i));
          }
        }
      }
      return new Outcome(NearestFacilities.of(cost, facility), changed.stream().toArray());
    }

    private void noteEdges(BitSet nodes, BitSet edges) {
      int[] offsets = demand.network().graph().arcs().offsets();
      int[] arcEdges = demand.network().graph().arcs().edges();
      int realNodes = demand.network().graph().nodeCount();
      for (int n = nodes.nextSetBit(0); n >= 0 && n < realNodes; n = nodes.nextSetBit(n + 1)) {
        for (int arc = offsets[n]; arc < offsets[n + 1]; arc++) {
          if (demand.isOccupied(arcEdges[arc] >> 1)) {
            edges.set(arcEdges[arc] >> 1);
          }
        }
      }
    }

    /** Where something changes, to leave out what is too far away to notice. */
    private final class Surroundings {
      private final List<double[]> spots = new ArrayList<>();

      Surroundings() {
        StreetGraph graph = demand.network().graph();
        for (int edge : streets.closedEdges()) {
          addNode(graph, graph.edgeFrom(edge));
          addNode(graph, graph.edgeTo(edge));
        }
        for (Source source : sources) {
          NetworkPlaces places = source.places();
          addPlace(places.snapped(), places.place(source.slot()));
        }
        for (int edge : streets.edgesWithEnds()) {
          addNode(graph, graph.edgeFrom(edge));
          addNode(graph, graph.edgeTo(edge));
          for (int end : streets.endsOn(edge)) {
            NetworkPlaces ends = streets.endPlaces(end);
            addPlace(ends.snapped(), ends.place(streets.endSlot(end)));
          }
        }
      }

      private void addNode(StreetGraph graph, int node) {
        spots.add(new double[] {graph.nodeLon(node), graph.nodeLat(node)});
      }

      private void addPlace(SnappedPoints places, int place) {
        spots.add(new double[] {places.pointLon(place), places.pointLat(place)});
      }

      boolean mayMatterTo(int point) {
        int facility = base.facility(point);
        if (facility < 0 || !stays[facility]) {
          return true;
        }
        double lon = demand.snapped().pointLon(point);
        double lat = demand.snapped().pointLat(point);
        double farthest = base.cost(point) / 1e3 / WalkingNetwork.LEAST_COST_PER_METER;
        for (double[] spot : spots) {
          if (GreatCircle.meters(lon, lat, spot[0], spot[1]) <= farthest) {
            return true;
          }
        }
        return false;
      }
    }

    /** Works out single demand points from the updated nodes. */
    private final class Answers {
      private final ForestUpdate[] updates;
      private final @Nullable OverlaySearch search;
      private final int[] cost;
      private final int[] facility;
      private final BitSet changed;
      private final BooleanSupplier cancelled;
      private final int[] bestCost;
      private final int[] bestFacility;

      Answers(
          ForestUpdate[] updates,
          @Nullable OverlaySearch search,
          int[] cost,
          int[] facility,
          BitSet changed,
          BooleanSupplier cancelled) {
        this.updates = updates;
        this.search = search;
        this.cost = cost;
        this.facility = facility;
        this.changed = changed;
        this.cancelled = cancelled;
        bestCost = new int[updates.length];
        bestFacility = new int[updates.length];
      }

      void update(int point, NetworkPlaces places, int slot) {
        int found = UNREACHED;
        int which = -1;
        if (slot >= 0) {
          for (int d = 0; d < updates.length; d++) {
            read(d, places, slot);
          }
          found = bestCost[0];
          which = bestFacility[0];
          if (search != null) {
            found = Math.max(found, bestCost[1]);
            if (found == UNREACHED) {
              which = -1;
            } else if (which != bestFacility[1]) {
              KNearestSearch.Found nearest = search.nearest(places, slot, cancelled);
              found = nearest.cost();
              which = nearest.facility();
            }
          }
        }
        if (found != cost[point] || which != facility[point]) {
          cost[point] = found;
          facility[point] = which;
          changed.set(point);
        }
      }

      private void read(int d, NetworkPlaces places, int k) {
        ForestUpdate update = updates[d];
        boolean towards = forests[d].direction == Direction.TO_SOURCES;
        bestCost[d] = UNREACHED;
        bestFacility[d] = -1;
        int start = places.startNode(k);
        int end = places.endNode(k);
        take(
            d,
            sum(update.cost[start], towards ? places.toStart(k) : places.fromStart(k)),
            update.label[start]);
        take(
            d,
            sum(update.cost[end], towards ? places.toEnd(k) : places.fromEnd(k)),
            update.label[end]);
        int edge = places.edge(k);
        for (int f = facilities.firstSlot(edge);
            f < facilities.slotCount() && facilities.edge(f) == edge;
            f++) {
          if (stays[facilities.place(f)]) {
            take(d, direct(towards, places, k, facilities, f), facilities.place(f));
          }
        }
        for (Source source : sources) {
          if (source.places().edge(source.slot()) == edge) {
            take(d, direct(towards, places, k, source.places(), source.slot()), source.label());
          }
        }
        for (int node : streets.endsOn(edge)) {
          int leg = direct(towards, places, k, streets.endPlaces(node), streets.endSlot(node));
          take(d, sum(leg, update.cost[node]), update.label[node]);
        }
      }

      private void take(int d, int offered, int label) {
        if (offered < bestCost[d]
            || (offered == bestCost[d] && offered < UNREACHED && label < bestFacility[d])) {
          bestCost[d] = offered;
          bestFacility[d] = label;
        }
      }
    }
  }

  private static int direct(
      boolean towards, NetworkPlaces from, int k, NetworkPlaces to, int slot) {
    return towards ? from.along(k, to, slot) : to.along(slot, from, k);
  }

  private static int sum(int a, int b) {
    return WalkingNetwork.sum(a, b);
  }
}
