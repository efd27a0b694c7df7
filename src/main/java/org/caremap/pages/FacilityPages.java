package org.caremap.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caremap.area.Area;
import org.caremap.area.AreaService;
import org.caremap.core.geo.BoundingBox;
import org.caremap.coverage.Surroundings;
import org.caremap.facility.CodeLists;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityDetails;
import org.caremap.facility.FacilityService;
import org.caremap.facility.FacilityStatus;
import org.caremap.hours.HoursAnswer;
import org.caremap.hours.HoursService;
import org.caremap.platform.WebAddress;
import org.caremap.sketch.QrCode;
import org.caremap.sketch.SketchMap;
import org.caremap.sketch.SketchPin;
import org.caremap.streets.StreetService;
import org.jspecify.annotations.Nullable;

/** Gathers what a facility's page says. */
@ApplicationScoped
class FacilityPages {
  /** A quarter of an hour's circle: 一刻钟养老服务圈. */
  static final double CIRCLE_MINUTES = 15;

  private static final double AROUND_MINUTES = 30;

  // For a doctor people go farther.
  private static final double MEDICAL_MINUTES = 60;
  private static final int MOST_AROUND = 8;
  private static final int INSTEAD = 3;

  // Drawn about as large as phones show it, so that its words are as large as the page's.
  // As wide as a phone of old has room for, so that no word on it gets smaller than 18 pixels.
  private static final double SKETCH_WIDTH = 240;
  private static final double SKETCH_HEIGHT = 240;
  private static final double SKETCH_TEXT = 20;
  private static final double LEAST_METERS = 300;
  private static final double QR_UNITS = 200;

  private final FacilityService facilities;
  private final CodeLists codes;
  private final AreaService areas;
  private final StreetService streets;
  private final Surroundings surroundings;
  private final HoursService hours;
  private final Clock clock = Clock.systemUTC();

  FacilityPages(
      FacilityService facilities,
      CodeLists codes,
      AreaService areas,
      StreetService streets,
      Surroundings surroundings,
      HoursService hours) {
    this.facilities = facilities;
    this.codes = codes;
    this.areas = areas;
    this.streets = streets;
    this.surroundings = surroundings;
    this.hours = hours;
  }

  /** By internal or external id. */
  Optional<Facility> find(String id) {
    return facilities.catalog().find(id);
  }

  /** The lasting path of a facility's page: by its owner's id, which outlives a new import. */
  static String path(Facility facility) {
    return "facility/" + WebAddress.encode(String.valueOf(facility.details().externalId()));
  }

  Words words(PageTexts t) {
    return new Words(t, codes);
  }

  HoursAnswer hours(Facility facility, Instant at) {
    return hours.describe(facility.details().openingHours(), at);
  }

  HoursView hoursView(Facility facility, PageTexts t) {
    Instant at = clock.instant();
    OffsetDateTime now = at.atZone(hours.zone()).toOffsetDateTime();
    return HoursView.of(hours(facility, at), now, hours.zone(), t);
  }

  String jsonLd(Facility facility, PageRequest request) {
    PageTexts t = request.texts();
    Words words = words(t);
    return JsonLd.of(
        facility,
        words.name(facility),
        request.lasting(request.language()),
        words.services(facility.details()),
        hours(facility, clock.instant()),
        hours.zone(),
        t);
  }

  /** One sentence for search engines and previews. */
  String description(Facility facility, PageTexts t) {
    FacilityDetails d = facility.details();
    List<String> parts = new ArrayList<>();
    parts.add(words(t).type(d.type()));
    if (d.address() != null) {
      parts.add(d.address());
    }
    if (d.phone() != null) {
      parts.add(t.with("description.phone", d.phone()));
    }
    List<String> services = words(t).services(d);
    if (!services.isEmpty()) {
      parts.add(t.with("description.services", String.join(t.get("list.comma"), services)));
    }
    return words(t).name(facility)
        + t.get("list.colon")
        + String.join(t.get("list.semicolon"), parts);
  }

