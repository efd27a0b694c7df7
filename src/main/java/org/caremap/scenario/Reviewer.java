package org.caremap.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.caremap.candidate.Candidate;
import org.caremap.candidate.CandidateService;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.Snapped;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.PlacesService;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityStatus;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;

/** Looks at changes against the data of today: what they meet, and what is no more as it was. */
final class Reviewer {
  /** An added site this close to a facility of its type is the same place. */
  static final double SAME_PLACE_METERS = 50;

  /** What stands this close to where it was to move has moved. */
  private static final double ARRIVED_METERS = 30;

  /** Less is a digit cut off, not a move. */
  private static final double MOVED_METERS = 1;

  /** Streets are drawn anew with other points; less than this is the same street. */
  private static final double SAME_STREET_METERS = 20;

  private static final String CANDIDATE = "c:";

  private final CareSnapshot snapshot;
  private final CandidateService candidates;

  Reviewer(CareSnapshot snapshot, CandidateService candidates) {
    this.snapshot = snapshot;
    this.candidates = candidates;
  }

  /** What each change meets today. */
  List<Seen> see(List<Change> changes) {
    return changes.stream().map(this::see).toList();
  }

  private Seen see(Change change) {
    if (change instanceof Change.Add add) {
      return new Seen(null, null, null, null, null, null, neighbours(add));
    }
    if (change instanceof Change.Footbridge bridge) {
      Snapped from = street(bridge.from().lon(), bridge.from().lat());
      Snapped to = street(bridge.to().lon(), bridge.to().lat());
      return new Seen(
          null,
          from == null ? null : from.lon(),
          from == null ? null : from.lat(),
          null,
          to == null ? null : to.lon(),
          to == null ? null : to.lat(),
          List.of());
    }
    if (change instanceof Change.CloseStreet closed) {
      Snapped on = street(closed.lon(), closed.lat());
      return on == null
          ? Seen.NOTHING
          : new Seen(nameOf(on), on.lon(), on.lat(), null, null, null, List.of());
    }
    return snapshot
        .facilities()
        .findByExternalId(change.about())
        .map(
            f ->
                new Seen(
                    f.details().name(),
                    f.details().lon(),
                    f.details().lat(),
                    PlacesService.capacityOf(f),
                    null,
                    null,
                    List.of()))
        .orElse(Seen.NOTHING);
  }

