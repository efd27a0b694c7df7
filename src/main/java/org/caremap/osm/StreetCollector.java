package org.caremap.osm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import org.caremap.core.graph.GrowingLongs;
import org.caremap.core.graph.Island;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.jspecify.annotations.Nullable;

/** Collects streets, background and places over the two passes of one file. */
@SuppressWarnings("EnumOrdinal") // the number that the way table holds
final class StreetCollector {
  private final WayTable streets = new WayTable();
  private final WayTable scenery = new WayTable();
  private final Map<String, Integer> skipped = new HashMap<>();
  private final Map<String, Integer> highways = new TreeMap<>();
  private final WaterRelations water = new WaterRelations();
  private @Nullable NodeTable streetNodes;
  private @Nullable NodeTable sceneryNodes;
  private final GrowingLongs streetIds = new GrowingLongs(1 << 12);
  private final OsmStreets.Squares squares;
  private final AreaTable areas = new AreaTable();
  private final NodeMarks marks = new NodeMarks();
  private final PlaceCollector places = new PlaceCollector();
  private final DriveCollector drives = new DriveCollector();
  private long fileNodes;
  private long fileWays;

  /**
   * @param squares how areas are walked
   */
  StreetCollector(OsmStreets.Squares squares) {
    this.squares = squares;
  }

  OsmHandler wayPass() {
    return new OsmHandler() {
      @Override
      public boolean wantsNodes() {
        return false;
      }

      @Override
      public boolean wantsWays() {
        return true;
      }

      @Override
      public void node(long id, int lon, int lat, OsmTags tags) {}

      @Override
      public void way(long id, long[] refs, int count, OsmTags tags) {
        takeWay(id, refs, count, tags);
      }

      @Override
      public boolean wantsRelations() {
        return true;
      }

      @Override
      public void relation(long[] ways, boolean[] inner, int count, OsmTags tags) {
        water.offer(ways, inner, count, tags);
        if (squares == OsmStreets.Squares.CROSSED) {
          areas.offer(ways, inner, count, tags);
        }
      }
    };
  }

  private void takeWay(long id, long[] refs, int count, OsmTags tags) {
    fileWays++;
    places.takeWay(refs, count, tags);
    drives.takeWay(refs, count, tags);
    String highway = tags.get("highway");
    if (highway != null) {
      highways.merge(highway, 1, Integer::sum);
    }
    boolean closedRing = count >= 4 && refs[0] == refs[count - 1];
    PedestrianAccess.Verdict verdict = PedestrianAccess.ofWay(tags, closedRing);
    if (verdict instanceof PedestrianAccess.Walkable walkable) {
      if (count < 2) {
        skipped.merge("fewer than two nodes", 1, Integer::sum);
      } else {
        addStreet(id, refs, count, tags, walkable);
      }
    } else if (verdict instanceof PedestrianAccess.Closed closed) {
      skipped.merge(closed.reason(), 1, Integer::sum);
    }
    BackgroundKind kind = BackgroundKind.of(tags, closedRing);
    if (kind != null && count >= 2) {
      scenery.add(refs, count, kind.ordinal(), tags.get("name"));
    }
  }

  private void addStreet(
      long id, long[] refs, int count, OsmTags tags, PedestrianAccess.Walkable walkable) {
    int bits = WayTraits.of(tags, walkable).bits();
    String name = tags.get("name");
    if (walkable.streetClass() == StreetClass.AREA) {
      areas.addRing(streets.size(), bits, name);
    } else if (WayTraits.isCrossing(tags)) {
      marks.takeCrossingWay(streets.size());
    }
    streetIds.add(id);
    streets.add(refs, count, bits, name);
  }

  void requireStreets(String name) throws OsmFormatException {
    if (streets.size() == 0) {
      String found =
          highways.isEmpty() ? "it has no ways with a highway tag" : "highway values: " + highways;
      throw new OsmFormatException(
          name, "no street that people may walk among " + fileWays + " ways; " + found);
    }
  }

  /** Whether the file has to be read for the ways of relations. */
  boolean needsMemberPass() {
    return !water.isEmpty() || areas.needsMembers();
  }

  OsmHandler memberPass() {
    areas.findStreets(streetIds);
    OsmHandler waterPass = water.memberPass(scenery);
    return new OsmHandler() {
      @Override
      public boolean wantsNodes() {
        return false;
      }

      @Override
      public boolean wantsWays() {
        return true;
      }

      @Override
      public void node(long id, int lon, int lat, OsmTags tags) {}

      @Override
      public void way(long id, long[] refs, int count, OsmTags tags) {
        waterPass.way(id, refs, count, tags);
        areas.takeMember(id, refs, count, tags, streets);
      }
    };
  }

  OsmHandler nodePass() {
    NodeTable forStreets = new NodeTable(streets.refs(), areas.closedRefs());
    NodeTable forScenery = new NodeTable(scenery.refs());
    streetNodes = forStreets;
    sceneryNodes = forScenery;
    places.startNodes();
    drives.startNodes();
    return new OsmHandler() {
      @Override
      public boolean wantsNodes() {
        return true;
      }

      @Override
      public boolean wantsWays() {
        return false;
      }

      @Override
      public void node(long id, int lon, int lat, OsmTags tags) {
        fileNodes++;
        places.takeNode(id, lon, lat, tags);
        drives.takeNode(id, lon, lat, tags);
        int street = forStreets.indexOf(id);
        if (street >= 0) {
          forStreets.put(street, lon, lat);
          if (!tags.isEmpty()) {
            marks.take(street, tags);
          }
        }
        int other = forScenery.indexOf(id);
        if (other >= 0) {
          forScenery.put(other, lon, lat);
        }
      }

      @Override
      public void way(long id, long[] refs, int count, OsmTags tags) {}
    };
  }

  OsmStreets.Result build(String name, DoubleConsumer progress) throws OsmFormatException {
    if (streetNodes == null || sceneryNodes == null) {
      throw new IllegalStateException("nodes have not been read");
    }
    NetworkAssembler assembler =
        new NetworkAssembler(
            streets,
            streetNodes,
            marks,
            squares == OsmStreets.Squares.CROSSED ? areas.areas(streets) : List.of());
    StreetGraph graph = assembler.assemble(progress);
    if (graph.edgeCount() == 0) {
      throw new OsmFormatException(
          name, "none of the nodes of its " + streets.size() + " streets are in the file");
    }
    List<BackgroundFeature> background = BackgroundAssembler.assemble(scenery, sceneryNodes, water);
    double total = graph.totalLengthMeters();
    OsmReport report =
        new OsmReport(
            fileNodes,
            fileWays,
            streets.size() - areas.rimWays(),
            byFrequency(skipped),
            assembler.waysWithMissingNodes(),
            marks.blocked().cardinality(),
            marks.passageCount(),
            assembler.areaReport(),
            graph.nodeCount(),
            graph.edgeCount(),
            total,
            graph.componentCount(),
            total == 0 ? 1 : graph.componentLengthMeters(graph.largestComponent()) / total,
            Island.of(graph, OsmReport.MOST_ISLANDS),
            graph.bounds());
    return new OsmStreets.Result(
        graph,
        report,
        background,
        new OsmPlaces.Found(places.build(), places.leftOut()),
        drives.build());
  }

  private static Map<String, Integer> byFrequency(Map<String, Integer> counts) {
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(
        Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
            .thenComparing(Map.Entry::getKey));
    Map<String, Integer> ordered = new LinkedHashMap<>();
    entries.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(ordered);
  }
}
