package org.caremap.peers;

import java.nio.file.Path;
import org.caremap.testing.SharedData;

/** The real streets that engines are compared on. */
public enum City {
  /** Stairs everywhere. */
  MONACO("streets/planetiler-monaco.osm.pbf"),
  /** A city of blocks. */
  PORTO_ALEGRE("porto-alegre/streets.osm.pbf"),
  /** A town and its hills, a river with few bridges. */
  STIRLING("stirling/stirling-2022-06-26.osm.pbf");

  private final String file;

  City(String file) {
    this.file = file;
  }

  /** Its OpenStreetMap file; aborts the test where the shared data are not there. */
  public Path osm() {
    return SharedData.file(file);
  }
}
