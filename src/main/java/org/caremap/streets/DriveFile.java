package org.caremap.streets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphFile;
import org.caremap.osm.DriveStreets;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How vehicles use the streets, kept in a file beside the walking network. */
final class DriveFile {
  private static final Logger LOG = Logger.getLogger(DriveFile.class);

  private DriveFile() {}

  /**
   * Opens the file. It was not always kept: where it is missing, or damaged, it is written anew
   * from the source of the streets. Nobody's walk hangs on it, so nothing that goes wrong here
   * keeps the streets from opening.
   *
   * @param source the OpenStreetMap file of the streets, null where it was not kept
   * @return null where it is not known how vehicles use the streets
   */
  static @Nullable StreetGraph open(Path file, @Nullable Path source) {
    try {
      if (Files.exists(file)) {
        return StreetGraphFile.read(file);
      }
    } catch (IOException e) {
      LOG.warnf("%s; reading the streets of vehicles again", e.getMessage());
    }
    if (source == null) {
      return null;
    }
    try {
      StreetGraph drives = DriveStreets.read(source);
      StreetGraphFile.write(drives, file);
      LOG.infof("streets: %,d edges for vehicles read from the source", drives.edgeCount());
      return drives;
    } catch (IOException e) {
      LOG.warnf("the streets of vehicles cannot be read: %s", e.getMessage());
      return null;
    }
  }
}
