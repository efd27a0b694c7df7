package org.caremap.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.Kerb;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraphBuilder;

/**
 * Nodes that are taken apart, so that each street piece has an end of its own there: barriers that
 * stop everybody, whose ends stay apart, and passages, whose ends are joined by edges without
 * length that carry what is passed. Pieces of one area share an end: a gate in a fence does not cut
 * the square before it.
 *
 * <p>A kerb lies between pavement and carriageway. Where both meet, whoever stays on the
 * carriageway crosses none; where only footways meet, the kerb is that of the crossing among them;
 * a crossing drawn as a node on the carriageway alone tells of kerbs at its sides.
 */
final class SplitNodes {
  /** Number of an area where there is none. */
  static final int NO_AREA = -1;

  /** Up to this many ends are joined each with each, so that whoever passes does so once. */
  private static final int MOST_PAIRED = 6;

  /** Traits of an edge that joins two ends without anything between. */
  private static final int FREE = EdgeTraits.of(StreetClass.PATH).bits();

  private static final int ANYWHERE = EdgeTraits.LIFT | EdgeTraits.OBSTACLE | EdgeTraits.NARROW;

  private enum Side {
    ROAD,
    CROSSING,
    FOOTWAY
  }

  private record End(int graphNode, int area, Side side) {}

  private final StreetGraphBuilder builder;
  private final Map<Integer, List<End>> endsOf = new HashMap<>();

  SplitNodes(StreetGraphBuilder builder) {
    this.builder = builder;
  }

  /**
   * The end of a piece at a node.
   *
   * @param area number of the area that the piece belongs to, or {@link #NO_AREA}
   * @param streetClass what the piece is
   * @param crossing whether it leads over a carriageway
   */
  int end(int node, double lon, double lat, int area, StreetClass streetClass, boolean crossing) {
    List<End> ends = endsOf.computeIfAbsent(node, key -> new ArrayList<>(2));
    if (area != NO_AREA) {
      for (End end : ends) {
        if (end.area() == area) {
          return end.graphNode();
        }
      }
    }
    int graphNode = builder.addNode(lon, lat);
    ends.add(new End(graphNode, area, side(streetClass, crossing)));
    return graphNode;
  }

  private static Side side(StreetClass streetClass, boolean crossing) {
    return switch (streetClass) {
      case PATH, STEPS, AREA -> crossing ? Side.CROSSING : Side.FOOTWAY;
      case MAJOR, MINOR, RESIDENTIAL, SERVICE -> Side.ROAD;
    };
  }

  /**
   * Joins the ends at a node.
   *
   * @param passage bits of the passage, see {@link NodePassage}
   * @param crossingNode whether the node is a crossing of a carriageway
   */
  void join(int node, int passage, boolean crossingNode) {
    List<End> ends = endsOf.getOrDefault(node, List.of());
    if (ends.size() < 2) {
      return;
    }
    EdgeTraits traits = new EdgeTraits(passage);
    if ((passage & ANYWHERE) != 0 || traits.kerb() == Kerb.NONE) {
      each(ends, passage);
      return;
    }
    boolean roads = has(ends, Side.ROAD);
    boolean footways = has(ends, Side.FOOTWAY);
    boolean crossings = has(ends, Side.CROSSING);
    if (roads && (footways || crossings)) {
      around(ends, Side.ROAD, passage);
    } else if (roads && crossingNode) {
      each(ends, FREE);
    } else if (footways && crossings) {
      around(ends, Side.FOOTWAY, passage);
    } else {
      each(ends, passage);
    }
  }

  private static boolean has(List<End> ends, Side side) {
    return ends.stream().anyMatch(end -> end.side() == side);
  }

  /** The ends of one side freely with each other, all others with them over the passage. */
  private void around(List<End> ends, Side middle, int passage) {
    int centre = -1;
    for (End end : ends) {
      if (end.side() == middle) {
        if (centre >= 0) {
          edge(centre, end.graphNode(), FREE);
        } else {
          centre = end.graphNode();
        }
      }
    }
    for (End end : ends) {
      if (end.side() != middle) {
        edge(centre, end.graphNode(), passage);
      }
    }
  }

  private void each(List<End> ends, int bits) {
    if (ends.size() > MOST_PAIRED) {
      // Too many for pairs: the first end is the middle, and most ways pass twice.
      for (End end : ends.subList(1, ends.size())) {
        edge(ends.get(0).graphNode(), end.graphNode(), bits);
      }
      return;
    }
    for (int a = 0; a < ends.size(); a++) {
      for (int b = a + 1; b < ends.size(); b++) {
        edge(ends.get(a).graphNode(), ends.get(b).graphNode(), bits);
      }
    }
  }

  private void edge(int from, int to, int bits) {
    builder.addEdge(from, to, new double[0], new EdgeTraits(bits), null);
  }
}
