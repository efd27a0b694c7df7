package org.caremap.siting;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.caremap.area.Area;
import org.caremap.candidate.Candidate;
import org.caremap.candidate.CandidateDetails;
import org.caremap.candidate.CandidateService;
import org.caremap.core.geo.LonLat;
import org.caremap.coverage.CareSnapshot;
import org.caremap.facility.CodeLists;
import org.caremap.facility.Facility;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where something new could be opened: loaded candidates, community buildings, street corners. */
@ApplicationScoped
class SiteSources {
  private static final int TOWN_DEPTH = 3;
  private static final String NAME = "siting/community-buildings.yaml";
  private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
  private static final String CANDIDATE = "c:";
  private static final String FACILITY = "f:";

  private final CandidateService candidates;
  private final List<String> buildingTypes;

  SiteSources(CandidateService candidates, CodeLists codes, HomeFolder home) {
    this.candidates = candidates;
    Path own = home.siting().resolve("community-buildings.yaml");
    List<String> listed = GeoData.listOwn(own, LIST);
    buildingTypes = listed.isEmpty() ? GeoData.listBuiltIn(NAME, LIST) : listed;
    buildingTypes.stream()
        .filter(type -> !codes.hasType(type))
        .findFirst()
        .ifPresent(
            type -> {
              throw new IllegalStateException(
                  "%s lists '%s'; legal: %s".formatted(NAME, type, codes.legalTypes()));
            });
  }

  /** What is loaded and given now. */
  SiteBook book(List<Grant> sums) {
    return new SiteBook(candidates.list().stream().map(Candidate::details).toList(), sums);
  }

  /**
   * Every candidate of a question, loaded ones first, then facilities, then places; each once.
   *
   * @param corners street corners, the best first
   * @throws ProblemException 400 naming a forced or forbidden candidate that there is not
   */
  List<SiteCandidate> list(
      CareSnapshot snapshot,
      SitingQuestion question,
      List<StreetCorners.Corner> corners,
      SiteBook book) {
    return new Listing(snapshot, question, book).all(corners);
  }

  private final class Listing {
    private final CareSnapshot snapshot;
    private final SitingQuestion question;
    private final SiteBook book;
    private final Map<String, SiteCandidate> loaded = new TreeMap<>();
    private final Map<String, SiteCandidate> buildings = new TreeMap<>();
    private final Map<String, SiteCandidate> places = new LinkedHashMap<>();

    Listing(CareSnapshot snapshot, SitingQuestion question, SiteBook book) {
      this.snapshot = snapshot;
      this.question = question;
      this.book = book;
    }

    List<SiteCandidate> all(List<StreetCorners.Corner> corners) {
      boolean premises = question.sources().contains(SitingQuestion.Source.PREMISES);
      boolean shared = question.sources().contains(SitingQuestion.Source.COMMUNITY_BUILDINGS);
      for (CandidateDetails candidate : book.candidates()) {
        boolean building = candidate.kind().equals(Candidate.COMMUNITY_BUILDING);
        boolean suits = candidate.types().isEmpty() || candidate.types().contains(question.type());
        if (candidate.available() && suits && (building ? shared : premises)) {
          add(candidate);
        }
      }
      for (Facility facility : snapshot.facilities().list()) {
        if (shared
            && facility.isOperating()
            && !facility.details().type().equals(question.type())
            && buildingTypes.contains(facility.details().type())) {
          add(facility);
        }
      }
      corners.forEach(corner -> add(corner.lon(), corner.lat(), corner.name(), "corner"));
      question.forced().forEach(id -> require("forced", id, true));
      question.forbidden().forEach(id -> require("forbidden", id, false));
      List<SiteCandidate> all = new ArrayList<>(loaded.values());
      all.addAll(buildings.values());
      all.addAll(places.values());
      return all;
    }

