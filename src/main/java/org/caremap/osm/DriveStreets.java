package org.caremap.osm;

import java.io.IOException;
import java.nio.file.Path;
import org.caremap.core.graph.StreetGraph;

/** Reads the streets of vehicles only, from a file that was kept. */
public final class DriveStreets {
  private DriveStreets() {}

  /**
   * Reads a file.
   *
   * @return a graph of {@link org.caremap.core.graph.DriveTraits}; without edges where no vehicle
   *     may go anywhere
   * @throws OsmFormatException if the file is damaged, incomplete or of another kind
   * @throws IOException if it cannot be read
   */
  public static StreetGraph read(Path file) throws IOException {
    OsmSource source = new OsmSource(file, file.getFileName().toString());
    DriveCollector collector = new DriveCollector();
    source.read(collector.wayPass(), share -> {});
    source.read(collector.nodePass(), share -> {});
    return collector.build();
  }
}
