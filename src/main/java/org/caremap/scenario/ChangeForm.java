package org.caremap.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is sent: every field of every kind, so that what is wrong with one can be said in
 * words. {@link ChangeReader} makes a {@link Change} of it.
 */
public record ChangeForm(
    @Nullable String op,
    @Nullable String key,
    @Nullable String type,
    @Nullable String name,
    @Nullable String facility,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Integer capacity,
    @Nullable Double costYuan,
    @Nullable String candidate,
    @Nullable Place from,
    @Nullable Place to) {
  /** A place as it is sent. */
  public record Place(@Nullable Double lon, @Nullable Double lat) {}

  /** Names of the fields that are given. */
  List<String> given() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("key", key);
    fields.put("type", type);
    fields.put("name", name);
    fields.put("facility", facility);
    fields.put("lon", lon);
    fields.put("lat", lat);
    fields.put("capacity", capacity);
    fields.put("costYuan", costYuan);
    fields.put("candidate", candidate);
    fields.put("from", from);
    fields.put("to", to);
    List<String> given = new ArrayList<>();
    fields.forEach(
        (field, value) -> {
          if (value != null) {
            given.add(field);
          }
        });
    return given;
  }
}
