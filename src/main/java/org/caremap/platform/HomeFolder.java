package org.caremap.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one folder of an installation ({@code CAREMAP_HOME}) and what lies where in it. */
@ApplicationScoped
public class HomeFolder {
  private final Path root;

  HomeFolder(CareMapConfig config) {
    root = config.home().toAbsolutePath().normalize();
  }

  /** The folder itself, absolute. */
  public Path root() {
    return root;
  }

  /** Built street graphs and the files they were built from. */
  public Path streets() {
    return created("streets");
  }

  /** Uploads while they are read. */
  public Path uploads() {
    return created("uploads");
  }

  /** Files by which a bureau extends the code lists. */
  public Path codes() {
    return root.resolve("codes");
  }

  /** Files by which a bureau adds walking profiles. */
  public Path profiles() {
    return root.resolve("profiles");
  }

  /** Files by which a bureau replaces the care adviser's questions and rules. */
  public Path adviser() {
    return root.resolve("adviser");
  }

  /** Files by which a bureau adds plans and rules. */
  public Path standards() {
    return root.resolve("standards");
  }

  /** Files by which a bureau adds or replaces a year of the holiday calendar. */
  public Path calendars() {
    return root.resolve("calendars");
  }

  /** Files by which a bureau adds grants and says what a community building is. */
  public Path siting() {
    return root.resolve("siting");
  }

  /** Elevation rasters in our own form. */
  public Path elevation() {
    return created("elevation");
  }

  /** The data that published figures were computed from; never served. */
  public Path runs() {
    return created("runs");
  }

  private Path created(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + root.resolve(name), e);
    }
  }
}
