package org.caremap.core.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plain view of areas, facilities and people at one date: what rules are judged on. Immutable;
 * every look-up is by index, so that judging thousands of communities is linear.
 */
public final class CountyFacts {
  private static final Set<String> COMMUNITY_LEVELS = Set.of("community", "village");

  // A chain of parents longer than this is a loop.
  private static final int MAX_DEPTH = 20;

  private final LocalDate asOf;
  private final boolean countsUndated;
  private final Map<String, AreaFact> areas;
  private final Map<String, FacilityFact> facilities;
  private final Map<String, List<AreaFact>> lineages;
  private final Map<String, List<AreaFact>> children;
  private final Map<String, List<FacilityFact>> byArea;
  private final Map<String, List<FacilityFact>> byDelivery;
  private final Map<String, Map<String, GroupCount>> people;
  private final List<FacilityFact> unplaced;
  private final List<FacilityFact> medical;
  private final List<AreaFact> roots;
  private final List<AreaFact> judged;
  private final List<FacilityFact> counted;
  private final boolean restricted;
  private final Neighbours neighbours;
  private final WalkingShares walking;

  /**
   * @param areas all areas; a parent that is not among them makes a topmost area
   * @param facilities all facilities
   * @param people by code of the smallest area they are known to live in, then by group
   * @param asOf facilities opened later do not count
   * @param countsUndated whether operating facilities of unknown opening day count: so of today; of
   *     a past day nobody knows
   */
  public CountyFacts(
      List<AreaFact> areas,
      List<FacilityFact> facilities,
      Map<String, Map<String, GroupCount>> people,
      Neighbours neighbours,
      WalkingShares walking,
      LocalDate asOf,
      boolean countsUndated) {
    this.asOf = asOf;
    this.countsUndated = countsUndated;
    this.neighbours = neighbours;
    this.walking = walking;
    this.areas = new LinkedHashMap<>();
    areas.forEach(area -> this.areas.put(area.code(), area));
    lineages = new HashMap<>();
    children = new HashMap<>();
    roots = new ArrayList<>();
    for (AreaFact area : areas) {
      lineages.put(area.code(), climb(area));
      if (area.parent() == null || !this.areas.containsKey(area.parent())) {
        roots.add(area);
      } else {
        children.computeIfAbsent(area.parent(), code -> new ArrayList<>()).add(area);
      }
    }
    this.facilities = new LinkedHashMap<>();
    byArea = new HashMap<>();
    byDelivery = new HashMap<>();
    unplaced = new ArrayList<>();
    facilities.forEach(this::place);
    this.people = new HashMap<>();
    people.forEach(this::settle);
    medical = facilities.stream().filter(MedicalCareShare::isMedical).toList();
    judged = List.copyOf(this.areas.values());
    counted = List.copyOf(this.facilities.values());
    restricted = false;
  }

  private List<AreaFact> climb(AreaFact from) {
    List<AreaFact> lineage = new ArrayList<>();
    AreaFact area = from;
    while (area != null && lineage.size() < MAX_DEPTH) {
      lineage.add(area);
      area = area.parent() == null ? null : areas.get(area.parent());
    }
    return lineage;
  }

  private void place(FacilityFact facility) {
    facilities.put(facility.id(), facility);
    List<AreaFact> lineage = lineage(facility.area());
    for (AreaFact area : lineage) {
      byArea.computeIfAbsent(area.code(), code -> new ArrayList<>()).add(facility);
    }
    if (lineage.isEmpty()) {
      unplaced.add(facility);
    }
    for (String code : new HashSet<>(facility.deliveryAreas())) {
      byDelivery.computeIfAbsent(code, c -> new ArrayList<>()).add(facility);
    }
  }

  private void settle(String code, Map<String, GroupCount> groups) {
    for (AreaFact area : lineage(code)) {
      Map<String, GroupCount> sums = people.computeIfAbsent(area.code(), c -> new HashMap<>());
      groups.forEach((group, count) -> sums.merge(group, count, GroupCount::plus));
    }
  }

  private CountyFacts(CountyFacts whole, String scope) {
    asOf = whole.asOf;
    countsUndated = whole.countsUndated;
    neighbours = whole.neighbours;
    walking = whole.walking;
    areas = whole.areas;
    facilities = whole.facilities;
    lineages = whole.lineages;
    children = whole.children;
    byArea = whole.byArea;
    unplaced = whole.unplaced;
    medical = whole.medical;
    people = whole.people;
    byDelivery = whole.byDelivery;
    roots = List.of(whole.areas.get(scope));
    judged =
        whole.areas.values().stream()
            .filter(area -> lineage(area.code()).stream().anyMatch(a -> a.code().equals(scope)))
            .toList();
    counted = new ArrayList<>(whole.listFacilities(scope));
    counted.addAll(unplaced);
    restricted = true;
  }

