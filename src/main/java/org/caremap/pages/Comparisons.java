package org.caremap.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caremap.coverage.Surroundings;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityService;
import org.jspecify.annotations.Nullable;

/** Sets facilities side by side. */
@ApplicationScoped
class Comparisons {
  /** More than this no screen shows and nobody keeps in mind. */
  static final int MOST = 4;

  private static final int ADDITIONS = 4;

  private final FacilityPages pages;
  private final FacilityService facilities;

  Comparisons(FacilityPages pages, FacilityService facilities) {
    this.pages = pages;
    this.facilities = facilities;
  }

  /** The comparison of what the request names; unknown ids and too many are said, not refused. */
  ComparePage page(PageRequest request) {
    PageTexts t = request.texts();
    List<Facility> asked = new ArrayList<>();
    int unknown = 0;
    for (String id : request.values("id")) {
      Optional<Facility> facility = id.isBlank() ? Optional.empty() : pages.find(id.strip());
      if (facility.isEmpty()) {
        unknown += id.isBlank() ? 0 : 1;
      } else if (!asked.contains(facility.get())) {
        asked.add(facility.get());
      }
    }
    List<Facility> shown = asked.subList(0, Math.min(MOST, asked.size()));
    List<ComparePage.Column> columns = shown.stream().map(f -> column(f, shown, request)).toList();
    return new ComparePage(
        columns, rows(shown, t), message(asked.size(), unknown, t), additions(shown, request));
  }

  private static @Nullable String message(int known, int unknown, PageTexts t) {
    List<String> sentences = new ArrayList<>();
    if (unknown > 0) {
      sentences.add(t.with("compare.unknown", unknown));
    }
    if (known > MOST) {
      sentences.add(t.with("compare.tooMany", MOST));
    }
    if (known == 0) {
      sentences.add(t.get("compare.none"));
    }
    if (known == 1) {
      sentences.add(t.get("compare.one"));
    }
    return sentences.isEmpty() ? null : String.join(t.language().pick("", " "), sentences);
  }

  private ComparePage.Column column(Facility facility, List<Facility> all, PageRequest request) {
    String phone = facility.details().phone();
    return new ComparePage.Column(
        pages.words(request.texts()).name(facility),
        request.link(FacilityPages.path(facility)),
        all.size() == 1 ? null : link(all.stream().filter(f -> f != facility).toList(), request),
        phone == null ? List.of() : Phones.in(phone));
  }

  private static String link(List<Facility> all, PageRequest request) {
    String[] pairs = new String[2 * all.size()];
    for (int i = 0; i < all.size(); i++) {
      pairs[2 * i] = "id";
      pairs[2 * i + 1] = String.valueOf(all.get(i).details().externalId());
    }
    return request.link("compare", pairs);
  }

  private List<ComparePage.Row> rows(List<Facility> all, PageTexts t) {
    Words words = pages.words(t);
    List<ComparePage.Row> rows = new ArrayList<>();
    row(rows, all, t.get("fact.type"), f -> words.type(f.details().type()));
    row(rows, all, t.get("fact.status"), words::status);
    row(
        rows,
        all,
        t.get("hours.title"),
        f -> f.isOperating() ? pages.hoursView(f, t).now() : t.get("hours.notOperating"));
    row(rows, all, t.get("fact.fees"), f -> f.details().fees());
    row(
        rows,
        all,
        t.get("services.title"),
        f -> {
          List<String> services = words.services(f.details());
          return services.isEmpty() ? null : String.join(t.get("list.comma"), services);
        });
    row(rows, all, t.get("fact.audience"), f -> f.details().audience());
    row(rows, all, t.get("fact.free"), f -> words.freePlaces(f.details()));
    row(rows, all, t.get("fact.beds"), f -> words.beds(f.details()));
    row(rows, all, t.get("fact.stars"), f -> words.stars(f.details()));
    row(rows, all, t.get("fact.stepFree"), f -> words.stepFree(f.details()));
    row(rows, all, t.get("fact.address"), f -> f.details().address());
    row(rows, all, t.get("fact.operator"), f -> f.details().operator());
    row(rows, all, t.get("fact.verified"), f -> words.date(f.details().lastVerified()));
    return rows;
  }

  private static void row(
      List<ComparePage.Row> rows,
      List<Facility> all,
      String label,
      Function<Facility, @Nullable String> value) {
    List<@Nullable String> values = new ArrayList<>();
    for (Facility facility : all) {
      String text = value.apply(facility);
      values.add(text == null || text.isBlank() ? null : text);
    }
    rows.add(new ComparePage.Row(label, new HashSet<>(values).size() > 1, values));
  }

  private List<ComparePage.Addition> additions(List<Facility> shown, PageRequest request) {
    if (shown.isEmpty() || shown.size() >= MOST) {
      return List.of();
    }
    PageTexts t = request.texts();
    List<ComparePage.Addition> additions = new ArrayList<>();
    for (Surroundings.Near near : pages.ofItsKind(shown.get(0), ADDITIONS + MOST)) {
      Facility other = facilities.get(near.facility().id());
      if (!shown.contains(other) && additions.size() < ADDITIONS) {
        List<Facility> with = new ArrayList<>(shown);
        with.add(other);
        additions.add(
            new ComparePage.Addition(
                pages.words(t).name(other),
                t.with(
                    "compare.walk",
                    pages.words(t).name(shown.get(0)),
                    Words.minutes(near.seconds())),
                link(with, request)));
      }
    }
    return additions;
  }
}
