package org.caremap.streets;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphFile;
import org.caremap.osm.BackgroundFeature;
import org.caremap.osm.BackgroundFile;
import org.caremap.osm.OsmPlace;
import org.caremap.osm.OsmPlaces;
import org.caremap.osm.OsmStreets;
import org.caremap.osm.PlaceFile;
import org.caremap.platform.HomeFolder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The streets in force. A network is first staged (built and written to disk), then committed by a
 * row in the database, then opened; a staged network that is never committed is swept away.
 */
@ApplicationScoped
public class StreetService {
  private static final Logger LOG = Logger.getLogger(StreetService.class);
  private static final String GRAPH = ".graph";
  private static final String BACKGROUND = ".background";
  private static final String PLACES = ".places";
  private static final String DRIVES = ".drives";
  private static final String SOURCE = ".osm-source";

  private final StreetStore store;
  private final HomeFolder home;
  private volatile @Nullable StreetNetwork current;

  StreetService(StreetStore store, HomeFolder home) {
    this.store = store;
    this.home = home;
  }

  /** The streets in force, if any are loaded. */
  public Optional<StreetNetwork> find() {
    return Optional.ofNullable(current);
  }

  /**
   * Writes a network to disk beside the one in force.
   *
   * @param places what people look for by name or address
   * @param drives the streets as vehicles use them, of {@link org.caremap.core.graph.DriveTraits};
   *     null where that is not known
   * @param source the OpenStreetMap file that it was built from, kept so that a later version of
   *     this program can build it anew; null for the sample
   */
  public StreetNetwork stage(
      StreetGraph graph,
      List<BackgroundFeature> background,
      List<OsmPlace> places,
      @Nullable StreetGraph drives,
      String name,
      String attribution,
      @Nullable Path source,
      boolean sample)
      throws IOException {
    UUID id = UUID.randomUUID();
    StreetGraphFile.write(graph, file(id, GRAPH));
    BackgroundFile.write(background, file(id, BACKGROUND));
    PlaceFile.write(places, file(id, PLACES));
    if (drives != null) {
      StreetGraphFile.write(drives, file(id, DRIVES));
    }
    if (source != null) {
      Files.copy(source, file(id, SOURCE));
    }
    return new StreetNetwork(
        id,
        name,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        sample,
        attribution,
        graph,
        new EdgeSnapper(graph),
        background,
        places,
        drives);
  }

  /** Puts a staged network in force inside the caller's transaction; reload after the commit. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void commit(StreetNetwork staged) {
    String source = staged.id() + SOURCE;
    store.replace(
        new StreetStore.Pointer(
            staged.id(),
            staged.name(),
            staged.id() + GRAPH,
            Files.exists(home.streets().resolve(source)) ? source : null,
            staged.attribution(),
            staged.importedAt(),
            staged.sample()));
  }

  /** Publishes the network that was just committed, and removes the files of all others. */
  public void publish(StreetNetwork committed) {
    current = committed;
    sweepFiles(committed.id());
  }

  /** Removes a network that was staged but not committed. */
  public void discard(StreetNetwork staged) {
    deleteFiles(file -> file.startsWith(staged.id().toString()));
  }

  /** Removes the sample's streets inside the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void deleteSample() {
    store.deleteSample();
  }

  /** Whether this file is the one that the streets in force were built from. */
  public boolean isInForce(Path source) throws IOException {
    StreetNetwork network = current;
    if (network == null) {
      return false;
    }
    Path kept = file(network.id(), SOURCE);
    return Files.exists(kept) && Files.mismatch(kept, source) == -1;
  }

  /** Opens what the database says is in force. */
  public void reload() {
    Optional<StreetStore.Pointer> pointer = QuarkusTransaction.requiringNew().call(store::find);
    if (pointer.isEmpty()) {
      current = null;
      sweepFiles(null);
      return;
    }
    StreetNetwork known = current;
    if (known == null || !known.id().equals(pointer.get().id())) {
      current = open(pointer.get());
    }
    sweepFiles(pointer.get().id());
  }

  private StreetNetwork open(StreetStore.Pointer pointer) {
    long start = System.nanoTime();
    Path graphFile = home.streets().resolve(pointer.graphFile());
    try {
      StreetGraph graph;
      List<BackgroundFeature> background;
      List<OsmPlace> places;
      @Nullable StreetGraph drives;
      try {
        graph = StreetGraphFile.read(graphFile);
        background = BackgroundFile.read(file(pointer.id(), BACKGROUND));
        places = places(pointer);
        drives =
            DriveFile.open(
                file(pointer.id(), DRIVES),
                pointer.sourceFile() == null ? null : home.streets().resolve(pointer.sourceFile()));
      } catch (IOException e) {
        if (pointer.sourceFile() == null) {
          throw e;
        }
        LOG.warnf("%s; building the streets anew from their source", e.getMessage());
        OsmStreets.Result result = OsmStreets.read(home.streets().resolve(pointer.sourceFile()));
        graph = result.graph();
        background = result.background();
        places = result.places().list();
        drives = result.drives();
        StreetGraphFile.write(graph, graphFile);
        BackgroundFile.write(background, file(pointer.id(), BACKGROUND));
        PlaceFile.write(places, file(pointer.id(), PLACES));
        StreetGraphFile.write(drives, file(pointer.id(), DRIVES));
      }
      LOG.infof(
          "streets: %s opened, %,d nodes, %,d edges, %d ms",
          pointer.name(),
          graph.nodeCount(),
          graph.edgeCount(),
          (System.nanoTime() - start) / 1_000_000);
      return new StreetNetwork(
          pointer.id(),
          pointer.name(),
          pointer.importedAt(),
          pointer.sample(),
          pointer.attribution(),
          graph,
          new EdgeSnapper(graph),
          background,
          places,
          drives);
    } catch (IOException e) {
      throw new UncheckedIOException("the streets in force cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Places were not always kept: without a file they are read from the source, if that was. */
  private List<OsmPlace> places(StreetStore.Pointer pointer) throws IOException {
    Path file = file(pointer.id(), PLACES);
    if (Files.exists(file)) {
      return PlaceFile.read(file);
    }
    if (pointer.sourceFile() == null) {
      return List.of();
    }
    List<OsmPlace> places = OsmPlaces.read(home.streets().resolve(pointer.sourceFile())).list();
    PlaceFile.write(places, file);
    LOG.infof("streets: %,d places and addresses read from the source", places.size());
    return places;
  }

  private Path file(UUID id, String ending) {
    return home.streets().resolve(id + ending);
  }

  private void sweepFiles(@Nullable UUID keep) {
    deleteFiles(file -> keep == null || !file.startsWith(keep.toString()));
  }

  private void deleteFiles(java.util.function.Predicate<String> gone) {
    try (Stream<Path> files = Files.list(home.streets())) {
      for (Path file : files.filter(f -> gone.test(f.getFileName().toString())).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warnf("old street files could not be removed: %s", e.getMessage());
    }
  }
}
