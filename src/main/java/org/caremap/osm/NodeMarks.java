package org.caremap.osm;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** What the tags of nodes say, by place in the table of nodes; and which ways are crossings. */
final class NodeMarks {
  /** Hears of a passage. */
  @FunctionalInterface
  interface PassageVisitor {
    void visit(int node, int passage, boolean crossingNode);
  }

  private final BitSet blocked = new BitSet();
  private final BitSet crossingNodes = new BitSet();
  private final BitSet crossingWays = new BitSet();
  private final Map<Integer, Integer> passages = new TreeMap<>();

  /** Notes the tags of a node. */
  void take(int node, OsmTags tags) {
    if (PedestrianAccess.isBlocked(tags)) {
      blocked.set(node);
      return;
    }
    int passage = NodePassage.of(tags);
    if (passage != NodePassage.NONE) {
      passages.put(node, passage);
      crossingNodes.set(node, tags.is("highway", "crossing"));
    }
  }

  /** Notes that a street leads over a carriageway. */
  void takeCrossingWay(int way) {
    crossingWays.set(way);
  }

  BitSet blocked() {
    return blocked;
  }

  boolean isSplit(int node) {
    return blocked.get(node) || passages.containsKey(node);
  }

  boolean isCrossingWay(int way) {
    return crossingWays.get(way);
  }

  int passageCount() {
    return passages.size();
  }

  void forEachPassage(PassageVisitor visitor) {
    passages.forEach((node, passage) -> visitor.visit(node, passage, crossingNodes.get(node)));
  }
}
