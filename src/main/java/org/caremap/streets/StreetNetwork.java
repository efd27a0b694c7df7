package org.caremap.streets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.StreetGraph;
import org.caremap.osm.BackgroundFeature;
import org.caremap.osm.OsmPlace;
import org.jspecify.annotations.Nullable;

/**
 * The loaded streets, immutable.
 *
 * @param id changes with every import
 * @param name the file's name, or the sample's
 * @param importedAt when
 * @param sample whether the sample county brought them
 * @param attribution credit to show
 * @param graph the walking network
 * @param snapper joins places to its edges
 * @param background water, railways and parks for drawing only
 * @param places what people look for by name or address
 * @param drives the streets as vehicles use them, of {@link org.caremap.core.graph.DriveTraits};
 *     null where they were not kept and have to be imported again
 */
public record StreetNetwork(
    UUID id,
    String name,
    Instant importedAt,
    boolean sample,
    String attribution,
    StreetGraph graph,
    EdgeSnapper snapper,
    List<BackgroundFeature> background,
    List<OsmPlace> places,
    @Nullable StreetGraph drives) {

  /** Streets of which it is not known how vehicles use them. */
  public StreetNetwork(
      UUID id,
      String name,
      Instant importedAt,
      boolean sample,
      String attribution,
      StreetGraph graph,
      EdgeSnapper snapper,
      List<BackgroundFeature> background,
      List<OsmPlace> places) {
    this(id, name, importedAt, sample, attribution, graph, snapper, background, places, null);
  }
}
