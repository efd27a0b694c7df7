package org.caremap.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Straight runs of street on the plane: end points in whole metres and a style. A run along u or v
 * may be met by others anywhere (it is cut there later); a slanting one only at its ends.
 */
final class Segments {
  private final IntList fields = new IntList(); // u1, v1, u2, v2, style
  private final List<Style> styles = new ArrayList<>();

  int style(Style style) {
    styles.add(style);
    return styles.size() - 1;
  }

  Style styleOf(int id) {
    return styles.get(id);
  }

  void add(int u1, int v1, int u2, int v2, int style) {
    if (u1 != u2 || v1 != v2) {
      boolean forward = u1 < u2 || (u1 == u2 && v1 < v2);
      fields.addAll(forward ? u1 : u2, forward ? v1 : v2, forward ? u2 : u1, forward ? v2 : v1);
      fields.add(style);
    }
  }

  int size() {
    return fields.size() / 5;
  }

  int u1(int i) {
    return fields.get(5 * i);
  }

  int v1(int i) {
    return fields.get(5 * i + 1);
  }

  int u2(int i) {
    return fields.get(5 * i + 2);
  }

  int v2(int i) {
    return fields.get(5 * i + 3);
  }

  int style(int i) {
    return fields.get(5 * i + 4);
  }
}
