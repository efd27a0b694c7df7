package org.caremap.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real data beside the project; tests that need it are aborted with a reason where it is missing.
 */
public final class SharedData {
  private SharedData() {}

  public static Path file(String name) {
    Path file = Path.of(System.getProperty("caremap.shared", "../shared"), "data", name);
    assumeTrue(
        Files.exists(file), () -> file + " is not here: real data is not part of the project");
    return file;
  }
}
