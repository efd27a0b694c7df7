package org.caremap.osm;

import java.util.Set;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.Kerb;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.Wheelchair;

/**
 * What somebody passes at a node that stops some people and not others: an edge without length that
 * carries the trait. Sources: OSM wiki "Key:barrier" and the pages of its values, "Key:kerb",
 * "Key:ford", "Tag:highway=elevator", "Key:wheelchair". Gates, lift gates, bollards, blocks and the
 * like are open to wheels unless {@code wheelchair=no} or their width is less than 0.9 m.
 */
final class NodePassage {
  /** Nothing to pass. */
  static final int NONE = 0;

  /** Climbed over or squeezed through; a cattle grid catches sticks and wheels. */
  private static final Set<String> OBSTACLES =
      Set.of(
          "stile",
          "kissing_gate",
          "turnstile",
          "full-height_turnstile",
          "cycle_barrier",
          "motorcycle_barrier",
          "horse_stile",
          "squeeze",
          "cattle_grid",
          "step",
          "steps",
          "log",
          "ditch",
          "rope");

  private static final Set<String> FORDS = Set.of("yes", "stepping_stones");

  private NodePassage() {}

  /**
   * Bits of {@link EdgeTraits} of the passage at a node, or {@link #NONE}. The node is not blocked
   * to all, see {@link PedestrianAccess#isBlocked}.
   */
  static int of(OsmTags tags) {
    String barrier = tags.get("barrier");
    boolean lift = tags.is("highway", "elevator");
    boolean ford = tags.isOneOf("ford", FORDS);
    Kerb kerb = WayTraits.kerb(tags);
    if (barrier == null && !lift && !ford && kerb == Kerb.NONE) {
      return NONE;
    }
    Wheelchair wheelchair = WayTraits.wheelchair(tags);
    int more = 0;
    if (lift) {
      more |= EdgeTraits.LIFT;
    }
    if (wheelchair == Wheelchair.YES) {
      kerb = kerb == Kerb.RAISED ? Kerb.LOWERED : kerb;
    } else {
      boolean obstacle = (barrier != null && OBSTACLES.contains(barrier)) || ford;
      boolean closedToWheels = wheelchair == Wheelchair.NO && (barrier != null || lift);
      if (obstacle || closedToWheels) {
        more |= EdgeTraits.OBSTACLE;
      }
      // Only the gap counts: the width of a bollard may be its own.
      if (Lengths.meters(tags.get("maxwidth:physical")) < WayTraits.WHEELCHAIR_METERS) {
        more |= EdgeTraits.NARROW;
      }
    }
    if (more == 0 && kerb == Kerb.NONE) {
      return NONE;
    }
    return EdgeTraits.of(StreetClass.PATH).with(more).with(kerb).bits();
  }
}