  FacilityPage page(Facility facility, PageRequest request) {
    PageTexts t = request.texts();
    Words words = words(t);
    FacilityDetails d = facility.details();
    Surroundings.Circle circle = surroundings.circle(facility.id().toString(), CIRCLE_MINUTES);
    String name = words.name(facility);
    return new FacilityPage(
        name,
        words.otherName(facility),
        words.type(d.type()),
        words.status(facility),
        facility.isOperating(),
        d.status() == FacilityStatus.CLOSED,
        facility.isOperating() ? hoursView(facility, t) : null,
        d.phone() == null ? List.of() : Phones.in(d.phone()),
        facts(facility, words, t),
        words.services(d),
        facility.isOperating()
            ? List.of()
            : near(surroundings.ofItsKind(facility, INSTEAD), request),
        near(around(facility), request),
        elders(circle, t),
        t.get(
            circle.byNetwork()
                ? circle.onStreet() ? "circle.network" : "circle.noStreet"
                : "circle.straight"),
        sketch(facility, circle, request),
        QrCode.of(request.lasting(request.language())).svg(QR_UNITS, t.get("qr.title")),
        request.lasting(request.language()),
        request.link("") + "#facility=" + WebAddress.encode(d.externalId()),
        card(facility, request),
        request.link("compare", "id", String.valueOf(d.externalId())),
        HandOver.to(d.lon(), d.lat(), name));
  }

  private List<FacilityPage.Fact> facts(Facility facility, Words words, PageTexts t) {
    FacilityDetails d = facility.details();
    List<FacilityPage.Fact> facts = new ArrayList<>();
    facts.add(fact(t, "fact.address", d.address()));
    addKnown(facts, t, "fact.area", area(d.areaCode(), t));
    // What cannot be dialled is at least shown.
    if (d.phone() == null || Phones.in(d.phone()).isEmpty()) {
      facts.add(fact(t, "fact.phone", d.phone()));
    }
    facts.add(fact(t, "fact.fees", d.fees()));
    facts.add(fact(t, "fact.audience", d.audience()));
    addKnown(facts, t, "fact.free", words.freePlaces(d));
    addKnown(facts, t, "fact.beds", words.beds(d));
    addKnown(facts, t, "fact.meals", words.meals(d));
    addKnown(facts, t, "fact.delivery", deliveryAreas(d, t));
    addKnown(facts, t, "fact.stars", words.stars(d));
    facts.add(fact(t, "fact.stepFree", words.stepFree(d)));
    facts.add(fact(t, "fact.operator", d.operator()));
    if (d.website() != null) {
      facts.add(new FacilityPage.Fact(t.get("fact.website"), d.website(), d.website()));
    }
    facts.add(fact(t, "fact.verified", words.date(d.lastVerified())));
    addKnown(facts, t, "fact.source", d.source());
    return facts;
  }

  private static FacilityPage.Fact fact(PageTexts t, String key, @Nullable String value) {
    return new FacilityPage.Fact(t.get(key), value == null || value.isBlank() ? null : value, null);
  }

