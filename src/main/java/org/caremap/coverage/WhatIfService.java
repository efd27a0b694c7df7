package org.caremap.coverage;

import static org.caremap.coverage.WhatIfRequest.orNone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.StreetChanges;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WhatIf;
import org.caremap.facility.Facility;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a change to facilities or streets would do to coverage and gaps; nothing is stored. */
@ApplicationScoped
class WhatIfService {
  private static final int MOST_CHANGES = 100;
  private static final String LON = "a number in [-180, 180]";
  private static final String LAT = "a number in [-90, 90]";

  private final SnapshotService snapshots;

  WhatIfService(SnapshotService snapshots) {
    this.snapshots = snapshots;
  }

  WhatIfAnswer answer(CoverageService.Question q, WhatIfRequest request) {
    CareSnapshot snapshot = snapshots.current();
    if (snapshot.streets() == null) {
      throw ProblemException.conflict("what-if needs streets; none are loaded");
    }
    WhatIf whatIf = snapshot.whatIf(q.types(), q.walker());
    WhatIf.Change change = new Reading(snapshot, q).change(request);
    WhatIf.Outcome outcome = whatIf.evaluate(change, () -> false);
    int facilities = snapshot.operating(q.types()).length;
    NetworkPlaces added = change.added();
    int after = facilities - change.removed().length + (added == null ? 0 : added.size());
    double[] meters = outcome.nearest().meters();
    return new WhatIfAnswer(
        CoverageService.answer(snapshot, q, whatIf.base().meters(), facilities),
        CoverageService.answer(snapshot, q, meters, after),
        outcome.changedPoints().length,
        GapService.answer(snapshot, q, meters));
  }

  /** Reads a request against a snapshot; what is wrong is named by its field. */
  private static final class Reading {
    private final CareSnapshot snapshot;
    private final CoverageService.Question q;
    private final WalkingNetwork network;

    Reading(CareSnapshot snapshot, CoverageService.Question q) {
      this.snapshot = snapshot;
      this.q = q;
      network = snapshot.network(q.walker().profile());
    }

    WhatIf.Change change(WhatIfRequest request) {
      limit("add", orNone(request.add()));
      limit("move", orNone(request.move()));
      limit("close", orNone(request.close()));
      limit("bridges", orNone(request.bridges()));
      limit("closeStreets", orNone(request.closeStreets()));
      List<WhatIfRequest.Place> targets = new ArrayList<>();
      int[] moved = new int[orNone(request.move()).size()];
      for (int i = 0; i < moved.length; i++) {
        WhatIfRequest.Move move = orNone(request.move()).get(i);
        moved[i] = facility("move[%d].id".formatted(i), move.id());
        targets.add(new WhatIfRequest.Place(move.lon(), move.lat()));
      }
      List<String> ids = orNone(request.close());
      TreeSet<Integer> closed = new TreeSet<>();
      for (int i = 0; i < ids.size(); i++) {
        closed.add(facility("close[%d]".formatted(i), ids.get(i)));
      }
      for (int index : moved) {
        if (closed.contains(index)) {
          throw ProblemException.badRequest("a facility cannot both move and close: " + id(index));
        }
      }
      return new WhatIf.Change(
          closed.stream().mapToInt(i -> i).toArray(),
          moved,
          targets.isEmpty() ? null : places("move", targets),
          orNone(request.add()).isEmpty() ? null : places("add", orNone(request.add())),
          streets(request));
    }

    private static void limit(String field, List<?> list) {
      if (list.size() > MOST_CHANGES || list.stream().anyMatch(Objects::isNull)) {
        throw ProblemException.badParameter(
            field, list.size() + " entries", "at most " + MOST_CHANGES + " entries, none null");
      }
    }

    private int facility(String field, @Nullable String id) {
      Facility facility = id == null ? null : snapshot.facilities().find(id).orElse(null);
      int index = facility == null ? -1 : snapshot.facilities().list().indexOf(facility);
      for (int operating : snapshot.operating(q.types())) {
        if (operating == index) {
          return index;
        }
      }
      throw ProblemException.badParameter(
          field, id, "the id of an operating facility of type " + String.join(", ", q.types()));
    }

    private String id(int index) {
      return snapshot.facilities().list().get(index).id().toString();
    }

    private NetworkPlaces places(String field, List<WhatIfRequest.Place> given) {
      double[] lon = new double[given.size()];
      double[] lat = new double[given.size()];
      for (int i = 0; i < lon.length; i++) {
        lon[i] = degrees("%s[%d].lon".formatted(field, i), given.get(i).lon(), 180, LON);
        lat[i] = degrees("%s[%d].lat".formatted(field, i), given.get(i).lat(), 90, LAT);
      }
      return NetworkPlaces.of(network, lon, lat, snapshot.snapLimitMeters());
    }

    private static double degrees(String field, @Nullable Double value, double most, String legal) {
      if (value == null || !(Math.abs(value) <= most)) {
        throw ProblemException.badParameter(field, value == null ? null : value.toString(), legal);
      }
      return value;
    }

    private StreetChanges streets(WhatIfRequest request) {
      List<WhatIfRequest.Place> places = orNone(request.closeStreets());
      int[] closed = new int[places.size()];
      NetworkPlaces on = places("closeStreets", places);
      for (int i = 0; i < closed.length; i++) {
        requireStreet("closeStreets[%d]".formatted(i), on, i);
        closed[i] = on.snapped().edge(i);
      }
      List<StreetChanges.Bridge> bridges = new ArrayList<>();
      List<WhatIfRequest.Bridge> given = orNone(request.bridges());
      StreetChanges closing = StreetChanges.of(network, closed, List.of());
      for (int i = 0; i < given.size(); i++) {
        bridges.add(bridge("bridges[%d]".formatted(i), given.get(i), closing));
      }
      return StreetChanges.of(network, closed, bridges);
    }

    private StreetChanges.Bridge bridge(
        String field, WhatIfRequest.Bridge bridge, StreetChanges closing) {
      if (bridge.from() == null || bridge.to() == null) {
        throw ProblemException.badParameter(field, null, "from and to, each with lon and lat");
      }
      NetworkPlaces asked = places(field, List.of(bridge.from(), bridge.to()));
      double[] lon = {asked.snapped().pointLon(0), asked.snapped().pointLon(1)};
      double[] lat = {asked.snapped().pointLat(0), asked.snapped().pointLat(1)};
      NetworkPlaces ends =
          NetworkPlaces.of(network, closing.snapper(), lon, lat, snapshot.snapLimitMeters());
      requireStreet(field + ".from", ends, 0);
      requireStreet(field + ".to", ends, 1);
      double meters = GreatCircle.meters(lon[0], lat[0], lon[1], lat[1]);
      int cost = WalkingNetwork.limit(Math.max(0.001, meters));
      return new StreetChanges.Bridge(ends, cost);
    }

    private void requireStreet(String field, NetworkPlaces places, int i) {
      if (!places.isSnapped(i)) {
        throw ProblemException.badParameter(
            field,
            places.snapped().pointLon(i) + ", " + places.snapped().pointLat(i),
            "a place within " + snapshot.snapLimitMeters() + " m of a street");
      }
    }
  }
}
