package org.caremap.card;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaTree;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.Method;
import org.caremap.coverage.SnapshotService;
import org.caremap.facility.FacilityProperties;
import org.caremap.find.FindAnswer;
import org.caremap.find.Hotlines;
import org.caremap.find.Need;
import org.caremap.hours.HoursService;
import org.caremap.platform.ProblemException;
import org.caremap.sketch.QrCode;
import org.jspecify.annotations.Nullable;

/** Writes cards: finds the nearest of each kind and puts what is known of it into words. */
@ApplicationScoped
class CardService {
  private static final double QR_UNITS = 200;

  private final SnapshotService snapshots;
  private final CardPlaces places;
  private final Hotlines hotlines;
  private final HoursService hours;

  CardService(SnapshotService snapshots, CardPlaces places, Hotlines hotlines, HoursService hours) {
    this.snapshots = snapshots;
    this.places = places;
    this.hotlines = hotlines;
    this.hours = hours;
  }

  /**
   * One card.
   *
   * @param page address of the start page, for the QR code
   * @throws ProblemException 400 where nobody knows where its area is
   */
  Card write(CardRequest request, String page) {
    CareSnapshot snapshot = snapshots.current();
    if (request.area() == null) {
      return write(
          snapshot, request, new CardStart(request.lon(), request.lat(), null, false), page);
    }
    CardStart start =
        new CommunityMiddles(snapshot, request.walker().profile())
            .find(request.area())
            .orElseThrow(() -> noStart(request.area()));
    return write(snapshot, request, start, page);
  }

  private static ProblemException noStart(Area area) {
    return ProblemException.badParameter(
        "area", area.code(), "an area with demand points or a boundary");
  }

  /**
   * The communities below an area (those that no other area lies in but estates and natural
   * villages), itself if none does; those are left out of which nobody knows where they are.
   *
   * @throws ProblemException 400 where none is left
   */
  Batch batch(CardRequest request) {
    CareSnapshot snapshot = snapshots.current();
    Area top = request.area();
    AreaTree tree = snapshot.areas();
    CommunityMiddles middles = new CommunityMiddles(snapshot, request.walker().profile());
    Set<String> divided = new HashSet<>();
    tree.list().stream()
        .filter(area -> area.parentCode() != null && isUnit(area))
        .forEach(area -> divided.add(area.parentCode()));
    List<Batch.Member> members =
        tree.list().stream()
            .filter(area -> tree.isWithin(area.code(), top.code()))
            .filter(area -> isUnit(area) || area.code().equals(top.code()))
            .filter(area -> !divided.contains(area.code()))
            .flatMap(
                area -> middles.find(area).stream().map(start -> new Batch.Member(area, start)))
            .toList();
    if (members.isEmpty()) {
      throw noStart(top);
    }
    return new Batch(snapshot, members);
  }

  /** Whether an area has a card of its own in a printing: estates share their community's. */
  static boolean isUnit(Area area) {
    return area.level().depth() <= AreaLevel.COMMUNITY_DEPTH;
  }

  /**
   * The communities of one printing.
   *
   * @param snapshot the state that all their cards are of
   */
  record Batch(CareSnapshot snapshot, List<Member> members) {
    /** One community and where its card starts. */
    record Member(Area area, CardStart start) {}
  }

  /** A card of a known start. */
  Card write(CareSnapshot snapshot, CardRequest request, CardStart start, String page) {
    CardText text = request.text();
    List<Card.Entry> entries = new ArrayList<>();
    List<CardPlace> found = new ArrayList<>();
    for (Need need : request.needs()) {
      CardPlace place = places.find(start, need, request.walker());
      found.add(place);
      entries.add(entry(entries.size() + 1, place, text));
    }
    Area area = request.area();
    String title = area == null ? text.get("place") : area.name();
    return new Card(
        text,
        request.paper(),
        title,
        area == null ? "" : parents(snapshot.areas(), area),
        request.owner(),
        pace(snapshot, request, title),
        List.copyOf(entries),
        CardSketch.svg(snapshot.streets(), start, found, request.paper(), text),
        QrCode.of(familyPage(request, start, page)).svg(QR_UNITS, text.get("qr")),
        text.get("qr"),
        calls(text),
        sources(snapshot, found, text),
        isSample(snapshot, found),
        start);
  }

  /**
   * Where the family finds the same: the start page, from the middle of this community. A card of a
   * place leads to the start page alone, so that its code does not say where somebody lives.
   */
  private static String familyPage(CardRequest request, CardStart start, String page) {
    String address = request.text() == CardText.ZH ? page : page + "?lang=" + request.text().code();
    return start.middle()
        ? String.format(Locale.ROOT, "%s#from=%.5f,%.5f", address, start.lon(), start.lat())
        : address;
  }

