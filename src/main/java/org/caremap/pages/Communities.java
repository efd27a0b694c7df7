package org.caremap.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caremap.area.Area;
import org.caremap.area.AreaLevel;
import org.caremap.area.AreaService;
import org.caremap.area.AreaTree;
import org.caremap.facility.Code;
import org.caremap.facility.CodeLists;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityDetails;
import org.caremap.facility.FacilityService;
import org.caremap.platform.WebAddress;
import org.jspecify.annotations.Nullable;

/** Lists streets and towns with their communities, and the facilities of an area. */
@ApplicationScoped
class Communities {
  private static final int TOWN_DEPTH = 3;
  private static final int COMMUNITY_DEPTH = AreaLevel.COMMUNITY_DEPTH;

  private final AreaService areas;
  private final FacilityService facilities;
  private final CodeLists codes;

  Communities(AreaService areas, FacilityService facilities, CodeLists codes) {
    this.areas = areas;
    this.facilities = facilities;
    this.codes = codes;
  }

  Optional<Area> find(@Nullable String code) {
    return areas.tree().find(code);
  }

  CommunitiesPage index(PageRequest request) {
    AreaTree tree = areas.tree();
    Map<String, Integer> counts = counts(tree);
    Map<String, List<CommunitiesPage.Community>> members = new LinkedHashMap<>();
    for (Area area : tree.list()) {
      if (area.level().depth() == TOWN_DEPTH) {
        members.put(area.code(), new ArrayList<>());
      }
    }
    for (Area area : tree.list()) {
      if (area.level().depth() == COMMUNITY_DEPTH) {
        String town = tree.findAtDepth(area.code(), TOWN_DEPTH).map(Area::code).orElse("");
        members.computeIfAbsent(town, t -> new ArrayList<>()).add(community(area, counts, request));
      }
    }
    List<CommunitiesPage.Group> groups = new ArrayList<>();
    members.forEach(
        (code, list) -> {
          Optional<Area> town = tree.find(code);
          groups.add(
              new CommunitiesPage.Group(
                  town.map(a -> community(a, counts, request)).orElse(null),
                  "area-" + WebAddress.encode(code),
                  town.map(Area::name).orElse(request.texts().get("communities.others")),
                  list));
        });
    return new CommunitiesPage(groups, null, List.of());
  }

  CommunitiesPage of(Area area, PageRequest request) {
    AreaTree tree = areas.tree();
    Words words = new Words(request.texts(), codes);
    Map<String, List<CommunitiesPage.Entry>> byType = new LinkedHashMap<>();
    for (Code type : codes.listTypes()) {
      byType.put(type.code(), new ArrayList<>());
    }
    for (Facility facility : facilities.catalog().list()) {
      FacilityDetails d = facility.details();
      if (facility.isOperating()
          && d.areaCode() != null
          && tree.isWithin(d.areaCode(), area.code())) {
        byType
            .computeIfAbsent(d.type(), t -> new ArrayList<>())
            .add(
                new CommunitiesPage.Entry(
                    words.name(facility),
                    request.link(FacilityPages.path(facility)),
                    d.address(),
                    d.phone() == null ? List.of() : Phones.in(d.phone())));
      }
    }
    List<CommunitiesPage.Kind> kinds = new ArrayList<>();
    byType.forEach(
        (type, list) -> {
          if (!list.isEmpty()) {
            kinds.add(new CommunitiesPage.Kind(words.type(type), list));
          }
        });
    return new CommunitiesPage(List.of(), community(area, counts(tree), request), kinds);
  }

  /** Operating facilities of every area, those of the areas below it included. */
  private Map<String, Integer> counts(AreaTree tree) {
    Map<String, Integer> counts = new HashMap<>();
    for (Facility facility : facilities.catalog().list()) {
      String code = facility.details().areaCode();
      if (code != null && facility.isOperating()) {
        tree.lineage(code).forEach(area -> counts.merge(area.code(), 1, Integer::sum));
      }
    }
    return counts;
  }

  private static CommunitiesPage.Community community(
      Area area, Map<String, Integer> counts, PageRequest request) {
    PageTexts t = request.texts();
    int count = counts.getOrDefault(area.code(), 0);
    boolean holdsOthers = area.level().depth() < COMMUNITY_DEPTH;
    return new CommunitiesPage.Community(
        area.name(),
        count == 0 ? t.get("communities.noFacility") : t.with("communities.facilities", count),
        request.link("communities", "area", area.code()),
        request.link("card", "area", area.code()),
        holdsOthers ? request.link("cards.pdf", "area", area.code()) : null);
  }
}
