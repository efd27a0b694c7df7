package org.caremap.imports.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads little files written in the test. */
final class Tables {
  /** Recognisable, so that a test can tell whether it was applied: 0.01 west, 0.02 south. */
  static final DatumShift SHIFT =
      (datum, lon, lat) ->
          datum.equals("GCJ02")
              ? new double[] {lon - 0.01, lat - 0.02}
              : new double[] {lon - 0.03, lat - 0.04};

  static final ReadOptions OPTIONS =
      ReadOptions.of(
          Map.of(
              "meal_point", List.of("助餐点", "Meal point"),
              "care_home", List.of("养老院", "敬老院", "Care home"),
              "home_care_station", List.of(),
              "clinic", List.of(),
              "hospital", List.of()),
          Map.of("meals", List.of("助餐"), "bathing", List.of("助浴"), "day_care", List.of("日托")),
          SHIFT);

  /** What came of a file. */
  record Result<R>(List<R> rows, ReadReport report) {
    R only() {
      if (rows.size() != 1 || !report.ok()) {
        throw new AssertionError("expected one good row but got " + this);
      }
      return rows.get(0);
    }

    RowError onlyError() {
      if (report.errors().size() != 1) {
        throw new AssertionError("expected one error but got " + report.errors());
      }
      return report.errors().get(0);
    }

    String notes() {
      return report.notes().stream().collect(Collectors.joining("\n"));
    }
  }

  private interface Reader<R> {
    ReadReport read(Path file, RowSink<R> sink) throws IOException;
  }

  private Tables() {}

  static Result<FacilityRow> facilities(String text) {
    return facilities(text, OPTIONS);
  }

  static Result<FacilityRow> facilities(String text, ReadOptions options) {
    return facilities(text.getBytes(StandardCharsets.UTF_8), "facilities.csv", options);
  }

  static Result<FacilityRow> facilities(String text, Charset charset) {
    return facilities(text.getBytes(charset), "facilities.csv", OPTIONS);
  }

  static Result<FacilityRow> facilities(byte[] bytes, String name, ReadOptions options) {
    return read(
        bytes, (file, sink) -> TableReader.readFacilities(file, name, options, sink, at -> {}));
  }

  static Result<DemandRow> demand(String text) {
    return demand(text, OPTIONS);
  }

  static Result<DemandRow> demand(String text, ReadOptions options) {
    return read(
        text.getBytes(StandardCharsets.UTF_8),
        (file, sink) -> TableReader.readDemand(file, "demand.csv", options, sink, at -> {}));
  }

  static Result<AreaRow> areas(String text) {
    return areas(text, OPTIONS);
  }

  static Result<AreaRow> areas(String text, ReadOptions options) {
    return read(
        text.getBytes(StandardCharsets.UTF_8),
        (file, sink) -> TableReader.readAreas(file, "areas.csv", options, sink, at -> {}));
  }

  static Result<CandidateRow> candidates(String text) {
    return candidates(text, "candidates.csv", OPTIONS);
  }

  static Result<CandidateRow> candidates(String text, String name, ReadOptions options) {
    return read(
        text.getBytes(StandardCharsets.UTF_8),
        (file, sink) -> TableReader.readCandidates(file, name, options, sink, at -> {}));
  }

  /** A facility file with one good row but for the given column. */
  static Result<FacilityRow> facilityWith(String column, String value) {
    return facilities(
        "id,name,type,lon,lat,"
            + column
            + "\nA1,东洲助餐点,meal_point,121.17,31.90,\""
            + value
            + "\"\n");
  }

  static TableMapping mapping(String yaml) {
    try {
      return TableMapping.parse(
          new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <R> Result<R> read(byte[] bytes, Reader<R> reader) {
    try {
      Path file = Files.createTempFile("caremap-table", ".tmp");
      try {
        Files.write(file, bytes);
        List<R> rows = new ArrayList<>();
        ReadReport report = reader.read(file, rows::add);
        return new Result<>(rows, report);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
