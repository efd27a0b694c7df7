package org.caremap.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fresh home folder with the embedded database for every start of the application. Argument
 * {@code sample=true} loads the sample county, {@code plan} is a plan of the bureau's own.
 */
public class TestHome implements QuarkusTestResourceLifecycleManager {
  /** Password of the administrator in tests. */
  public static final String PASSWORD = "test-password";

  private Path home;
  private boolean sample;
  private String plan = "";

  @Override
  public void init(Map<String, String> args) {
    sample = Boolean.parseBoolean(args.getOrDefault("sample", "false"));
    plan = args.getOrDefault("plan", "");
  }

  @Override
  public Map<String, String> start() {
    try {
      home = Files.createTempDirectory("caremap-test-home");
      if (!plan.isEmpty()) {
        Path own = Files.createDirectories(home.resolve("standards"));
        Files.writeString(own.resolve("own.yaml"), plan);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> config = new HashMap<>();
    config.put("caremap.home", home.toString());
    config.put("caremap.sample", Boolean.toString(sample));
    config.put("caremap.admin.password", PASSWORD);
    config.put("caremap-internal.h2-url", "jdbc:h2:file:" + home.resolve("db/caremap"));
    config.put("caremap-internal.uploads", home.resolve("uploads").toString());
    return config;
  }

  @Override
  public void stop() {
    if (home == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
