package org.caremap.peers;

import com.carrotsearch.hppc.cursors.LongCursor;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInput;
import com.graphhopper.reader.osm.OSMInputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.caremap.peers.SegmentNetwork.Segment;

/**
 * What an OpenStreetMap file says of its streets, read by GraphHopper's reader and not by ours, so
 * that a mistake of ours cannot explain itself.
 */
final class OsmFacts {
  /** A way that could be a street. */
  record Way(long id, Map<String, String> tags, long[] places) {
    boolean isArea() {
      return places.length > 3
          && places[0] == places[places.length - 1]
          && ("yes".equals(tags.get("area"))
              || "pedestrian".equals(tags.get("highway"))
              || tags.containsKey("area:highway"));
    }

    @Override
    public String toString() {
      return "way " + id + " " + tags;
    }
  }

  private final Map<Long, Way> ways = new HashMap<>();
  private final Map<Segment, List<Way>> bySegment = new HashMap<>();
  private final Map<Long, List<Way>> byPlace = new HashMap<>();
  private final Map<Long, Map<String, String>> nodeTags = new HashMap<>();

  static OsmFacts read(Path file) throws IOException {
    OsmFacts facts = new OsmFacts();
    Map<Long, Long> placeOfNode = new HashMap<>();
    // Nodes come before ways, ways before relations.
    try (OSMInput in = new OSMInputFile(file.toFile()).setWorkerThreads(1).open()) {
      for (ReaderElement element = in.getNext(); element != null; element = in.getNext()) {
        if (element instanceof ReaderNode node) {
          long place =
              SegmentNetwork.place(
                  SegmentNetwork.fixed(node.getLon()), SegmentNetwork.fixed(node.getLat()));
          placeOfNode.put(node.getId(), place);
          Map<String, String> tags = tags(node);
          if (tags.containsKey("barrier") || tags.containsKey("ford")) {
            facts.nodeTags.put(place, tags);
          }
        } else if (element instanceof ReaderWay way) {
          facts.add(way, placeOfNode);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(file + " could not be read", e);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) { // AutoCloseable.close() may throw anything
      throw new IOException(file + " could not be closed", e);
    }
    return facts;
  }

  private void add(ReaderWay read, Map<Long, Long> placeOfNode) {
    Map<String, String> tags = tags(read);
    if (!tags.containsKey("highway")
        && !tags.containsKey("route")
        && !tags.containsKey("railway")
        && !tags.containsKey("public_transport")
        && !tags.containsKey("man_made")
        && !tags.containsKey("area:highway")) {
      return;
    }
    long[] places = new long[read.getNodes().size()];
    int count = 0;
    for (LongCursor node : read.getNodes()) {
      Long place = placeOfNode.get(node.value);
      if (place != null) {
        places[count++] = place;
      }
    }
    Way way = new Way(read.getId(), tags, java.util.Arrays.copyOf(places, count));
    ways.put(way.id(), way);
    for (int i = 0; i < count; i++) {
      byPlace.computeIfAbsent(places[i], key -> new ArrayList<>(1)).add(way);
      if (i > 0) {
        bySegment
            .computeIfAbsent(new Segment(places[i - 1], places[i]), key -> new ArrayList<>(1))
            .add(way);
      }
    }
  }

  private static Map<String, String> tags(ReaderElement element) {
    Map<String, String> tags = new TreeMap<>();
    element.getTags().forEach((key, value) -> tags.put(key, String.valueOf(value)));
    // What does not bear on who may walk would only hide what does.
    tags.keySet()
        .removeIf(
            key ->
                key.startsWith("name")
                    || key.startsWith("source")
                    || key.startsWith("addr:")
                    || key.equals("note"));
    return tags;
  }

  Way way(long id) {
    return ways.getOrDefault(id, new Way(id, Map.of(), new long[0]));
  }

  /** The ways that have two nodes as neighbours, in either order. */
  List<Way> waysAlong(Segment segment) {
    List<Way> found = new ArrayList<>(bySegment.getOrDefault(segment, List.of()));
    found.addAll(bySegment.getOrDefault(segment.reversed(), List.of()));
    return found.stream().distinct().toList();
  }

  /** Areas whose rim holds a place. */
  List<Way> areasAt(long place) {
    return byPlace.getOrDefault(place, List.of()).stream().filter(Way::isArea).toList();
  }

  /** Tags of a barrier or ford at a place; empty where there is none. */
  Map<String, String> barrierAt(long place) {
    return nodeTags.getOrDefault(place, Map.of());
  }
}
