package org.caremap.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caremap.core.graph.GrowingLongs;
import org.jspecify.annotations.Nullable;

/**
 * Areas that people may walk across, kept between the passes: closed ways, and multipolygons (OSM
 * wiki, "Relation:multipolygon") whose rings are joined from their members. Members come before
 * relations in a file and are fetched by a pass of their own; outer ones that are no street become
 * the rim that is walked along.
 */
final class AreaTable {
  /** Street of an outline that is not walked along. */
  static final int NO_STREET = -1;

  /**
   * A piece of an area's border.
   *
   * @param refs its nodes
   * @param inner whether it bounds a hole
   * @param street its number in the table of streets, or {@link #NO_STREET}
   */
  @SuppressWarnings("ArrayRecordComponent") // private to this package
  record Outline(long[] refs, boolean inner, int street) {}

  /**
   * An area.
   *
   * @param bits traits of walking in it
   * @param name or null
   * @param outlines its border; null if the file lacks a part of it
   */
  record Area(int bits, @Nullable String name, @Nullable List<Outline> outlines) {}

  @SuppressWarnings("ArrayRecordComponent") // private to this class
  private record Multipolygon(int bits, @Nullable String name, long[] ways, boolean[] inner) {}

  private record Ring(int bits, @Nullable String name, int street) {}

  private final List<Ring> rings = new ArrayList<>();
  private final List<Multipolygon> relations = new ArrayList<>();
  private final Set<Long> members = new HashSet<>();
  private final Map<Long, Integer> outerOf = new HashMap<>();
  private final Map<Long, Integer> streetOf = new HashMap<>();
  private final Map<Long, long[]> closed = new HashMap<>();
  private final GrowingLongs closedRefs = new GrowingLongs(16);
  private int rimWays;

  /** Notes that a street is the rim of an area. */
  void addRing(int street, int bits, @Nullable String name) {
    rings.add(new Ring(bits, name, street));
  }

  /** Notes a relation if it is an area that may be walked across. */
  void offer(long[] ways, boolean[] inner, int count, OsmTags tags) {
    if (count > 0
        && tags.is("type", "multipolygon")
        && PedestrianAccess.ofMultipolygon(tags) instanceof PedestrianAccess.Walkable walkable) {
      for (int i = 0; i < count; i++) {
        members.add(ways[i]);
        if (!inner[i]) {
          outerOf.putIfAbsent(ways[i], relations.size());
        }
      }
      relations.add(
          new Multipolygon(
              WayTraits.of(tags, walkable).bits(),
              tags.get("name"),
              Arrays.copyOf(ways, count),
              Arrays.copyOf(inner, count)));
    }
  }

  /** Whether the file has to be read for members. */
  boolean needsMembers() {
    return !relations.isEmpty();
  }

  /** Finds the members among the streets. */
  void findStreets(GrowingLongs streetIds) {
    for (int street = 0; street < streetIds.size(); street++) {
      if (members.contains(streetIds.get(street))) {
        streetOf.put(streetIds.get(street), street);
      }
    }
  }

  /**
   * Takes a way in the members' pass. An outer member that is no street is added to the streets as
   * a rim. Others only bound the area: those that are closed to people, and holes, around which
   * lines across lead where somebody has to pass (a rim of their own would be an island).
   */
  void takeMember(long id, long[] refs, int count, OsmTags tags, WayTable streets) {
    if (!members.contains(id) || streetOf.containsKey(id) || count < 2) {
      return;
    }
    Integer relation = outerOf.get(id);
    boolean ring = refs[0] == refs[count - 1];
    if (relation == null || PedestrianAccess.ofWay(tags, ring) instanceof PedestrianAccess.Closed) {
      closed.put(id, Arrays.copyOf(refs, count));
      for (int i = 0; i < count; i++) {
        closedRefs.add(refs[i]);
      }
      return;
    }
    Multipolygon area = relations.get(relation);
    streetOf.put(id, streets.size());
    streets.add(refs, count, area.bits(), area.name());
    rimWays++;
  }

  /** Number of streets that are only rims of multipolygons. */
  int rimWays() {
    return rimWays;
  }

  /** Nodes of borders that are not walked along. */
  GrowingLongs closedRefs() {
    return closedRefs;
  }

  /** All areas, closed ways first. */
  List<Area> areas(WayTable streets) {
    List<Area> all = new ArrayList<>();
    for (Ring ring : rings) {
      Outline outline = new Outline(streets.refs(ring.street()), false, ring.street());
      all.add(new Area(ring.bits(), ring.name(), List.of(outline)));
    }
    for (Multipolygon relation : relations) {
      all.add(new Area(relation.bits(), relation.name(), outlines(relation, streets)));
    }
    return all;
  }

  private @Nullable List<Outline> outlines(Multipolygon relation, WayTable streets) {
    List<Outline> outlines = new ArrayList<>();
    for (int i = 0; i < relation.ways().length; i++) {
      Integer street = streetOf.get(relation.ways()[i]);
      long[] refs = street == null ? closed.get(relation.ways()[i]) : streets.refs(street);
      if (refs == null) {
        return null;
      }
      outlines.add(new Outline(refs, relation.inner()[i], street == null ? NO_STREET : street));
    }
    return outlines;
  }
}