  /** What each change means today. */
  List<Review> review(List<Change> changes, List<Seen> seen) {
    List<Review> reviews = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Seen then = i < seen.size() ? seen.get(i) : Seen.NOTHING;
      Finding finding = find(changes.get(i), then);
      reviews.add(
          new Review(
              i,
              changes.get(i).op(),
              changes.get(i).about(),
              finding.state,
              finding.effect,
              finding.en,
              finding.zh));
    }
    return reviews;
  }

  private record Finding(String state, boolean effect, String en, String zh) {}

  private static Finding kept() {
    return new Finding(Review.KEPT, true, "As it was.", "与保存时一致。");
  }

  private static Finding gone(String en, String zh) {
    return new Finding(Review.GONE, false, en, zh);
  }

  private static Finding moved(String en, String zh) {
    return new Finding(Review.MOVED, true, en, zh);
  }

  private static Finding conflict(boolean effect, String en, String zh) {
    return new Finding(Review.CONFLICT, effect, en, zh);
  }

  private Finding find(Change change, Seen then) {
    if (change instanceof Change.Add add) {
      return added(add, then);
    }
    if (change instanceof Change.Footbridge bridge) {
      return bridge(bridge, then);
    }
    return change instanceof Change.CloseStreet street
        ? closed(street, then)
        : ofFacility(change, then);
  }

  private Finding added(Change.Add add, Seen then) {
    if (street(add.lon(), add.lat()) == null) {
      return conflict(false, "There is no street near the place any more.", "该位置附近已没有道路。");
    }
    for (String id : neighbours(add)) {
      Facility near = snapshot.facilities().findByExternalId(id).orElseThrow();
      if (!then.neighbours().contains(id)) {
        String meters = meters(add.lon(), add.lat(), near.details().lon(), near.details().lat());
        return conflict(
            true,
            "“%s” of the same type has opened %s m away since: is it this one?"
                .formatted(near.details().name(), meters),
            "此后同类设施“%s”已在 %s 米处开办，可能就是本项计划。".formatted(near.details().name(), meters));
      }
    }
    return candidate(add);
  }

  /** The premises that an added site is to stand in. */
  private Finding candidate(Change.Add add) {
    String id = add.candidate();
    if (id == null || !id.startsWith(CANDIDATE)) {
      return kept();
    }
    Candidate candidate = candidates.find(id.substring(CANDIDATE.length())).orElse(null);
    if (candidate == null) {
      return conflict(
          true,
          "The premises %s are not among the candidates any more.".formatted(id),
          "备选场所 %s 已不在清单中。".formatted(id.substring(CANDIDATE.length())));
    }
    return candidate.available()
        ? kept()
        : conflict(
            true,
            "The premises “%s” are not available any more.".formatted(candidate.name()),
            "备选场所“%s”已不可用。".formatted(candidate.name()));
  }

  private Finding ofFacility(Change change, Seen then) {
    Facility now = snapshot.facilities().findByExternalId(change.about()).orElse(null);
    if (now == null) {
      String name = then.name() == null ? change.about() : then.name();
      return gone(
          "“%s” is not among the facilities any more.".formatted(name),
          "设施清单中已没有“%s”。".formatted(name));
    }
    String name = now.details().name();
    if (now.details().status() == FacilityStatus.CLOSED) {
      return change instanceof Change.Close
          ? gone("“%s” is closed already.".formatted(name), "“%s”已经停办，无需再关闭。".formatted(name))
          : gone("“%s” has been closed since.".formatted(name), "“%s”此后已停办。".formatted(name));
    }
    if (!now.isOperating()) {
      return conflict(
          false,
          "“%s” does not operate at present.".formatted(name),
          "“%s”目前没有运营。".formatted(name));
    }
    Double lon = then.lon();
    Double lat = then.lat();
    double since =
        lon == null || lat == null
            ? 0
            : GreatCircle.meters(lon, lat, now.details().lon(), now.details().lat());
    if (change instanceof Change.Move move) {
      return move(move, now, since);
    }
    if (change instanceof Change.Resize resize) {
      Integer capacity = PlacesService.capacityOf(now);
      if (!Objects.equals(capacity, then.capacity())) {
        return resized(resize, name, then.capacity(), capacity);
      }
    }
    return since > MOVED_METERS
        ? moved(
            "“%s” has moved by %s m since.".formatted(name, meters(since)),
            "“%s”此后迁移了 %s 米。".formatted(name, meters(since)))
        : kept();
  }

  private Finding move(Change.Move move, Facility now, double since) {
    String name = now.details().name();
    double left =
        GreatCircle.meters(move.lon(), move.lat(), now.details().lon(), now.details().lat());
    if (since > MOVED_METERS && left <= ARRIVED_METERS) {
      return gone("“%s” has moved there already.".formatted(name), "“%s”已经迁到该位置。".formatted(name));
    }
    if (street(move.lon(), move.lat()) == null) {
      return conflict(true, "There is no street near the new place any more.", "新位置附近已没有道路。");
    }
    return since > MOVED_METERS
        ? moved(
            "“%s” has moved by %s m since; it would still move %s m to the planned place."
                .formatted(name, meters(since), meters(left)),
            "“%s”此后迁移了 %s 米，距计划位置仍有 %s 米。".formatted(name, meters(since), meters(left)))
        : kept();
  }

  private static Finding resized(
      Change.Resize resize, String name, @Nullable Integer then, @Nullable Integer now) {
    if (now != null && now == resize.capacity()) {
      return gone(
          "“%s” takes %d people already.".formatted(name, now),
          "“%s”的容量已经是 %d 人。".formatted(name, now));
    }
    return conflict(
        true,
        "“%s” takes %s people now, %s when this was planned."
            .formatted(
                name,
                now == null ? "an unknown number of" : now.toString(),
                then == null ? "unknown" : then.toString()),
        "“%s”的容量现为 %s，保存方案时为 %s。".formatted(name, people(now), people(then)));
  }

  private static String people(@Nullable Integer capacity) {
    return capacity == null ? "未知" : capacity + " 人";
  }

  private Finding bridge(Change.Footbridge bridge, Seen then) {
    Snapped from = street(bridge.from().lon(), bridge.from().lat());
    Snapped to = street(bridge.to().lon(), bridge.to().lat());
    if (from == null || to == null) {
      return conflict(
          false,
          from == null && to == null
              ? "Neither end of the footbridge is near a street any more."
              : "One end of the footbridge is not near a street any more.",
          from == null && to == null ? "步行桥两端附近都已没有道路。" : "步行桥一端附近已没有道路。");
    }
    double off = Math.max(off(from, then.lon(), then.lat()), off(to, then.lon2(), then.lat2()));
    return off > SAME_STREET_METERS
        ? moved(
            "The streets at its ends run %s m from where they ran.".formatted(meters(off)),
            "桥头道路的位置变动了 %s 米。".formatted(meters(off)))
        : kept();
  }

  private Finding closed(Change.CloseStreet street, Seen then) {
    Snapped on = street(street.lon(), street.lat());
    if (on == null) {
      return gone("There is no street here any more.", "此处已没有道路。");
    }
    double off = off(on, then.lon(), then.lat());
    String name = nameOf(on);
    if (off <= SAME_STREET_METERS && Objects.equals(name, then.name())) {
      return kept();
    }
    return moved(
        "The nearest street is another one now: %s, %s m from the former."
            .formatted(name == null ? "a street without a name" : "“" + name + "”", meters(off)),
        "最近的道路已变为%s，距原道路 %s 米。".formatted(name == null ? "一条无名道路" : "“" + name + "”", meters(off)));
  }

  private static double off(Snapped now, @Nullable Double lon, @Nullable Double lat) {
    return lon == null || lat == null ? 0 : GreatCircle.meters(now.lon(), now.lat(), lon, lat);
  }

  /** External ids of the facilities of its type that serve now at the same place. */
  private List<String> neighbours(Change.Add add) {
    return snapshot.facilities().list().stream()
        .filter(Facility::isOperating)
        .filter(f -> f.details().type().equals(add.type()))
        .filter(
            f ->
                GreatCircle.meters(add.lon(), add.lat(), f.details().lon(), f.details().lat())
                    <= SAME_PLACE_METERS)
        .map(f -> f.details().externalId())
        .toList();
  }

  private @Nullable Snapped street(double lon, double lat) {
    StreetNetwork streets = snapshot.streets();
    return streets != null
            && streets.snapper().snap(lon, lat, snapshot.snapLimitMeters()) instanceof Snapped on
        ? on
        : null;
  }

  private @Nullable String nameOf(Snapped on) {
    StreetNetwork streets = snapshot.streets();
    return streets == null ? null : streets.graph().edgeName(on.edge());
  }

  private static String meters(double lon, double lat, double otherLon, double otherLat) {
    return meters(GreatCircle.meters(lon, lat, otherLon, otherLat));
  }

  private static String meters(double meters) {
    return String.format(Locale.ROOT, "%.0f", meters);
  }
}
