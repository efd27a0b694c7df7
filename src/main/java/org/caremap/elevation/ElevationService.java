package org.caremap.elevation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.caremap.platform.HomeFolder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The elevation in force. A raster is first staged (converted and written to disk), then committed
 * by a row in the database, then published; one that is never committed is discarded.
 */
@ApplicationScoped
public class ElevationService {
  private static final Logger LOG = Logger.getLogger(ElevationService.class);
  private static final String RASTER = ".elevation";
  private static final int LONGEST_TEXT = 300;

  private final ElevationStore store;
  private final HomeFolder home;
  private volatile @Nullable Elevation current;

  ElevationService(ElevationStore store, HomeFolder home) {
    this.store = store;
    this.home = home;
  }

  /** The elevation in force, if any is loaded. */
  public Optional<Elevation> find() {
    return Optional.ofNullable(current);
  }

  /** What a staged import has read. */
  public record Staged(Elevation elevation, long pixels) {}

  /**
   * Converts a GeoTIFF beside the raster in force. Whoever does not commit it discards it.
   *
   * @param name what its owner calls the file
   * @param progress told the share done
   * @throws ElevationProblem naming what is wrong with the file
   */
  public Staged stage(Path geoTiff, String name, DoubleConsumer progress)
      throws IOException, ElevationProblem {
    UUID id = UUID.randomUUID();
    try (GeoTiff tiff = GeoTiff.open(geoTiff)) {
      ElevationRaster raster = ElevationConverter.convert(tiff, file(id), progress);
      Elevation staged =
          new Elevation(
              id,
              cut(name),
              Instant.now().truncatedTo(ChronoUnit.MILLIS),
              cut(tiff.credit()),
              checksum(geoTiff),
              raster);
      return new Staged(staged, (long) tiff.columns() * tiff.rows());
    }
  }

  /** Puts a staged raster in force inside the caller's transaction; publish after the commit. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void commit(Elevation staged) {
    store.replace(
        new ElevationStore.Pointer(
            staged.id(),
            staged.name(),
            staged.id() + RASTER,
            staged.attribution(),
            staged.sourceChecksum(),
            staged.importedAt()));
  }

  /** Publishes the raster that was just committed, and removes the files of all others. */
  public void publish(Elevation committed) {
    current = committed;
    sweepFiles(committed.id());
  }

  /** Removes a raster that was staged but not committed. */
  public void discard(Elevation staged) {
    deleteFiles(name -> name.startsWith(staged.id().toString()));
  }

  /**
   * Removes the elevation inside the caller's transaction; reload after the commit.
   *
   * @return whether there was one
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean delete() {
    return store.deleteAll() > 0;
  }

  /** Whether this file is the one that the elevation in force was read from. */
  public boolean isInForce(Path geoTiff) throws IOException {
    Elevation elevation = current;
    return elevation != null && elevation.sourceChecksum().equals(checksum(geoTiff));
  }

  /** Opens what the database says is in force. */
  public void reload() {
    Optional<ElevationStore.Pointer> pointer = QuarkusTransaction.requiringNew().call(store::find);
    if (pointer.isEmpty()) {
      current = null;
      sweepFiles(null);
      return;
    }
    Elevation known = current;
    if (known == null || !known.id().equals(pointer.get().id())) {
      current = open(pointer.get());
    }
    sweepFiles(pointer.get().id());
  }

  private Elevation open(ElevationStore.Pointer pointer) {
    long start = System.nanoTime();
    try {
      ElevationRaster raster = ElevationFile.open(home.elevation().resolve(pointer.rasterFile()));
      LOG.infof(
          "elevation: %s opened, %,d × %,d cells, %d ms",
          pointer.name(),
          raster.grid().columns(),
          raster.grid().rows(),
          (System.nanoTime() - start) / 1_000_000);
      return new Elevation(
          pointer.id(),
          pointer.name(),
          pointer.importedAt(),
          pointer.attribution(),
          pointer.sourceChecksum(),
          raster);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the elevation in force cannot be opened: " + e.getMessage(), e);
    }
  }

  private Path file(UUID id) {
    return home.elevation().resolve(id + RASTER);
  }

  private void sweepFiles(@Nullable UUID keep) {
    deleteFiles(name -> keep == null || !name.startsWith(keep.toString()));
  }

  private void deleteFiles(java.util.function.Predicate<String> gone) {
    try (Stream<Path> files = Files.list(home.elevation())) {
      for (Path file : files.filter(f -> gone.test(f.getFileName().toString())).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warnf("old elevation files could not be removed: %s", e.getMessage());
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  private static String checksum(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
