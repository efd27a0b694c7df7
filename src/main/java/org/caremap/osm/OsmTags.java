package org.caremap.osm;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tags of one element; used again for the next. */
final class OsmTags {
  private String[] keys = new String[16];
  private String[] values = new String[16];
  private int size;

  void clear() {
    size = 0;
  }

  void add(String key, String value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    keys[size] = key;
    values[size++] = value;
  }

  boolean isEmpty() {
    return size == 0;
  }

  @Nullable String get(String key) {
    for (int i = 0; i < size; i++) {
      if (keys[i].equals(key)) {
        return values[i];
      }
    }
    return null;
  }

  boolean is(String key, String value) {
    return value.equals(get(key));
  }

  boolean isOneOf(String key, Set<String> allowed) {
    String value = get(key);
    return value != null && allowed.contains(value);
  }
}