    /** A candidate that is named has to be there; one that is forced is taken from any source. */
    private void require(String field, String id, boolean take) {
      String own = id.substring(2);
      if (id.startsWith(CANDIDATE)) {
        CandidateDetails found =
            book.candidates().stream()
                .filter(candidate -> own.equals(candidate.externalId()))
                .filter(candidate -> !take || candidate.available())
                .findFirst()
                .orElseThrow(
                    () ->
                        ProblemException.badParameter(field, id, "a loaded, available candidate"));
        if (take) {
          add(found);
        }
      } else if (id.startsWith(FACILITY)) {
        Facility found =
            snapshot
                .facilities()
                .findByExternalId(own)
                .filter(Facility::isOperating)
                .filter(facility -> !facility.details().type().equals(question.type()))
                .orElseThrow(
                    () ->
                        ProblemException.badParameter(
                            field, id, "an operating facility of another type"));
        if (take) {
          add(found);
        }
      } else if (take) {
        LonLat place = SiteCandidate.placeOf(id).orElseThrow();
        if (!places.containsKey(SiteCandidate.id(place.lon(), place.lat()))) {
          add(place.lon(), place.lat(), null, "place");
        }
      }
    }

    private void add(CandidateDetails candidate) {
      Integer capacity = candidate.capacity();
      SiteCandidate site =
          candidate(
              CANDIDATE + candidate.externalId(),
              candidate.name(),
              candidate.kind(),
              candidate.lon(),
              candidate.lat(),
              snapshot
                  .areas()
                  .find(candidate.areaCode())
                  .or(() -> snapshot.areaAt(candidate.lon(), candidate.lat())),
              candidate.costYuan(),
              capacity == null ? null : (double) capacity);
      loaded.put(site.id(), site);
    }

    private void add(Facility facility) {
      double lon = facility.details().lon();
      double lat = facility.details().lat();
      SiteCandidate site =
          candidate(
              FACILITY + facility.details().externalId(),
              facility.details().name(),
              "facility",
              lon,
              lat,
              snapshot
                  .areas()
                  .find(facility.details().areaCode())
                  .or(() -> snapshot.areaAt(lon, lat)),
              null,
              null);
      buildings.put(site.id(), site);
    }

    private void add(double lon, double lat, @Nullable String name, String kind) {
      SiteCandidate site =
          candidate(
              SiteCandidate.id(lon, lat),
              name,
              kind,
              lon,
              lat,
              snapshot.areaAt(lon, lat),
              null,
              null);
      places.put(site.id(), site);
    }

    private SiteCandidate candidate(
        String id,
        @Nullable String name,
        String kind,
        double lon,
        double lat,
        Optional<Area> area,
        @Nullable Double cost,
        @Nullable Double capacity) {
      Area own = area.orElse(null);
      Area town =
          own == null ? null : snapshot.areas().findAtDepth(own.code(), TOWN_DEPTH).orElse(null);
      Double price = cost;
      String source = "own";
      if (price == null && question.defaultCostYuan() != null) {
        price = question.defaultCostYuan();
        source = "request";
      }
      if (price == null) {
        Optional<Grant> grant = grant(town);
        price = grant.map(Grant::yuan).orElse(null);
        source = grant.map(g -> "grant:" + g.code()).orElse("unknown");
      }
      return new SiteCandidate(
          id,
          name,
          kind,
          lon,
          lat,
          own == null ? null : own.code(),
          own == null ? null : own.name(),
          town == null ? null : town.code(),
          town == null ? null : town.name(),
          price,
          source,
          capacity == null ? question.siteCapacity() : capacity,
          state(id));
    }

    private Optional<Grant> grant(@Nullable Area town) {
      return question.grant() == null
          ? GrantService.fitting(book.grants(), question.type(), town == null ? null : town.level())
          : book.grants().stream()
              .filter(grant -> grant.code().equals(question.grant()))
              .findFirst();
    }

    private SiteCandidate.State state(String id) {
      if (names(question.forced(), id)) {
        return SiteCandidate.State.FORCED;
      }
      return names(question.forbidden(), id)
          ? SiteCandidate.State.FORBIDDEN
          : SiteCandidate.State.FREE;
    }

    /** Places are the same however many noughts their coordinates are written with. */
    private boolean names(List<String> ids, String id) {
      return ids.contains(id)
          || id.startsWith("n:")
              && ids.stream()
                  .flatMap(each -> SiteCandidate.placeOf(each).stream())
                  .anyMatch(place -> SiteCandidate.id(place.lon(), place.lat()).equals(id));
    }
  }
}
