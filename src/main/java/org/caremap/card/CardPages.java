package org.caremap.card;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.caremap.coverage.SnapshotService;
import org.caremap.coverage.WalkingProfiles;
import org.jspecify.annotations.Nullable;

/** Puts together what the pages of this slice show around a card. */
@ApplicationScoped
class CardPages {
  private final CardPlaces places;
  private final WalkingProfiles profiles;
  private final SnapshotService snapshots;
  private final CardService service;

  CardPages(
      CardPlaces places, WalkingProfiles profiles, SnapshotService snapshots, CardService service) {
    this.places = places;
    this.profiles = profiles;
    this.snapshots = snapshots;
    this.service = service;
  }

  /** The frame of a card. */
  CardFrame frame(CardRequest request, Card card, String size, boolean posted) {
    List<CardFrame.Field> hidden = new ArrayList<>(start(request, size));
    request.needs().forEach(need -> hidden.add(new CardFrame.Field("need", need.code())));
    hidden.add(new CardFrame.Field("paper", request.paper().code()));
    hidden.add(new CardFrame.Field("profile", request.pace().code()));
    if (request.owner() != null) {
      hidden.add(new CardFrame.Field("name", request.owner()));
    }
    return new CardFrame(
        request.text(),
        size,
        request.paper(),
        card.heading(),
        card.pace(),
        posted,
        !posted && request.area() != null && request.owner() == null,
        hidden,
        card.calls(),
        address("card", with(hidden, "size", other(size))),
        address("card", with(hidden, "lang", request.text().other().code())));
  }

  /** The frame of a page without a card. */
  CardFrame frame(CardText text, String size, String title) {
    List<CardFrame.Field> hidden =
        List.of(new CardFrame.Field("lang", text.code()), new CardFrame.Field("size", size));
    return new CardFrame(
        text,
        size,
        Paper.A4,
        title,
        title,
        false,
        false,
        hidden,
        service.calls(text),
        address("card", with(hidden, "size", other(size))),
        address("card", with(hidden, "lang", text.other().code())));
  }

  private static String other(String size) {
    return size.equals("large") ? "standard" : "large";
  }

  /** What can be changed, and where its PDF is. */
  CardSettings settings(CardRequest request, CardFrame frame) {
    CardText text = request.text();
    boolean byAddress = request.area() != null && request.owner() == null;
    return new CardSettings(
        start(request, frame.size()),
        Arrays.stream(Paper.values())
            .map(p -> new CardSettings.Option(p.code(), text.get(p.code()), p == request.paper()))
            .toList(),
        places.listNeeds().stream()
            .map(
                n ->
                    new CardSettings.Option(
                        n.code(), text.pick(n.zh(), n.en()), request.needs().contains(n)))
            .toList(),
        profiles.list().stream()
            .map(
                p ->
                    new CardSettings.Option(
                        p.code(),
                        text.pick(p.zh(), p.en()),
                        p.code().equals(request.pace().code())))
            .toList(),
        request.owner() == null ? "" : request.owner(),
        byAddress ? address("card.pdf", frame.hidden()) : null,
        hasParts(request) ? address("cards.pdf", without(frame.hidden(), "name")) : null);
  }

  private boolean hasParts(CardRequest request) {
    return request.area() != null
        && snapshots.current().areas().list().stream()
            .filter(CardService::isUnit)
            .anyMatch(area -> request.area().code().equals(area.parentCode()));
  }

  private static List<CardFrame.Field> start(CardRequest request, String size) {
    List<CardFrame.Field> start = new ArrayList<>();
    if (request.area() != null) {
      start.add(new CardFrame.Field("area", request.area().code()));
    } else {
      start.add(new CardFrame.Field("lon", Double.toString(request.lon())));
      start.add(new CardFrame.Field("lat", Double.toString(request.lat())));
    }
    start.add(new CardFrame.Field("lang", request.text().code()));
    start.add(new CardFrame.Field("size", size));
    return start;
  }

  private static List<CardFrame.Field> with(
      List<CardFrame.Field> fields, String name, String value) {
    List<CardFrame.Field> changed = new ArrayList<>(without(fields, name));
    changed.add(new CardFrame.Field(name, value));
    return changed;
  }

  private static List<CardFrame.Field> without(List<CardFrame.Field> fields, String name) {
    return fields.stream().filter(field -> !field.name().equals(name)).toList();
  }

  private static String address(String page, List<CardFrame.Field> fields) {
    return page
        + "?"
        + fields.stream()
            .map(f -> f.name() + "=" + URLEncoder.encode(f.value(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  /** Why there is no card, for people. */
  static String problem(@Nullable String parameter, CardText text) {
    return switch (parameter == null ? "" : parameter) {
      case "area" -> text.get("problemArea");
      case "need" -> text.get("problemNeed");
      case "name" -> text.get("problemName");
      case "lon", "lat" -> text.get("problemStart");
      default -> text.get("problemHint");
    };
  }
}
