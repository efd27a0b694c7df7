package org.caremap.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists kept as data: built in below {@code geodata/}, extended by files in the home folder. */
public final class GeoData {
  private static final YAMLMapper YAML = new YAMLMapper();

  private GeoData() {}

  /**
   * @param name path below {@code geodata/}, for example {@code codes/facility-types.yaml}
   * @throws IllegalStateException where it is not in the artefact
   */
  public static <T> List<T> listBuiltIn(String name, TypeReference<List<T>> type) {
    String resource = "geodata/" + name;
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the artefact");
      }
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /**
   * @param file a bureau's own list, may be absent
   * @return its entries; empty where there is no such file
   * @throws IllegalStateException naming file and place where it cannot be understood
   */
  public static <T> List<T> listOwn(Path file, TypeReference<List<T>> type) {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      return YAML.readValue(file.toFile(), type);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