  /**
   * The same facts, of which one area and all in it are judged.
   *
   * @throws IllegalArgumentException where there is no such area
   */
  public CountyFacts within(String code) {
    if (!areas.containsKey(code)) {
      throw new IllegalArgumentException("area is '" + code + "'; legal: the code of an area");
    }
    return new CountyFacts(this, code);
  }

  /** The day of which is judged. */
  public LocalDate asOf() {
    return asOf;
  }

  /** Whether operating facilities of unknown opening day count. */
  public boolean countsUndated() {
    return countsUndated;
  }

  /**
   * Whether a facility serves on the day that is judged. That one serves now says of a past day
   * only that it did not close before.
   */
  public Known isOpen(FacilityFact facility) {
    if (!facility.operating()) {
      return Known.NO;
    }
    if (facility.opened() == null) {
      return countsUndated
          ? Known.YES
          : Known.unknown(new Gap(Gap.Field.OPENED_ON, Gap.Of.FACILITY, facility.id()));
    }
    return Known.of(!facility.opened().isAfter(asOf));
  }

  /** What is missing to say which facilities of these types people could walk to, anywhere. */
  public Set<Gap> undated(List<String> types) {
    Set<Gap> gaps = new LinkedHashSet<>();
    for (FacilityFact facility : facilities.values()) {
      if (types.contains(facility.type())) {
        gaps.addAll(isOpen(facility).gaps());
      }
    }
    return gaps;
  }

  /** The areas that are judged. */
  public List<AreaFact> listAreas() {
    return judged;
  }

  /** The topmost areas that are judged. */
  public List<AreaFact> listRoots() {
    return roots;
  }

  /** Facilities that lie, or may lie, in the areas that are judged; those that are closed too. */
  public List<FacilityFact> listFacilities() {
    return counted;
  }

  /** Whether only a part of the areas is judged. */
  boolean isRestricted() {
    return restricted;
  }

  /** The area of a code. */
  public Optional<AreaFact> findArea(@Nullable String code) {
    return code == null ? Optional.empty() : Optional.ofNullable(areas.get(code));
  }

  /** The facility of an id. */
  public Optional<FacilityFact> findFacility(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(facilities.get(id));
  }

  /** The area itself, then its parents; empty where it is unknown. */
  public List<AreaFact> lineage(@Nullable String code) {
    return code == null ? List.of() : lineages.getOrDefault(code, List.of());
  }

  /** The areas whose parent this is. */
  public List<AreaFact> listChildren(String code) {
    return children.getOrDefault(code, List.of());
  }

  /** Facilities that belong to an area or one in it. */
  public List<FacilityFact> listFacilities(String area) {
    return byArea.getOrDefault(area, List.of());
  }

  /** Facilities that deliver to an area, as they say. */
  public List<FacilityFact> listDelivering(String area) {
    List<FacilityFact> found = new ArrayList<>();
    lineage(area).forEach(a -> found.addAll(byDelivery.getOrDefault(a.code(), List.of())));
    return found;
  }

  /** Facilities of which no area is known. */
  public List<FacilityFact> listUnplaced() {
    return unplaced;
  }

  /** Clinics and hospitals, wherever they are. */
  List<FacilityFact> listMedical() {
    return medical;
  }

  /** How many of a group live in an area. */
  public GroupCount people(String area, String group) {
    return people.getOrDefault(area, Map.of()).getOrDefault(group, GroupCount.NONE);
  }

  /** The community or village that a facility belongs to. */
  public Optional<String> communityOf(FacilityFact facility) {
    return lineage(facility.area()).stream()
        .filter(area -> COMMUNITY_LEVELS.contains(area.level()))
        .map(AreaFact::code)
        .findFirst();
  }

  /** Whether two communities are the same or share a border. */
  public Truth areNeighbours(String a, String b) {
    return a.equals(b) ? Truth.YES : neighbours.border(a, b);
  }

  /** Whether the boundary of an area is known. */
  boolean isBounded(String area) {
    return neighbours.isBounded(area);
  }

  /** How many arrive in time at facilities that are known to serve. */
  public WalkingShares walking() {
    return walking;
  }

  /** How many arrive in time if all facilities of these types serve that may. */
  public WalkingShares walkingAtBest(List<String> types) {
    return undated(types).isEmpty() ? walking : walking.withUndated();
  }
}
