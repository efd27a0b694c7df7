package org.caremap.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;

/**
 * A record as one text that says what it holds and nothing else: components in order of their
 * names, unknown ones left out, so that a component which a later version adds changes nothing for
 * those who do not use it.
 */
final class CanonicalText {
  private static final String EMPTY = "{}";
  private static final String NO_LIST = "[]";

  private final StringBuilder out = new StringBuilder();

  private CanonicalText() {}

  /**
   * The text of a record.
   *
   * @param without names of components that are no content, such as versions
   */
  static String of(Record value, Set<String> without) {
    CanonicalText text = new CanonicalText();
    text.record(value, without);
    return text.out.toString();
  }

  private void record(Record value, Set<String> without) {
    TreeMap<String, Object> parts = new TreeMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object part = read(component, value);
      if (part != null && !without.contains(component.getName())) {
        parts.put(component.getName(), part);
      }
    }
    map(parts);
  }

  private static @Nullable Object read(RecordComponent component, Record value) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private void map(Map<?, ?> parts) {
    out.append('{');
    parts.forEach(
        (name, part) -> {
          if (part == null) {
            return;
          }
          int before = out.length();
          value(name);
          out.append(':');
          int content = out.length();
          value(part);
          if (isNothing(content)) {
            out.setLength(before);
          } else {
            out.append(',');
          }
        });
    out.append('}');
  }

  // An empty record or list says as much as none.
  private boolean isNothing(int from) {
    int length = out.length() - from;
    return length == EMPTY.length() && out.indexOf(EMPTY, from) == from
        || length == NO_LIST.length() && out.indexOf(NO_LIST, from) == from;
  }

  private void value(@Nullable Object value) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof Record part) {
      record(part, Set.of());
    } else if (value instanceof Map<?, ?> map) {
      map(new TreeMap<>(map));
    } else if (value instanceof Collection<?> list) {
      out.append('[');
      list.forEach(
          part -> {
            value(part);
            out.append(',');
          });
      out.append(']');
    } else if (value instanceof Double number) {
      out.append(number + 0.0);
    } else if (value instanceof Geometry geometry) {
      geometry(geometry);
    } else if (value instanceof Enum<?> code) {
      out.append(code.name());
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      text(value.toString());
    }
  }

  private void text(String value) {
    out.append(value.length()).append('"').append(value).append('"');
  }

  private void geometry(Geometry geometry) {
    out.append(geometry.getGeometryType()).append(geometry.getNumGeometries()).append('(');
    if (geometry instanceof GeometryCollection) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        geometry(geometry.getGeometryN(i));
      }
    } else if (geometry instanceof Polygon polygon) {
      geometry(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        geometry(polygon.getInteriorRingN(i));
      }
    } else {
      for (Coordinate c : geometry.getCoordinates()) {
        out.append(c.x + 0.0).append(' ').append(c.y + 0.0).append(' ');
      }
    }
    out.append(')');
  }
}
