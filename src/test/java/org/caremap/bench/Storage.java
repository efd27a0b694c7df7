package org.caremap.bench;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphFile;

/** Bytes an arc on disk and in memory, and the time to open in a fresh process. */
final class Storage {
  private static final int OPENINGS = 5;

  private Storage() {}

  /** A city beside GraphHopper's folder. */
  static void city(Streets streets, Path theirs, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("streets.graph");
    StreetGraphFile.write(streets.ours().graph(), file);
    ours(streets.city().toString(), file);
    double arcs = 2.0 * streets.theirs().edgeCount();
    double bytes = sizeOf(theirs);
    System.out.printf(
        ROOT,
        "    GraphHopper's folder %5.1f bytes an arc (%,.0f arcs), opened mapped in %s ms, into memory"
            + " in %s ms%n",
        bytes / arcs,
        arcs,
        inFreshProcess(ColdOpen.THEIRS_MAPPED, theirs)[0],
        inFreshProcess(ColdOpen.THEIRS, theirs)[0]);
  }

  /** A generated county. */
  static void county(int nodes, Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("county.graph");
    StreetGraphFile.write(County.of(nodes, 0.8).engine().graph(), file);
    ours("county", file);
  }

  private static void ours(String name, Path file) throws IOException, InterruptedException {
    StreetGraph graph = StreetGraphFile.read(file);
    double arcs = graph.arcCount();
    String[] opened = inFreshProcess(ColdOpen.OURS, file);
    double heap = Double.parseDouble(opened[1]);
    System.out.printf(
        ROOT,
        "%-13s our file %5.1f + heap %5.1f = %5.1f bytes an arc (%,.0f arcs), opened in %s ms%n",
        name,
        Files.size(file) / arcs,
        heap / arcs,
        (Files.size(file) + heap) / arcs,
        arcs,
        opened[0]);
  }

  /** Median milliseconds and heap bytes, as {@link ColdOpen} prints them. */
  private static String[] inFreshProcess(String whose, Path what)
      throws IOException, InterruptedException {
    double[] millis = new double[OPENINGS];
    double[] heap = new double[OPENINGS];
    for (int i = 0; i < OPENINGS; i++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx2g",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ColdOpen.class.getName(),
                  whose,
                  what.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(process.getInputStream().readAllBytes()).strip();
      if (process.waitFor() != 0) {
        throw new IOException("a fresh process could not open " + what);
      }
      String[] words = text.substring(text.lastIndexOf('\n') + 1).split(" ", -1);
      millis[i] = Double.parseDouble(words[0]);
      heap[i] = Double.parseDouble(words[1]);
    }
    Arrays.sort(millis);
    Arrays.sort(heap);
    return new String[] {
      String.format(ROOT, "%.0f", millis[OPENINGS / 2]),
      String.format(ROOT, "%.0f", heap[OPENINGS / 2])
    };
  }

  private static double sizeOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .mapToLong(
              file -> {
                try {
                  return Files.size(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .sum();
    }
  }
}
