package org.caremap.standards;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.caremap.core.standards.Neighbours;
import org.caremap.core.standards.Truth;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Which areas share a border, by their boundaries: a line of it, as one corner is no border. Drawn
 * when first asked, kept while the areas are the same. Safe for all threads.
 */
final class AreaNeighbours implements Neighbours {
  private final AreaTree areas;
  private final Map<String, Truth> known = new ConcurrentHashMap<>();

  AreaNeighbours(AreaTree areas) {
    this.areas = areas;
  }

  /** Whether these are the neighbours of these areas. */
  boolean isOf(AreaTree others) {
    return areas == others;
  }

  @Override
  public boolean isBounded(String area) {
    return areas.find(area).filter(one -> isBounded(one)).isPresent();
  }

  private static boolean isBounded(Area area) {
    return area.boundary() != null && !area.boundary().isEmpty();
  }

  @Override
  public Truth border(String a, String b) {
    Area one = areas.find(a).filter(AreaNeighbours::isBounded).orElse(null);
    Area other = areas.find(b).filter(AreaNeighbours::isBounded).orElse(null);
    if (one == null || other == null) {
      return Truth.UNKNOWN;
    }
    if (!one.boundary().getEnvelopeInternal().intersects(other.boundary().getEnvelopeInternal())) {
      return Truth.NO;
    }
    String pair = a.compareTo(b) < 0 ? a + "|" + b : b + "|" + a;
    return known.computeIfAbsent(pair, p -> Truth.of(shareLine(one.boundary(), other.boundary())));
  }

  private static boolean shareLine(Geometry a, Geometry b) {
    return a.intersects(b)
        && OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getDimension() >= 1;
  }
}
