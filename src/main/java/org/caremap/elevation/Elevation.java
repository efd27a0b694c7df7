package org.caremap.elevation;

import java.time.Instant;
import java.util.UUID;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.graph.StreetGraph;

/**
 * The loaded elevation, immutable.
 *
 * @param id changes with every import
 * @param name the file's name
 * @param importedAt when
 * @param attribution credit to show, as the file's copyright tag says; empty where it says nothing
 * @param sourceChecksum SHA-256 of the imported file
 * @param raster the heights
 */
public record Elevation(
    UUID id,
    String name,
    Instant importedAt,
    String attribution,
    String sourceChecksum,
    ElevationRaster raster) {
  /** Heights by place. */
  public ElevationModel model() {
    return raster;
  }

  /** The box that the raster covers. */
  public BoundingBox box() {
    return raster.grid().box();
  }

  /** Height of a cell on the ground in metres. */
  public double resolutionMeters() {
    return raster.grid().resolutionMeters();
  }

  /** Lowest height in metres. */
  public double minMeters() {
    return raster.minMeters();
  }

  /** Highest height in metres. */
  public double maxMeters() {
    return raster.maxMeters();
  }

  /** Number of cells that have a height. */
  public long knownCells() {
    return raster.knownCells();
  }

  /**
   * Share of a network's nodes whose height is known.
   *
   * @return in [0, 1]; 0 for a network without nodes
   */
  public double shareOfNodes(StreetGraph graph) {
    int known = 0;
    for (int n = 0; n < graph.nodeCount(); n++) {
      if (!Double.isNaN(raster.elevationMeters(graph.nodeLon(n), graph.nodeLat(n)))) {
        known++;
      }
    }
    return graph.nodeCount() == 0 ? 0 : (double) known / graph.nodeCount();
  }
}
