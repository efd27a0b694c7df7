package org.caremap.kitchen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caremap.core.graph.RoadClass;
import org.caremap.core.graph.Surface;
import org.caremap.core.graph.Vehicle;
import org.caremap.core.routing.DeliveryProfile;
import org.jspecify.annotations.Nullable;

/** Reads one vehicle of {@code delivery.yaml}; what is wrong is named with its legal range. */
final class VehicleReader {
  private static final List<String> NUMBERS =
      List.of("minutes", "loadingMinutes", "handOverMinutes", "handKmh");
  private static final List<String> SOURCED =
      List.of("minutes", "loadingMinutes", "handOverMinutes", "handKmh", "speedKmh", "surface");
  private static final double MOST_MINUTES = 240;
  private static final double LEAST_MINUTES = 0.1;
  private static final double LEAST_HAND_KMH = 0.1;
  private static final double MOST_HAND_KMH = 36;
  private static final double MOST_KMH = 200;
  private static final double LEAST_FACTOR = 0.05;

  private final String file;
  private final String name;
  private final JsonNode node;

  private VehicleReader(String file, String name, JsonNode node) {
    this.file = file;
    this.name = name;
    this.node = node;
  }

  /**
   * @param file for messages
   * @param position in it, from 1, for messages about entries without a code
   * @throws IllegalStateException naming file, vehicle, field, value and legal values
   */
  static KitchenVehicle read(String file, int position, JsonNode node) {
    String code = node.path("code").asText("");
    VehicleReader reader =
        new VehicleReader(file, code.isEmpty() ? "number " + position : code, node);
    return reader.vehicle(code);
  }

  private KitchenVehicle vehicle(String code) {
    Vehicle vehicle =
        Vehicle.find(code).orElseThrow(() -> wrong("code", node.get("code"), Vehicle.legal()));
    onlyKnown("", node, fields());
    return new KitchenVehicle(
        new DeliveryProfile(
            vehicle, speeds(), surfaces(), number(node, "handKmh", LEAST_HAND_KMH, MOST_HAND_KMH)),
        text(node, "zh"),
        text(node, "en"),
        number(node, "minutes", LEAST_MINUTES, MOST_MINUTES),
        number(node, "loadingMinutes", 0, MOST_MINUTES),
        number(node, "handOverMinutes", 0, MOST_MINUTES),
        sources());
  }

  private static List<String> fields() {
    List<String> fields = new java.util.ArrayList<>(NUMBERS);
    fields.addAll(List.of("code", "zh", "en", "speedKmh", "surface", "sources"));
    return fields;
  }

  private Map<RoadClass, Double> speeds() {
    JsonNode speeds = node.path("speedKmh");
    List<String> roads = Arrays.stream(RoadClass.values()).map(RoadClass::code).toList();
    if (!speeds.isObject()) {
      throw wrong("speedKmh", speeds, "fields " + String.join(", ", roads));
    }
    onlyKnown("speedKmh.", speeds, roads);
    Map<RoadClass, Double> kmh = new EnumMap<>(RoadClass.class);
    for (RoadClass road : RoadClass.values()) {
      if (speeds.has(road.code())) {
        kmh.put(road, number("speedKmh.", speeds, road.code(), 1, MOST_KMH));
      }
    }
    return kmh;
  }

  private Map<Surface, Double> surfaces() {
    JsonNode given = node.path("surface");
    Map<String, Surface> known =
        Arrays.stream(Surface.values())
            .filter(surface -> surface != Surface.UNKNOWN)
            .collect(
                Collectors.toMap(
                    surface -> surface.name().toLowerCase(java.util.Locale.ROOT),
                    surface -> surface));
    if (!given.isObject()) {
      throw wrong("surface", given, "fields " + String.join(", ", new TreeSet<>(known.keySet())));
    }
    onlyKnown("surface.", given, List.copyOf(known.keySet()));
    Map<Surface, Double> factors = new EnumMap<>(Surface.class);
    known.forEach(
        (field, surface) -> {
          if (!given.path(field).asText().equals("closed")) {
            factors.put(surface, number("surface.", given, field, LEAST_FACTOR, 1));
          }
        });
    return factors;
  }

  private Map<String, String> sources() {
    JsonNode sources = node.path("sources");
    Map<String, String> all = new LinkedHashMap<>();
    onlyKnown("sources.", sources, SOURCED);
    for (String field : SOURCED) {
      String source = sources.path(field).asText("");
      if (source.isBlank()) {
        throw wrong("sources." + field, sources.get(field), "where it is from, or an assumption");
      }
      all.put(field, source);
    }
    return all;
  }

  private void onlyKnown(String path, JsonNode in, List<String> known) {
    for (Iterator<String> names = in.fieldNames(); names.hasNext(); ) {
      String field = names.next();
      if (!known.contains(field)) {
        throw new IllegalStateException(
            "%s, vehicle %s: unknown field '%s%s'; legal: %s"
                .formatted(file, name, path, field, String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  private String text(JsonNode in, String field) {
    String text = in.path(field).asText("");
    if (text.isBlank()) {
      throw wrong(field, in.get(field), "a name");
    }
    return text;
  }

  private double number(JsonNode in, String field, double least, double most) {
    return number("", in, field, least, most);
  }

  private double number(String path, JsonNode in, String field, double least, double most) {
    JsonNode value = in.path(field);
    if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
      throw wrong(path + field, in.get(field), "number from %s to %s".formatted(least, most));
    }
    return value.asDouble();
  }

  private IllegalStateException wrong(String field, @Nullable JsonNode value, String legal) {
    return new IllegalStateException(
        value == null || value.isMissingNode()
            ? "%s, vehicle %s: %s is missing; legal: %s".formatted(file, name, field, legal)
            : "%s, vehicle %s: %s is %s; legal: %s".formatted(file, name, field, value, legal));
  }
}
