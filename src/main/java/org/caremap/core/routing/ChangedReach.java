package org.caremap.core.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.graph.StreetGraph;

/**
 * Who reaches whom over changed streets. Facilities too far from everything that is closed or
 * opened keep the row that they have over the streets as they are; the others are walked anew.
 */
public final class ChangedReach {
  private final NetworkPlaces demand;
  private final NetworkPlaces facilities;
  private final StreetChanges streets;
  private final List<double[]> spots = new ArrayList<>();

  private ChangedReach(NetworkPlaces demand, NetworkPlaces facilities, StreetChanges streets) {
    this.demand = demand;
    this.facilities = facilities;
    this.streets = streets;
    StreetGraph graph = demand.network().graph();
    for (int edge : streets.closedEdges()) {
      addEnds(graph, edge);
      // They join other streets, possibly far from this one's ends.
      for (int k = demand.firstSlot(edge); k < demand.slotCount() && demand.edge(k) == edge; k++) {
        SnappedPoints places = demand.snapped();
        int place = demand.place(k);
        spots.add(new double[] {places.pointLon(place), places.pointLat(place)});
      }
    }
    for (int edge : streets.edgesWithEnds()) {
      addEnds(graph, edge);
      for (int end : streets.endsOn(edge)) {
        NetworkPlaces ends = streets.endPlaces(end);
        int place = ends.place(streets.endSlot(end));
        spots.add(new double[] {ends.snapped().pointLon(place), ends.snapped().pointLat(place)});
        spots.add(new double[] {ends.snapped().lon(place), ends.snapped().lat(place)});
      }
    }
  }

  private void addEnds(StreetGraph graph, int edge) {
    for (int node : new int[] {graph.edgeFrom(edge), graph.edgeTo(edge)}) {
      spots.add(new double[] {graph.nodeLon(node), graph.nodeLat(node)});
    }
  }

  /**
   * The table of all pairs within a limit.
   *
   * @param demand demand points, joined to the streets as they are
   * @param facilities facilities, joined to the streets as they are
   * @param streets what is closed and opened; places on closed streets are joined anew
   * @param trip which walk counts
   * @param limit inclusive limit of costs, in [0, {@link WalkingNetwork#FARTHEST}]
   * @param cancelled asked now and then
   * @return row i is facility i
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static ReachTable table(
      NetworkPlaces demand,
      NetworkPlaces facilities,
      StreetChanges streets,
      Trip trip,
      int limit,
      BooleanSupplier cancelled) {
    int[] all = IntStream.range(0, facilities.size()).toArray();
    ReachTable before =
        ManyToMany.table(demand, facilities, all, trip, limit, share -> {}, cancelled);
    if (streets.isEmpty()) {
      return before;
    }
    ChangedReach changed = new ChangedReach(demand, facilities, streets);
    ReachTable.Builder after = new ReachTable.Builder(all.length, demand.size(), limit);
    Arrays.stream(all)
        .parallel()
        .forEach(
            f -> {
              if (changed.mayMatterTo(f, limit)) {
                changed.row(f, trip, limit, after, cancelled);
              } else {
                copy(before, f, after);
              }
            });
    return after.build();
  }

  private boolean mayMatterTo(int facility, int limit) {
    int slot = facilities.slot(facility);
    if (slot < 0) {
      return false;
    }
    if (streets.isClosed(facilities.edge(slot))) {
      return true;
    }
    double lon = facilities.snapped().pointLon(facility);
    double lat = facilities.snapped().pointLat(facility);
    double farthest = limit / 1e3 / WalkingNetwork.LEAST_COST_PER_METER;
    return spots.stream()
        .anyMatch(spot -> GreatCircle.meters(lon, lat, spot[0], spot[1]) <= farthest);
  }

  private void row(
      int facility, Trip trip, int limit, ReachTable.Builder into, BooleanSupplier cancelled) {
    int[] none = {};
    NearestFacilities alone =
        WhatIf.from(demand, facilities, new int[] {facility}, trip, cancelled)
            .evaluate(new WhatIf.Change(none, none, null, null, streets), cancelled)
            .nearest();
    int[] places = IntStream.range(0, demand.size()).filter(i -> alone.cost(i) <= limit).toArray();
    into.row(facility, places, Arrays.stream(places).map(alone::cost).toArray(), places.length);
  }

  private static void copy(ReachTable from, int row, ReachTable.Builder into) {
    int first = from.first(row);
    int size = from.first(row + 1) - first;
    int[] places = new int[size];
    int[] costs = new int[size];
    for (int k = 0; k < size; k++) {
      places[k] = from.demand(first + k);
      costs[k] = from.cost(first + k);
    }
    into.row(row, places, costs, size);
  }
}
