package org.caremap.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which program computed a figure. */
@ApplicationScoped
public class Software {
  // Written by the build where it stands in a repository.
  private static final String BUILD = "git.properties";

  private final String version;

  Software(@ConfigProperty(name = "quarkus.application.version") String release) {
    version = release + commit();
  }

  /** Release, then the commit it was built from, where the build knows it. */
  public String version() {
    return version;
  }

  private static String commit() {
    Properties build = new Properties();
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(BUILD)) {
      if (in == null) {
        return "";
      }
      build.load(in);
    } catch (IOException e) {
      return "";
    }
    String commit = build.getProperty("git.commit.id.abbrev", "");
    if (commit.isEmpty()) {
      return "";
    }
    return "+" + commit + (Boolean.parseBoolean(build.getProperty("git.dirty")) ? ".changed" : "");
  }
}
