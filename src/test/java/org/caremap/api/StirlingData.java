package org.caremap.api;

import java.nio.file.Path;
import org.caremap.testing.SharedData;

/** The real streets and care services of Stirling, for tests of other folders. */
public final class StirlingData {
  private StirlingData() {}

  /** Loads them as the README does; aborts the test that asks where the files are not there. */
  public static void load() {
    Path streets = SharedData.file("stirling/stirling-2022-06-26.osm.pbf");
    Path services = SharedData.file("stirling/care-services-2022-06-30.csv");
    Upload.of("streets", streets).imported();
    Upload.of("facilities", services).mapping("stirling-facilities.yaml").imported();
  }
}