  private static void addKnown(
      List<FacilityPage.Fact> facts, PageTexts t, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(fact(t, key, value));
    }
  }

  /** The street or town and the community, null where unknown. */
  private @Nullable String area(@Nullable String code, PageTexts t) {
    if (code == null) {
      return null;
    }
    List<String> names =
        new ArrayList<>(
            areas.tree().lineage(code).stream()
                .filter(area -> area.level().depth() >= 3)
                .map(Area::name)
                .toList());
    if (t.language() == PageLanguage.ZH) {
      Collections.reverse(names);
    }
    return names.isEmpty() ? null : String.join(t.language().pick("", ", "), names);
  }

  private @Nullable String deliveryAreas(FacilityDetails d, PageTexts t) {
    if (d.deliveryAreas().isEmpty()) {
      return null;
    }
    return d.deliveryAreas().stream()
        .map(code -> areas.tree().find(code).map(Area::name).orElse(code))
        .collect(Collectors.joining(t.get("list.comma")));
  }

  /** The nearest of each other kind; clinic and hospital before all others. */
  private List<Surroundings.Near> around(Facility facility) {
    List<Surroundings.Near> found =
        new ArrayList<>(surroundings.ofOtherKinds(facility, MEDICAL_MINUTES));
    List<Surroundings.Near> kept = new ArrayList<>();
    for (Surroundings.Near near : found) {
      boolean medical = isMedical(near);
      long others = kept.stream().filter(k -> !isMedical(k)).count();
      if (medical || (near.seconds() <= AROUND_MINUTES * 60 && others < MOST_AROUND - 2)) {
        kept.add(near);
      }
    }
    return kept;
  }

  private static boolean isMedical(Surroundings.Near near) {
    return near.facility().type().equals("clinic") || near.facility().type().equals("hospital");
  }

  List<FacilityPage.Near> near(List<Surroundings.Near> all, PageRequest request) {
    PageTexts t = request.texts();
    Words words = words(t);
    List<FacilityPage.Near> near = new ArrayList<>();
    for (Surroundings.Near n : all) {
      Facility other = facilities.get(n.facility().id());
      near.add(
          new FacilityPage.Near(
              words.name(other),
              words.type(other.details().type()),
              t.with("near.walk", Words.minutes(n.seconds())),
              request.link(path(other))));
    }
    return near;
  }

  /** The nearest of the same kind that operate. */
  List<Surroundings.Near> ofItsKind(Facility facility, int limit) {
    return surroundings.ofItsKind(facility, limit);
  }

  private static String elders(Surroundings.Circle circle, PageTexts t) {
    if (circle.elders() == null || (circle.elders() == 0 && circle.unknownPoints() > 0)) {
      return t.get("circle.unknown");
    }
    String people = String.format(java.util.Locale.ROOT, "%,d", Math.round(circle.elders()));
    return circle.unknownPoints() > 0
        ? t.with("circle.atLeast", people, circle.unknownPoints())
        : t.with("circle.elders", people);
  }

  private String sketch(Facility facility, Surroundings.Circle circle, PageRequest request) {
    FacilityDetails d = facility.details();
    PageTexts t = request.texts();
    Words words = words(t);
    String name = words.name(facility);
    BoundingBox box =
        new BoundingBox(d.lon(), d.lat(), d.lon(), d.lat()).expandedByMeters(LEAST_METERS);
    String symbol = words.symbol(d.type());
    return new SketchMap(SKETCH_WIDTH, SKETCH_HEIGHT, box)
        .title(t.with("sketch.title", name))
        .description(t.get(circle.polygon().isEmpty() ? "sketch.noCircle" : "sketch.description"))
        .words(t.get("unit.meters"), t.get("unit.kilometers"), t.get("north"))
        .textSize(request.size().equals("large") ? SKETCH_TEXT * 1.4 : SKETCH_TEXT)
        .streets(streets.find().orElse(null))
        .circle(circle.polygon())
        .pin(
            new SketchPin(
                d.lon(),
                d.lat(),
                t.language() == PageLanguage.ZH ? symbol : "●",
                null,
                SketchPin.Kind.MAIN))
        .svg();
  }

  /** Of its community where that is known, else of the place where it stands. */
  private String card(Facility facility, PageRequest request) {
    FacilityDetails d = facility.details();
    Optional<Area> area = d.areaCode() == null ? Optional.empty() : areas.tree().find(d.areaCode());
    return area.isPresent()
        ? request.link("card", "area", area.get().code())
        : request.link("card", "lon", Double.toString(d.lon()), "lat", Double.toString(d.lat()));
  }
}
