package org.caremap.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphFile;
import org.caremap.coverage.CareSnapshot;
import org.caremap.elevation.Elevation;
import org.caremap.elevation.ElevationContent;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityCatalog;
import org.caremap.osm.BackgroundFile;
import org.caremap.platform.HomeFolder;
import org.caremap.platform.ProblemException;
import org.caremap.population.DemandPoints;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;

/**
 * The data that published figures were computed from, each content once, in {@code
 * CAREMAP_HOME/runs}: {@code <kind>-<hash>}. What is read back is hashed anew, so that a changed
 * file is refused and never counted.
 */
@ApplicationScoped
class Archive {
  private final HomeFolder home;

  Archive(HomeFolder home) {
    this.home = home;
  }

  /** Keeps everything of a snapshot that is not kept yet. */
  void keep(CareSnapshot snapshot, RunInputs inputs) {
    StreetNetwork streets = snapshot.streets();
    if (streets != null) {
      keep(file("streets", inputs, ".graph"), file -> StreetGraphFile.write(streets.graph(), file));
      keep(
          file("streets", inputs, ".background"),
          file -> BackgroundFile.write(streets.background(), file));
    }
    Elevation elevation = snapshot.elevation();
    if (elevation != null) {
      keep(file("elevation", inputs, ".raster"), file -> ElevationContent.save(elevation, file));
    }
    keep(
        file("facilities", inputs, ".gz"),
        zipped(out -> KeptRows.write(snapshot.facilities().list(), out)));
    keep(file("areas", inputs, ".gz"), zipped(out -> KeptRows.write(snapshot.areas().list(), out)));
    keep(file("demand", inputs, ".gz"), zipped(out -> KeptDemand.write(snapshot.demand(), out)));
  }

  /** Keeps the rules that figures were judged by. */
  void keepRules(String rules) {
    keep(
        rulesFile(DataHashes.text(rules)),
        zipped(out -> out.write(rules.getBytes(StandardCharsets.UTF_8))));
  }

  /**
   * The rules of that hash.
   *
   * @throws ProblemException 409 if they are not kept, or changed since
   */
  String rules(String hash) {
    String rules =
        read(
            rulesFile(hash),
            "rules",
            file -> {
              try (InputStream in = unzipped(file)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
              }
            });
    return checked("rules", hash, rules, DataHashes::text);
  }

  /**
   * The state that a run was computed from.
   *
   * @param hashes what the data in force are, and how to hash what is read
   * @param now parts of it are used where they have the same content
   * @throws ProblemException 409 naming what is not kept, or was changed since
   */
  CareSnapshot restore(RunInputs inputs, CareSnapshot now, DataHashes hashes) {
    return CareSnapshot.of(
        part("streets", inputs, now.streets(), hashes::streets, () -> streets(inputs)),
        part(
            "facilities",
            inputs,
            now.facilities(),
            hashes::facilities,
            () -> FacilityCatalog.of(rows("facilities", inputs, Facility.class))),
        part("demand", inputs, now.demand(), hashes::demand, () -> demand(inputs)),
        part(
            "areas",
            inputs,
            now.areas(),
            hashes::areas,
            () -> AreaTree.of(rows("areas", inputs, Area.class))),
        part("elevation", inputs, now.elevation(), hashes::elevation, () -> elevation(inputs)),
        Double.parseDouble(inputs.data().get("snapLimitMeters")),
        Double.parseDouble(inputs.data().get("detourFactor")),
        now);
  }

  private interface Reading<T> {
    @Nullable T read();
  }

  private static <T> T part(
      String kind,
      RunInputs inputs,
      @Nullable T now,
      Function<@Nullable T, String> hash,
      Reading<T> archived) {
    String wanted = wanted(kind, inputs);
    if (hash.apply(now).equals(wanted)) {
      return now;
    }
    T read = archived.read();
    return checked(kind, wanted, read, hash);
  }

  private static <T> T checked(
      String kind, String wanted, @Nullable T read, Function<@Nullable T, String> hash) {
    String found = hash.apply(read);
    if (!found.equals(wanted)) {
      throw ProblemException.conflict(
          "the archived %s have the content %s, but the run was computed from %s: refused"
              .formatted(kind, found, wanted));
    }
    return read;
  }

  private static String wanted(String kind, RunInputs inputs) {
    return inputs.data().getOrDefault(kind, DataHashes.NONE);
  }

  private @Nullable StreetNetwork streets(RunInputs inputs) {
    if (wanted("streets", inputs).equals(DataHashes.NONE)) {
      return null;
    }
    StreetGraph graph = read(file("streets", inputs, ".graph"), "streets", StreetGraphFile::read);
    return new StreetNetwork(
        UUID.randomUUID(),
        inputs.streetsName() == null ? "" : inputs.streetsName(),
        inputs.streetsImportedAt() == null
            ? Instant.EPOCH
            : Instant.parse(inputs.streetsImportedAt()),
        false,
        "",
        graph,
        new EdgeSnapper(graph),
        read(file("streets", inputs, ".background"), "streets", BackgroundFile::read),
        List.of());
  }

  private @Nullable Elevation elevation(RunInputs inputs) {
    return wanted("elevation", inputs).equals(DataHashes.NONE)
        ? null
        : read(
            file("elevation", inputs, ".raster"),
            "elevation",
            file -> ElevationContent.open(file, "elevation"));
  }

  private DemandPoints demand(RunInputs inputs) {
    if (wanted("demand", inputs).equals(DataHashes.NONE)) {
      return DemandPoints.NONE;
    }
    return read(
        file("demand", inputs, ".gz"),
        "demand",
        file -> {
          try (InputStream in = unzipped(file)) {
            return KeptDemand.read(in);
          }
        });
  }

  private <T extends Record> List<T> rows(String kind, RunInputs inputs, Class<T> type) {
    if (wanted(kind, inputs).equals(DataHashes.NONE)) {
      return List.of();
    }
    return read(
        file(kind, inputs, ".gz"),
        kind,
        file -> {
          try (InputStream in = unzipped(file)) {
            return KeptRows.read(in, type);
          }
        });
  }

  private Path file(String kind, RunInputs inputs, String ending) {
    return home.runs().resolve(kind + "-" + wanted(kind, inputs) + ending);
  }

  private Path rulesFile(String hash) {
    return home.runs().resolve("rules-" + hash + ".gz");
  }

  private interface FileReading<T> {
    T read(Path file) throws IOException;
  }

  private static <T> T read(Path file, String kind, FileReading<T> reading) {
    if (!Files.exists(file)) {
      throw ProblemException.conflict(
          "the %s that the run was computed from are not in the archive".formatted(kind));
    }
    try {
      return reading.read(file);
    } catch (IOException | RuntimeException e) {
      throw ProblemException.conflict(
          "the archived %s cannot be read: %s is damaged".formatted(kind, file.getFileName()));
    }
  }

  private interface FileWriting {
    void write(Path file) throws IOException;
  }

  private interface StreamWriting {
    void write(OutputStream out) throws IOException;
  }

  private static void keep(Path file, FileWriting writing) {
    if (Files.exists(file)) {
      return;
    }
    // A file appears under its name only when it is whole.
    Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try {
        writing.write(part);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + file.getFileName(), e);
    }
  }

  private static FileWriting zipped(StreamWriting writing) {
    return file -> {
      try (OutputStream out =
          new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
        writing.write(out);
      }
    };
  }

  private static InputStream unzipped(Path file) throws IOException {
    return new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)));
  }
}
