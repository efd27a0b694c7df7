package org.caremap.coverage;

import static org.caremap.coverage.WhatIfRequest.orNone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.caremap.core.routing.NetworkPlaces;
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
      PlannedChanges.Laid laid =
          new PlannedChanges(
                  sites("add", new int[0], orNone(request.add())),
                  sites("move", moved, targets),
                  List.copyOf(closed),
                  bridges(request),
                  streets(request))
              .over(network, snapshot.snapLimitMeters());
      laid.joined().forEach(joined -> requireStreet(request, joined));
      return laid.change();
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

    private List<PlannedChanges.Site> sites(
        String field, int[] facilities, List<WhatIfRequest.Place> given) {
      List<PlannedChanges.Site> sites = new ArrayList<>();
      for (int i = 0; i < given.size(); i++) {
        sites.add(
            new PlannedChanges.Site(
                facilities.length == 0 ? -1 : facilities[i],
                spot("%s[%d]".formatted(field, i), given.get(i))));
      }
      return sites;
    }

    private static PlannedChanges.Spot spot(String field, WhatIfRequest.Place given) {
      return new PlannedChanges.Spot(
          degrees(field + ".lon", given.lon(), 180, LON),
          degrees(field + ".lat", given.lat(), 90, LAT));
    }

    private static double degrees(String field, @Nullable Double value, double most, String legal) {
      if (value == null || !(Math.abs(value) <= most)) {
        throw ProblemException.badParameter(field, value == null ? null : value.toString(), legal);
      }
      return value;
    }

    private static List<PlannedChanges.Spot> streets(WhatIfRequest request) {
      List<WhatIfRequest.Place> given = orNone(request.closeStreets());
      return IntStream.range(0, given.size())
          .mapToObj(i -> spot("closeStreets[%d]".formatted(i), given.get(i)))
          .toList();
    }

    private static List<PlannedChanges.Bridge> bridges(WhatIfRequest request) {
      List<PlannedChanges.Bridge> bridges = new ArrayList<>();
      List<WhatIfRequest.Bridge> given = orNone(request.bridges());
      for (int i = 0; i < given.size(); i++) {
        String field = "bridges[%d]".formatted(i);
        WhatIfRequest.Place from = given.get(i).from();
        WhatIfRequest.Place to = given.get(i).to();
        if (from == null || to == null) {
          throw ProblemException.badParameter(field, null, "from and to, each with lon and lat");
        }
        bridges.add(
            new PlannedChanges.Bridge(spot(field + ".from", from), spot(field + ".to", to)));
      }
      return bridges;
    }

    /**
     * A new facility may be out of reach; a bridge or a closed street that is none is a mistake.
     */
    private void requireStreet(WhatIfRequest request, PlannedChanges.Joined joined) {
      int i = joined.index();
      WhatIfRequest.Place asked =
          switch (joined.what()) {
            case FROM -> orNone(request.bridges()).get(i).from();
            case TO -> orNone(request.bridges()).get(i).to();
            case CLOSED -> orNone(request.closeStreets()).get(i);
            case ADDED, MOVED -> null;
          };
      if (asked != null && !joined.isOnStreet()) {
        String field =
            switch (joined.what()) {
              case FROM -> "bridges[%d].from".formatted(i);
              case TO -> "bridges[%d].to".formatted(i);
              default -> "closeStreets[%d]".formatted(i);
            };
        throw ProblemException.badParameter(
            field,
            asked.lon() + ", " + asked.lat(),
            "a place within " + snapshot.snapLimitMeters() + " m of a street");
      }
    }
  }
}
