package org.caremap.area;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Says in which area a place lies: the deepest one whose boundary holds it. Belonging is
 * administrative, so point-in-polygon is right here; who is served never is decided so. Immutable
 * and safe for all threads.
 */
public final class AreaLocator {
  private final STRtree tree = new STRtree();

  /**
   * @param areas those without a boundary are never found
   */
  public AreaLocator(AreaTree areas) {
    for (Area area : areas.list()) {
      if (area.boundary() != null && !area.boundary().isEmpty()) {
        tree.insert(area.boundary().getEnvelopeInternal(), new Entry(area));
      }
    }
    tree.build();
  }

  /** The deepest area that holds a place. */
  public Optional<Area> find(double lon, double lat) {
    Coordinate place = new Coordinate(lon, lat);
    Entry best = null;
    for (Object candidate : tree.query(new Envelope(place))) {
      Entry entry = (Entry) candidate;
      boolean deeper = best == null || entry.depth() > best.depth();
      if (deeper && entry.holds(place)) {
        best = entry;
      }
    }
    return Optional.ofNullable(best).map(entry -> entry.area);
  }

  private static final class Entry {
    private final Area area;
    private @Nullable IndexedPointInAreaLocator locator;

    Entry(Area area) {
      this.area = area;
    }

    int depth() {
      return area.level().depth();
    }

    /** Synchronised, as the index of a boundary is built when it is first asked. */
    synchronized boolean holds(Coordinate place) {
      if (locator == null) {
        locator = new IndexedPointInAreaLocator(area.boundary());
      }
      return locator.locate(place) != Location.EXTERIOR;
    }
  }
}
