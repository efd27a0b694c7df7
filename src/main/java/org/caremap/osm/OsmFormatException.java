package org.caremap.osm;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is no complete OpenStreetMap file, or holds no streets; the message says which. */
public final class OsmFormatException extends IOException {
  private static final long serialVersionUID = 1;

  OsmFormatException(String fileName, String problem) {
    this(fileName, problem, null);
  }

  OsmFormatException(String fileName, String problem, @Nullable Throwable cause) {
    super(fileName + ": " + problem, cause);
  }
}
