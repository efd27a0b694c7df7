package org.caremap.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what people look for by name or address over the two passes of one file. Memory goes
 * with what is kept, which is limited; ways are kept as the middle of the box around their nodes.
 */
final class PlaceCollector {
  /**
   * Most that are kept: some 100 MB. Settlements of nodes come late in a file; see {@link #add}.
   */
  static final int MOST = 500_000;

  private static final int MOST_LETTERS = 200;

  /** Keys whose named elements are places, the most telling first. */
  private static final String[] KEYS = {
    "place",
    "amenity",
    "healthcare",
    "shop",
    "social_facility",
    "tourism",
    "leisure",
    "office",
    "railway",
    "public_transport",
    "highway",
    "historic",
    "building",
    "landuse"
  };

  private static final Set<String> RAILWAYS = Set.of("station", "halt", "tram_stop");
  private static final Set<String> LAND =
      Set.of("residential", "commercial", "retail", "industrial", "cemetery", "education");

  private final WayTable ways = new WayTable();
  private final List<OsmPlace> ofWays = new ArrayList<>();
  private final List<OsmPlace> ofNodes = new ArrayList<>();
  private @Nullable NodeTable nodes;
  private int leftOut;

  void takeWay(long[] refs, int count, OsmTags tags) {
    // Most ways have neither.
    OsmPlace place = count == 0 ? null : place(tags, 0, 0);
    if (place != null && add(ofWays, place)) {
      ways.add(refs, count, ofWays.size() - 1, null);
    }
  }

  /** Call between the passes. */
  void startNodes() {
    nodes = new NodeTable(ways.refs());
  }

  void takeNode(long id, int lon, int lat, OsmTags tags) {
    NodeTable table = nodes;
    if (table == null) {
      throw new IllegalStateException("ways have not been read");
    }
    int index = table.indexOf(id);
    if (index >= 0) {
      table.put(index, lon, lat);
    }
    if (!tags.isEmpty()) {
      OsmPlace place = place(tags, lon / 1e7, lat / 1e7);
      if (place != null) {
        add(ofNodes, place);
      }
    }
  }

  // Settlements are few and orient everybody: they are always kept.
  private boolean add(List<OsmPlace> list, OsmPlace place) {
    if (ofWays.size() + ofNodes.size() >= MOST && !place.key().equals("place")) {
      leftOut++;
      return false;
    }
    list.add(place);
    return true;
  }

  /** How many were left out because there are too many. */
  int leftOut() {
    return leftOut;
  }

  List<OsmPlace> build() {
    NodeTable table = nodes;
    if (table == null) {
      throw new IllegalStateException("nodes have not been read");
    }
    List<OsmPlace> places = new ArrayList<>(ofNodes);
    for (int way = 0; way < ways.size(); way++) {
      double west = Double.POSITIVE_INFINITY;
      double south = Double.POSITIVE_INFINITY;
      double east = Double.NEGATIVE_INFINITY;
      double north = Double.NEGATIVE_INFINITY;
      for (int i = ways.start(way); i < ways.end(way); i++) {
        int node = table.indexOf(ways.ref(i));
        if (!table.isMissing(node)) {
          west = Math.min(west, table.lon(node));
          east = Math.max(east, table.lon(node));
          south = Math.min(south, table.lat(node));
          north = Math.max(north, table.lat(node));
        }
      }
      if (west <= east) {
        OsmPlace p = ofWays.get(ways.trait(way));
        places.add(
            new OsmPlace(
                p.key(),
                p.value(),
                p.name(),
                p.otherName(),
                p.street(),
                p.houseNumber(),
                (west + east) / 2,
                (south + north) / 2));
      }
    }
    return List.copyOf(places);
  }

  private static @Nullable OsmPlace place(OsmTags tags, double lon, double lat) {
    String number = text(tags.get("addr:housenumber"));
    String street = number == null ? null : text(tags.get("addr:street"));
    if (number != null && street == null) {
      street = text(tags.get("addr:place"));
    }
    if (street == null) {
      number = null;
    }
    String name = text(tags.get("name"));
    String key = name == null ? null : key(tags);
    if (key == null) {
      return street == null
          ? null
          : new OsmPlace("addr", "house", null, null, street, number, lon, lat);
    }
    String value = tags.get(key);
    return new OsmPlace(
        key, value == null ? "yes" : value, name, otherName(tags, name), street, number, lon, lat);
  }

  private static @Nullable String key(OsmTags tags) {
    for (String key : KEYS) {
      String value = tags.get(key);
      if (value != null && !value.equals("no") && isLookedFor(key, value)) {
        return key;
      }
    }
    return null;
  }

  private static boolean isLookedFor(String key, String value) {
    return switch (key) {
      case "railway" -> RAILWAYS.contains(value);
      case "public_transport" -> value.equals("station");
      case "highway" -> value.equals("bus_stop");
      case "landuse" -> LAND.contains(value);
      default -> true;
    };
  }

  private static @Nullable String otherName(OsmTags tags, @Nullable String name) {
    for (String key : new String[] {"name:zh", "name:en", "alt_name", "old_name"}) {
      String other = text(tags.get(key));
      if (other != null && !other.equals(name)) {
        return other;
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String stripped = value.strip();
    return stripped.length() <= MOST_LETTERS ? stripped : stripped.substring(0, MOST_LETTERS);
  }
}