  private static String parents(AreaTree tree, Area area) {
    List<Area> line = tree.lineage(area.code());
    List<String> names = new ArrayList<>();
    for (int i = line.size() - 1; i > 0; i--) {
      names.add(line.get(i).name());
    }
    return String.join(" ", names);
  }

  private static String pace(CareSnapshot snapshot, CardRequest request, String title) {
    CardText text = request.text();
    String speed =
        text.get(
            "speed",
            String.format(
                Locale.ROOT, "%.1f", request.walker().profile().speedMetersPerSecond() * 3.6));
    String who = text.pick(request.pace().zh(), request.pace().en());
    String pace = text.get(request.area() == null ? "fromPlace" : "fromMiddle", title, who, speed);
    return snapshot.method(false) == Method.STRAIGHT_LINE
        ? pace + " " + text.get("straightLine")
        : pace;
  }

  private static Card.Entry entry(int number, CardPlace place, CardText text) {
    String need = text.pick(place.need().zh(), place.need().en());
    FindAnswer.Result walk = place.nearest();
    String delivery =
        place.delivery().stream().findFirst().map(d -> delivery(d, text)).orElse(null);
    if (walk == null) {
      String notice =
          text.get(place.anywhere() == 0 ? "nothing" : "unreachable")
              + text.get("sentenceEnd")
              + (delivery == null ? text.get("callHotline") : delivery);
      return new Card.Entry(
          number, need, null, null, null, null, null, List.of(), null, List.of(), notice);
    }
    FacilityProperties facility = walk.facility().properties();
    long there = minutes(walk.secondsThere());
    long back = minutes(walk.secondsBack());
    return new Card.Entry(
        number,
        need,
        name(facility, text),
        facility.phone(),
        minutes(walk.seconds()),
        there == back ? null : text.get("thereAndBack", there, back),
        walk.within() ? null : text.get("notNear", CardPlaces.NEAR_MINUTES),
        HoursWords.of(walk.hours(), facility.phone() != null, text),
        facility.address(),
        details(facility, Boolean.TRUE.equals(walk.delivers()), text),
        walk.within() ? null : delivery);
  }

  private static String name(FacilityProperties facility, CardText text) {
    return text == CardText.EN && facility.nameEn() != null ? facility.nameEn() : facility.name();
  }

  private static String delivery(FindAnswer.Delivery delivery, CardText text) {
    FacilityProperties f = delivery.facility().properties();
    return f.phone() == null
        ? text.get("deliveredByNoPhone", name(f, text))
        : text.get("deliveredBy", name(f, text), f.phone());
  }

  private static List<String> details(FacilityProperties f, boolean delivers, CardText text) {
    List<String> details = new ArrayList<>();
    Optional.ofNullable(f.fees()).ifPresent(details::add);
    if (delivers) {
      details.add(text.get("alsoDelivers"));
    }
    if (f.stepFree() != null) {
      details.add(text.get(f.stepFree() ? "stepFree" : "steps"));
    }
    if (f.lastVerified() != null) {
      details.add(text.get("verified", text.day(f.lastVerified())));
    }
    return List.copyOf(details);
  }

  /** The county's hotline, then the ambulance: two numbers are enough to remember. */
  List<Card.Call> calls(CardText text) {
    return Stream.concat(hotlines.county().stream(), hotlines.general().stream())
        .limit(2)
        .map(h -> new Card.Call(text.pick(h.nameZh(), h.nameEn()), h.phone()))
        .toList();
  }

  /** Rounded up, so that nobody comes late; at least one. */
  static long minutes(@Nullable Long seconds) {
    return seconds == null ? 0 : Math.max(1, (seconds + 59) / 60);
  }

  private List<String> sources(CareSnapshot snapshot, List<CardPlace> found, CardText text) {
    String from =
        Stream.concat(
                Stream.ofNullable(snapshot.streets()).map(s -> s.attribution()),
                found.stream()
                    .map(CardPlace::nearest)
                    .filter(walk -> walk != null)
                    .map(walk -> walk.facility().properties().source()))
            .filter(s -> s != null && !s.isBlank())
            .distinct()
            .limit(3)
            .collect(Collectors.joining(text.get("and")));
    List<String> lines = new ArrayList<>();
    lines.add(text.get("printed", text.day(LocalDate.now(Clock.system(hours.zone())))));
    lines.add(text.get("check"));
    if (!from.isEmpty()) {
      lines.add(text.get("source", from));
    }
    return List.copyOf(lines);
  }

  private static boolean isSample(CareSnapshot snapshot, List<CardPlace> found) {
    return (snapshot.streets() != null && snapshot.streets().sample())
        || found.stream()
            .map(CardPlace::nearest)
            .anyMatch(walk -> walk != null && walk.facility().properties().sample());
  }
}
