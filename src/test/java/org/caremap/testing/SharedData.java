package org.caremap.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real data beside the repository; tests that need a file say so where it is not there. */
public final class SharedData {
  private SharedData() {}

  /**
   * @param name below the data folder, for example {@code stirling/population-points-2018.csv}
   */
  public static Path file(String name) {
    return present("data", name);
  }

  /**
   * The folder of the documents that the product is made from, or a part of it.
   *
   * @param name below that folder; empty for the folder itself
   */
  public static Path seeds(String name) {
    return present("seeds", name);
  }

  private static Path present(String folder, String name) {
    Path file = Path.of(System.getProperty("caremap.shared", "../shared"), folder, name);
    if (!Files.exists(file)) {
      abort("real data not here: " + file);
    }
    return file;
  }
}
