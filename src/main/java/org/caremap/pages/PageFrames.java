package org.caremap.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.caremap.facility.FacilityService;
import org.caremap.find.Hotlines;
import org.caremap.imports.SampleData;
import org.caremap.streets.StreetService;
import org.jspecify.annotations.Nullable;

/** Makes what stands around a page. */
@ApplicationScoped
class PageFrames {
  private static final int MOST_SOURCES = 5;

  private final SampleData sample;
  private final StreetService streets;
  private final FacilityService facilities;
  private final Hotlines hotlines;

  PageFrames(
      SampleData sample, StreetService streets, FacilityService facilities, Hotlines hotlines) {
    this.sample = sample;
    this.streets = streets;
    this.facilities = facilities;
    this.hotlines = hotlines;
  }

  /**
   * The frame of a page that search engines may list.
   *
   * @param parameters of its lasting address, in pairs
   */
  PageFrame listed(
      PageRequest request,
      String title,
      String description,
      @Nullable String jsonLd,
      String... parameters) {
    return frame(request, title, description, jsonLd, true, parameters);
  }

  /** The frame of a page that nobody should find by searching. */
  PageFrame unlisted(PageRequest request, String title, String... parameters) {
    return frame(request, title, title, null, false, parameters);
  }

  private PageFrame frame(
      PageRequest request,
      String title,
      String description,
      @Nullable String jsonLd,
      boolean listed,
      String... parameters) {
    PageTexts t = request.texts();
    boolean large = request.size().equals("large");
    String[] kept = new String[parameters.length / 2];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = parameters[2 * i];
    }
    return new PageFrame(
        t,
        request.language().tag(),
        request.size(),
        request.root(),
        title + " · " + t.get("brand"),
        description,
        listed ? request.lasting(request.language(), parameters) : null,
        listed
            ? Arrays.stream(PageLanguage.values())
                .map(l -> new PageFrame.Alternate(l.tag(), request.lasting(l, parameters)))
                .toList()
            : List.of(),
        request.same("lang", request.language().other().code(), kept),
        request.same("size", large ? "standard" : "large", kept),
        request.link(""),
        request.link("communities"),
        request.link("map.html"),
        request.link("adviser.html"),
        sample.isLoaded(),
        hotlines(request.language()),
        attribution(),
        jsonLd,
        listed);
  }

  private List<PageFrame.HotlineNumber> hotlines(PageLanguage language) {
    return Stream.concat(hotlines.county().stream(), hotlines.general().stream())
        .map(
            line ->
                new PageFrame.HotlineNumber(
                    language.pick(line.nameZh(), line.nameEn()),
                    line.phone(),
                    Phones.tel(line.phone())))
        .toList();
  }

  private List<String> attribution() {
    Set<String> credits = new LinkedHashSet<>();
    streets.find().ifPresent(network -> credits.add(network.attribution()));
    facilities.catalog().list().stream()
        .map(f -> f.details().source())
        .filter(source -> source != null && !source.isBlank())
        .distinct()
        .limit(MOST_SOURCES)
        .forEach(credits::add);
    credits.removeIf(String::isBlank);
    return List.copyOf(credits);
  }
}
