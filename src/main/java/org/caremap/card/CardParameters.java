package org.caremap.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caremap.area.Area;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.coverage.Walker;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.find.Need;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.jspecify.annotations.Nullable;

/** Reads what a card is asked for, from an address or from a form. */
@ApplicationScoped
class CardParameters {
  /** Kinds of help on a card that names none. */
  static final List<String> DEFAULT_NEEDS = List.of("eat", "day", "doctor", "help");

  private static final String[] BY_ADDRESS = {
    "area", "lon", "lat", "need", "paper", "profile", "lang", "size"
  };
  private static final String[] BY_FORM = {
    "area", "lon", "lat", "need", "paper", "profile", "lang", "size", "name"
  };
  private static final int LONGEST_NAME = 20;

  private final SnapshotService snapshots;
  private final WalkingProfiles profiles;
  private final CardPlaces places;

  CardParameters(SnapshotService snapshots, WalkingProfiles profiles, CardPlaces places) {
    this.snapshots = snapshots;
    this.profiles = profiles;
    this.places = places;
  }

  /** The parameters of an address: a free line is not among them, addresses are logged. */
  Query ofAddress(UriInfo uri) {
    return Query.of(uri, BY_ADDRESS);
  }

  /** The parameters of a form, and of the address it was sent to. */
  Query ofForm(UriInfo uri, MultivaluedMap<String, String> form) {
    MultivaluedMap<String, String> all = new MultivaluedHashMap<>(form);
    uri.getQueryParameters().forEach((name, values) -> all.addAll(name, values));
    return Query.of(all, BY_FORM);
  }

  /** The same for a page, whose two switches are buttons of a form. */
  Query ofPageForm(UriInfo uri, MultivaluedMap<String, String> form) {
    MultivaluedMap<String, String> turned = new MultivaluedHashMap<>(form);
    String turn = turned.getFirst("turn");
    turned.remove("turn");
    if ("size".equals(turn)) {
      turned.putSingle("size", "large".equals(turned.getFirst("size")) ? "standard" : "large");
    } else if ("lang".equals(turn)) {
      turned.putSingle("lang", "en".equals(turned.getFirst("lang")) ? "zh" : "en");
    }
    return ofForm(uri, turned);
  }

  /** Whether anything says where the card starts. */
  boolean hasStart(Query query) {
    return query.text("area") != null || query.text("lon") != null || query.text("lat") != null;
  }

  /** The language of a page, Chinese unless the address says a language we have. */
  CardText language(Query query) {
    String code = query.text("lang");
    if (code == null) {
      return CardText.ZH;
    }
    for (CardText text : CardText.values()) {
      if (text.code().equals(code)) {
        return text;
      }
    }
    throw ProblemException.badParameter("lang", code, "zh or en");
  }

  /** Text size of the page: {@code standard} or {@code large}. */
  String textSize(Query query) {
    String size = Optional.ofNullable(query.text("size")).orElse("standard");
    if (!size.equals("standard") && !size.equals("large")) {
      throw ProblemException.badParameter("size", size, "standard or large");
    }
    return size;
  }

  /**
   * Everything.
   *
   * @throws ProblemException 400 naming the parameter, its value and the legal range
   */
  CardRequest read(Query query) {
    textSize(query);
    Area area = area(query);
    if (area != null && (query.text("lon") != null || query.text("lat") != null)) {
      throw ProblemException.badParameter(
          "area", area.code(), "either area or lon and lat, not both");
    }
    double lon = area == null ? query.number("lon", -180, 180) : Double.NaN;
    double lat = area == null ? query.number("lat", -90, 90) : Double.NaN;
    Paper paper = paper(query);
    Walker walker = profiles.of(query);
    return new CardRequest(
        area,
        lon,
        lat,
        needs(query, paper),
        paper,
        walker,
        profiles.list().stream()
            .filter(p -> p.code().equals(walker.profile().code()))
            .findFirst()
            .orElseThrow(),
        language(query),
        owner(query));
  }

  private @Nullable Area area(Query query) {
    String code = query.text("area");
    if (code == null) {
      return null;
    }
    CareSnapshot snapshot = snapshots.current();
    return snapshot
        .areas()
        .find(code)
        .orElseThrow(
            () ->
                ProblemException.badParameter(
                    "area",
                    code,
                    "the code of one of the "
                        + snapshot.areas().size()
                        + " loaded areas, see /api/v1/areas"));
  }

  private static Paper paper(Query query) {
    String code = Optional.ofNullable(query.text("paper")).orElse(Paper.A4.code());
    return Paper.find(code)
        .orElseThrow(() -> ProblemException.badParameter("paper", code, Paper.legal()));
  }

  private List<Need> needs(Query query, Paper paper) {
    List<String> asked = query.texts("need");
    List<Need> needs = new ArrayList<>();
    String legal =
        "1 to %d of %s"
            .formatted(
                paper.mostNeeds(),
                places.listNeeds().stream().map(Need::code).collect(Collectors.joining(", ")));
    for (String code : asked.isEmpty() ? DEFAULT_NEEDS : asked) {
      needs.add(
          places.listNeeds().stream()
              .filter(need -> need.code().equals(code))
              .findFirst()
              .orElseThrow(() -> ProblemException.badParameter("need", code, legal)));
    }
    if (needs.size() > paper.mostNeeds()) {
      throw ProblemException.badParameter("need", needs.size() + " values", legal);
    }
    return needs;
  }

  private static @Nullable String owner(Query query) {
    String name = query.text("name");
    if (name != null && name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw ProblemException.badParameter("name", name, "at most " + LONGEST_NAME + " characters");
    }
    return name;
  }
}
