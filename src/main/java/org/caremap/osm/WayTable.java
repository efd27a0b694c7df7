package org.caremap.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.graph.GrowingInts;
import org.caremap.core.graph.GrowingLongs;
import org.jspecify.annotations.Nullable;

/** Ways kept between the passes: their nodes, a number each for what they are, and their names. */
final class WayTable {
  private final GrowingLongs refs = new GrowingLongs(1 << 16);
  private final GrowingInts start = new GrowingInts(1 << 12);
  private final GrowingInts traits = new GrowingInts(1 << 12);
  private final GrowingInts names = new GrowingInts(1 << 12);
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> textIndex = new HashMap<>();

  /** Adds a way; repeated neighbours among its nodes are dropped. */
  void add(long[] wayRefs, int count, int trait, @Nullable String name) {
    start.add(refs.size());
    for (int i = 0; i < count; i++) {
      if (i == 0 || wayRefs[i] != wayRefs[i - 1]) {
        refs.add(wayRefs[i]);
      }
    }
    traits.add(trait);
    names.add(name == null || name.isBlank() ? -1 : index(name.strip()));
  }

  private int index(String name) {
    Integer known = textIndex.get(name);
    if (known != null) {
      return known;
    }
    texts.add(name);
    textIndex.put(name, texts.size() - 1);
    return texts.size() - 1;
  }

  int size() {
    return start.size();
  }

  int start(int way) {
    return start.get(way);
  }

  int end(int way) {
    return way + 1 < start.size() ? start.get(way + 1) : refs.size();
  }

  /** Like {@link #end}, without the node that closes a ring: for counting who uses a node. */
  int countedEnd(int way) {
    int end = end(way);
    return end - start(way) > 2 && refs.get(start(way)) == refs.get(end - 1) ? end - 1 : end;
  }

  long ref(int i) {
    return refs.get(i);
  }

  /** A copy of the nodes of a way. */
  long[] refs(int way) {
    long[] copy = new long[end(way) - start(way)];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = refs.get(start(way) + i);
    }
    return copy;
  }

  int trait(int way) {
    return traits.get(way);
  }

  @Nullable String name(int way) {
    return names.get(way) < 0 ? null : texts.get(names.get(way));
  }

  GrowingLongs refs() {
    return refs;
  }
}
