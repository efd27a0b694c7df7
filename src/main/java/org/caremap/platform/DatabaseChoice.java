package org.caremap.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the database at run time: PostGIS where {@code CAREMAP_DB_URL} (or {@code
 * -Dcaremap.db.url}) is set, otherwise H2GIS in a file below {@code CAREMAP_HOME}. The properties
 * derived here are read by {@code application.properties}.
 */
public final class DatabaseChoice implements ConfigSource {
  private static final String DEFAULT_HOME = "./caremap-home";

  @Override
  public Map<String, String> getProperties() {
    Map<String, String> all = new HashMap<>();
    for (String name : getPropertyNames()) {
      String value = getValue(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all;
  }

  @Override
  public Set<String> getPropertyNames() {
    return Set.of(
        "caremap-internal.h2-active",
        "caremap-internal.h2-url",
        "caremap-internal.pg-active",
        "caremap-internal.pg-url",
        "caremap-internal.pg-user",
        "caremap-internal.pg-password",
        "caremap-internal.uploads");
  }

  @Override
  public @Nullable String getValue(String name) {
    if (!name.startsWith("caremap-internal.")) {
      return null;
    }
    String url = setting("caremap.db.url", "CAREMAP_DB_URL");
    return switch (name.substring("caremap-internal.".length())) {
      case "h2-active" -> Boolean.toString(url == null);
      case "pg-active" -> Boolean.toString(url != null);
      case "h2-url" -> "jdbc:h2:file:" + home().resolve("db").resolve("caremap");
      case "pg-url" -> url;
      case "pg-user" -> setting("caremap.db.user", "CAREMAP_DB_USER");
      case "pg-password" -> setting("caremap.db.password", "CAREMAP_DB_PASSWORD");
      case "uploads" -> home().resolve("uploads").toString();
      default -> null;
    };
  }

  private static Path home() {
    String home = setting("caremap.home", "CAREMAP_HOME");
    return Path.of(home == null ? DEFAULT_HOME : home).toAbsolutePath().normalize();
  }

  private static @Nullable String setting(String property, String variable) {
    String value = System.getProperty(property);
    if (value == null) {
      value = System.getenv(variable);
    }
    return value == null || value.isBlank() ? null : value;
  }

  @Override
  public String getName() {
    return "Care Map database choice";
  }

  @Override
  public int getOrdinal() {
    return 260;
  }
}
