package org.caremap.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.caremap.board.BoardQuestions;
import org.caremap.board.BoardService;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.facility.Facility;
import org.caremap.imports.SampleData;
import org.caremap.platform.AdminAccount;
import org.caremap.sample.SampleOptions;

/**
 * {@code bench}: figures for the Stirling files and for a generated county, asked over HTTP from a
 * server with a home folder of its own, and the sweep beside a textbook Dijkstra in the same run.
 */
public class BenchCommand implements QuarkusApplication {
  private static final String PORT = "quarkus.http.port";
  private static final int DEFAULT_NODES = 1_000_000;
  private static final int DEFAULT_SEARCHED = 100_000;

  private final SampleData sample;
  private final SnapshotService snapshots;
  private final AdminAccount admin;
  private final BoardService boards;
  private final BoardQuestions boardQuestions;
  private final WalkingProfiles profiles;

  BenchCommand(
      SampleData sample,
      SnapshotService snapshots,
      AdminAccount admin,
      BoardService boards,
      BoardQuestions boardQuestions,
      WalkingProfiles profiles) {
    this.sample = sample;
    this.snapshots = snapshots;
    this.admin = admin;
    this.boards = boards;
    this.boardQuestions = boardQuestions;
    this.profiles = profiles;
  }

  /** Starts the server on a free port with a home folder that is removed afterwards. */
  static void main(String... args) throws IOException {
    Path home = Files.createTempDirectory("caremap-bench");
    System.setProperty("caremap.home", home.toString());
    System.setProperty("caremap.sample", "false");
    System.setProperty("caremap.imports.wait-seconds", "3600");
    System.setProperty("quarkus.log.level", "WARN");
    System.setProperty("quarkus.log.console.stderr", "true");
    System.setProperty("quarkus.http.host", "127.0.0.1");
    System.setProperty(Startup.COMMAND, "true");
    try (ServerSocket free = new ServerSocket(0)) {
      System.setProperty(PORT, Integer.toString(free.getLocalPort()));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteTree(home)));
    Quarkus.run(BenchCommand.class, args);
  }

  @Override
  public int run(String... args) throws Exception {
    Path stirling = Path.of("../shared/data/stirling");
    int nodes = DEFAULT_NODES;
    int searched = DEFAULT_SEARCHED;
    for (int i = 0; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--stirling" -> stirling = Path.of(args[i + 1]);
        case "--nodes" -> nodes = Integer.parseInt(args[i + 1]);
        case "--search" -> searched = Integer.parseInt(args[i + 1]);
        default -> {
          System.err.println(
              "unknown option '"
                  + args[i]
                  + "'; legal: --stirling FOLDER, --nodes N, --search FACILITIES");
          return 2;
        }
      }
    }
    System.out.printf(
        "Java %s, %d cores, %d MiB heap%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    BenchClient client =
        new BenchClient("http://127.0.0.1:" + System.getProperty(PORT), admin.localToken());
    if (searched > 0) {
      SearchRace.run(searched);
    }
    // The generated county first: it needs an empty database.
    if (nodes > 0) {
      county(client, nodes);
    }
    if (Files.isDirectory(stirling)) {
      stirling(client, stirling);
    } else {
      System.out.println("Stirling: no files at " + stirling + " (--stirling FOLDER)");
    }
    return 0;
  }

  private void county(BenchClient client, int nodes) throws Exception {
    long start = System.nanoTime();
    sample.load(SampleOptions.forStreetNodes(nodes));
    line("county generated, stored and loaded", start);
    questions(client, "home_care_station", 20);
    new BoardRace(snapshots.current(), boards, boardQuestions).run(profiles);
  }

  private void stirling(BenchClient client, Path folder) throws Exception {
    System.out.println("Stirling");
    Path mappings = Path.of("geodata/mappings");
    client.timeImport("streets", folder.resolve("stirling-2022-06-26.osm.pbf"), null);
    client.timeImport(
        "facilities",
        folder.resolve("care-services-2022-06-30.csv"),
        mappings.resolve("stirling-facilities.yaml"));
    client.timeImport(
        "demand",
        folder.resolve("population-points-2018.csv"),
        mappings.resolve("stirling-demand.yaml"));
    questions(client, "care_home", 200);
  }

  private void questions(BenchClient client, String type, int repeats) throws Exception {
    CareSnapshot snapshot = snapshots.current();
    System.out.printf(
        "  %,d street nodes, %,d edges, %,d demand points, %,d facilities%n",
        snapshot.streets().graph().nodeCount(),
        snapshot.streets().graph().edgeCount(),
        snapshot.demand().size(),
        snapshot.facilities().list().size());
    SplittableRandom random = new SplittableRandom(42);
    List<String> places = new ArrayList<>();
    List<String> areas = new ArrayList<>();
    int[] asked = snapshot.operating(List.of(type));
    for (int i = 0; i < 10 * repeats; i++) {
      int point = random.nextInt(snapshot.demand().size());
      places.add(
          "/api/v1/nearest?type=%s&lon=%s&lat=%s"
              .formatted(type, snapshot.demand().lon()[point], snapshot.demand().lat()[point]));
    }
    for (int i = 0; i < repeats; i++) {
      Facility facility = snapshot.facilities().list().get(asked[random.nextInt(asked.length)]);
      areas.add("/api/v1/facilities/" + facility.id() + "/service-area?minutes=15");
    }
    client.time("nearest 5, over HTTP", places);
    client.time("service area of 15 minutes, over HTTP", areas);
    // Another speed each time asks the same sweep; another type set asks a new one.
    client.time("whole coverage, first question", List.of("/api/v1/coverage?type=" + type));
    List<String> again = new ArrayList<>();
    for (int i = 0; i < repeats; i++) {
      again.add("/api/v1/coverage?type=%s&minutes=%d".formatted(type, 5 + i % 30));
    }
    client.time("whole coverage, another cut-off", again);
    client.time(
        "gaps", List.of("/api/v1/gaps?type=" + type, "/api/v1/gaps?minutes=10&type=" + type));
    SweepRace.run(snapshot, asked);
  }

  static void line(String what, long start) {
    System.out.printf("  %-44s %,10.1f ms%n", what, (System.nanoTime() - start) / 1e6);
  }

  private static void deleteTree(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      System.err.println(folder + " was not removed: " + e.getMessage());
    }
  }
}
