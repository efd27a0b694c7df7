package org.caremap.coverage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.routing.ProfileRules;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.jspecify.annotations.Nullable;

/**
 * The loaded streets as each kind of person walks them, each made when first asked for and then
 * shared by all snapshots of the same streets and heights. The speed plays no part: profiles with
 * equal rules share a network.
 */
final class Walks {
  private final StreetGraph graph;
  private final @Nullable ElevationModel elevation;
  private final Map<ProfileRules, WalkingNetwork> networks = new ConcurrentHashMap<>();

  Walks(StreetGraph graph, @Nullable ElevationModel elevation) {
    this.graph = graph;
    this.elevation = elevation;
  }

  boolean isOf(StreetGraph otherGraph, @Nullable ElevationModel otherElevation) {
    return graph == otherGraph && elevation == otherElevation;
  }

  WalkingNetwork of(WalkingProfile profile) {
    return networks.computeIfAbsent(
        profile.rules(), rules -> WalkingNetwork.of(graph, profile, elevation));
  }
}
