package org.caremap.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.caremap.osm.OsmStreets;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreetGraphFileTest {
  @TempDir Path folder;

  @Test
  void readsBackWhatItWrote() throws IOException {
    StreetGraph graph = Town.random(21, 30_000);
    Path file = folder.resolve("streets.graph");
    StreetGraphFile.write(graph, file);
    StreetGraphFile.write(graph, file); // over the old one
    StreetGraph again = StreetGraphFile.read(file);
    assertThat(again.nodeCount()).isEqualTo(graph.nodeCount());
    assertThat(again.arcCount()).isEqualTo(graph.arcCount());
    assertThat(again.componentCount()).isEqualTo(graph.componentCount());
    assertThat(again.bounds()).isEqualTo(graph.bounds());
    for (int e = 0; e < graph.edgeCount(); e++) {
      assertThat(again.edgeGeometry(e)).isEqualTo(graph.edgeGeometry(e));
      assertThat(again.edgeLengthMeters(e)).isEqualTo(graph.edgeLengthMeters(e));
      assertThat(again.isSteps(e)).isEqualTo(graph.isSteps(e));
    }
    double[] xy = Town.randomPlaces(21, 200);
    SnappedPoints before = Town.places(graph, 500, xy);
    SnappedPoints after = Town.places(again, 500, xy);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.edge(i)).isEqualTo(before.edge(i));
      assertThat(after.alongMeters(i)).isEqualTo(before.alongMeters(i));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("no temporary files are left").containsExactly(file);
    }
  }

  /**
   * All told: the mapped file, the arcs that sweeps read (an offset a node, head and edge of either
   * side of an edge), and what each side costs there and back where the ground slopes.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "stirling/stirling-2022-06-26.osm.pbf",
        "streets/planetiler-monaco.osm.pbf",
        "porto-alegre/streets.osm.pbf"
      })
  void anArcTakesAtMost64Bytes(String city) throws IOException {
    StreetGraph graph = OsmStreets.read(SharedData.file(city)).graph();
    Path file = folder.resolve("city.graph");
    StreetGraphFile.write(graph, file);
    Arcs arcs = StreetGraphFile.read(file).arcs();
    long heap = 4L * (arcs.offsets().length + arcs.heads().length + arcs.edges().length);
    long costs = 2 * 4L * arcs.heads().length;
    assertThat((Files.size(file) + heap + costs) / (double) graph.arcCount())
        .isLessThanOrEqualTo(64);
  }

  @Test
  void keepsNamesOfAllScripts() throws IOException {
    Town town = new Town().node("人民路", 0, 0).node("B", 10, 0).street("人民路-B");
    Path file = folder.resolve("names.graph");
    StreetGraphFile.write(town.build(), file);
    assertThat(StreetGraphFile.read(file).edgeName(0)).isEqualTo("人民路-B");
  }

  @Test
  void anEmptyGraphSurvives() throws IOException {
    Path file = folder.resolve("empty.graph");
    StreetGraphFile.write(new StreetGraphBuilder().build(), file);
    assertThat(StreetGraphFile.read(file).nodeCount()).isZero();
  }

  @Test
  void anyDamageIsFoundAndTheFileNamed() throws IOException {
    Path file = folder.resolve("streets.graph");
    StreetGraphFile.write(Town.random(22, 100), file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(22);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      // Bytes 12 to 15 are padding.
      int at = i < 32 ? i : random.nextInt(whole.length);
      if (at >= 12 && at < 16) {
        continue;
      }
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThatThrownBy(() -> StreetGraphFile.read(file))
          .as("byte %d", at)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("streets.graph");
    }
    for (int length : new int[] {0, 5, 31, 32, 100, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> StreetGraphFile.read(file))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("streets.graph");
    }
  }

  @Test
  void anotherVersionIsToldApart() throws IOException {
    Path file = folder.resolve("streets.graph");
    StreetGraphFile.write(Town.random(22, 10), file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[8] = 77;
    Files.write(file, bytes);
    assertThatThrownBy(() -> StreetGraphFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 77");
  }
}
