package org.caremap.hours;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;

/**
 * Holiday calendars of all countries and years: {@code geodata/calendars} and a bureau's own {@code
 * CAREMAP_HOME/calendars/*.yaml}, whose years replace built-in ones. A new year needs a file, not a
 * release. Read at start; a mistake in a file stops the start.
 */
@Startup
@ApplicationScoped
public class Calendars {
  /** Built in; a year is added here when its notice has been published. */
  static final List<String> BUILT_IN = List.of("cn-2025.yaml", "cn-2026.yaml", "gb-sct-2026.yaml");

  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};

  private final Map<String, CalendarYear> years = new LinkedHashMap<>();

  @Inject
  Calendars(HomeFolder home) {
    this(home.calendars());
  }

  private Calendars(Path own) {
    for (String name : BUILT_IN) {
      String file = "calendars/" + name;
      put("geodata/" + file, GeoData.listBuiltIn(file, LIST));
    }
    for (Path file : files(own)) {
      put(file.toString(), GeoData.listOwn(file, LIST));
    }
  }

  /** As at start, with another folder. */
  static Calendars of(Path own) {
    return new Calendars(own);
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.yaml")) {
        found.forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(folder + " cannot be read", e);
      }
    }
    files.sort(null);
    return files;
  }

  private void put(String file, List<JsonNode> list) {
    for (int i = 0; i < list.size(); i++) {
      CalendarYear year = CalendarReader.read(file, i + 1, list.get(i));
      years.put(year.country() + " " + year.year(), year);
    }
  }

  /**
   * @param country its code; one without files (such as {@code none}) has no known year
   */
  HolidayCalendar of(String country) {
    return new HolidayCalendar(
        years.values().stream().filter(year -> year.country().equals(country)).toList());
  }
}
