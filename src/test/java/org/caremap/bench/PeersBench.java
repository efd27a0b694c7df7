package org.caremap.bench;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.caremap.peers.City;

/** What {@code ./bench} runs: our figures beside the peers', as ratios, in one run. */
public final class PeersBench {
  private static final List<String> PARTS =
      List.of(
          "trees",
          "polygons",
          "pgrouting",
          "coverage",
          "jobs",
          "board",
          "siting",
          "drag",
          "memory");
  private static final List<String> COUNTY_PARTS =
      List.of("coverage", "jobs", "board", "siting", "drag");
  private static final double[] SPEEDS = {0.8, 1.25};

  private final List<String> parts = new ArrayList<>();
  private City[] cities = City.values();
  private int[] sizes = {10_000, 30_000, 100_000, 300_000, 1_000_000};
  private int origins = 200;
  private int rounds = 9;

  private PeersBench() {}

  /** Arguments: see {@code ./bench --help}. */
  public static void main(String... args) throws Exception {
    PeersBench bench = new PeersBench();
    try {
      bench.read(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    Path folder = Files.createTempDirectory("caremap-peers");
    try {
      bench.run(folder);
    } finally {
      deleteTree(folder);
    }
    System.exit(0); // GraphHopper and PostgreSQL leave threads behind
  }

  private void read(String... args) {
    for (int i = 0; i < args.length; i++) {
      String word = args[i];
      if (PARTS.contains(word)) {
        parts.add(word);
        continue;
      }
      if (!word.startsWith("--") || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "unknown part '" + word + "'; legal: " + String.join(", ", PARTS) + ", jmh");
      }
      String value = args[++i];
      switch (word) {
        case "--city" ->
            cities =
                Stream.of(value.split(",", -1))
                    .map(name -> City.valueOf(name.toUpperCase(ROOT).replace('-', '_')))
                    .toArray(City[]::new);
        case "--nodes" ->
            sizes = Stream.of(value.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        case "--origins" -> origins = Integer.parseInt(value);
        case "--rounds" -> rounds = Integer.parseInt(value);
        default ->
            throw new IllegalArgumentException(
                "unknown option '" + word + "'; legal: --city, --nodes, --origins, --rounds");
      }
    }
    if (parts.isEmpty()) {
      parts.addAll(PARTS);
    }
  }

  private void run(Path folder) throws Exception {
    System.out.printf(
        ROOT,
        "%s, %d cores, Java %s, %d MiB heap, commit %s%n15 minutes, flat; GraphHopper 10.2 with the"
            + " same access rule and speed; medians of %d rounds by turns, seed %d%n",
        processor(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        Runtime.getRuntime().maxMemory() >> 20,
        System.getProperty("bench.commit", "unknown"),
        rounds,
        Origins.SEED);
    CityRaces races = new CityRaces(origins, rounds);
    boolean onCities = parts.stream().anyMatch(part -> !COUNTY_PARTS.contains(part));
    for (City city : onCities ? cities : new City[0]) {
      Path theirs = Files.createDirectories(folder.resolve(city.name()));
      Streets first = Streets.read(city, SPEEDS[0], theirs);
      System.out.printf(
          ROOT,
          "%n%s: %,d nodes and %,d edges, GraphHopper %,d and %,d%n",
          city,
          first.ours().graph().nodeCount(),
          first.ours().graph().edgeCount(),
          first.theirs().nodeCount(),
          first.theirs().edgeCount());
      for (double speed : SPEEDS) {
        Streets streets = first.atSpeed(speed);
        if (parts.contains("trees")) {
          races.trees(streets);
        }
        if (parts.contains("polygons")) {
          races.polygons(streets);
        }
        if (parts.contains("pgrouting")) {
          races.pgRouting(streets);
        }
      }
      if (parts.contains("memory")) {
        Storage.city(first, theirs, folder);
      }
      first.theirs().close();
    }
    if (parts.contains("coverage")) {
      System.out.printf("%nGenerated county, whole coverage: nearest facility of every point%n");
      CoverageGrowth.run(sizes, rounds);
    }
    if (parts.contains("jobs")) {
      System.out.printf("%nGenerated county, jobs over everything%n");
      WholeJobs.run(sizes, Math.min(rounds, 3));
    }
    if (parts.contains("board")) {
      System.out.printf("%nGenerated county, the whole gap board%n");
      BoardJob.run(sizes, Math.min(rounds, 5));
    }
    if (parts.contains("drag")) {
      System.out.printf("%nGenerated county, one change tried while dragging%n");
      DragJob.run(Arrays.stream(sizes).max().orElseThrow());
    }
    if (parts.contains("siting")) {
      System.out.printf("%nGenerated county, twenty sites out of two thousand premises%n");
      SitingJob.run(sizes);
    }
    if (parts.contains("memory")) {
      Storage.county(Arrays.stream(sizes).max().orElseThrow(), folder);
    }
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (Files.isReadable(info)) {
      try (Stream<String> lines = Files.lines(info)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      }
    }
    return System.getProperty("os.arch");
  }

  static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
