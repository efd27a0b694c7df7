package org.caremap.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OsmStreetsTest {
  @TempDir Path folder;

  private OsmStreets.Result read(String body) throws IOException {
    return OsmStreets.read(file("town.osm", "<osm version='0.6'>" + body + "</osm>"));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String node(long id, double lon, double lat, String... tags) {
    return "<node id='%d' lon='%s' lat='%s'>%s</node>".formatted(id, lon, lat, tags(tags));
  }

  private static String way(long id, String refs, String... tags) {
    StringBuilder text = new StringBuilder("<way id='" + id + "'>");
    for (String ref : refs.split(" ")) {
      text.append("<nd ref='").append(ref).append("'/>");
    }
    return text + tags(tags) + "</way>";
  }

  private static String tags(String... pairs) {
    StringBuilder text = new StringBuilder();
    for (String pair : pairs) {
      String[] parts = pair.split("=", 2);
      text.append("<tag k='%s' v='%s'/>".formatted(parts[0], parts[1]));
    }
    return text.toString();
  }

  private static final String CROSS =
      node(1, 0, 0)
          + node(2, 0.001, 0)
          + node(3, 0.002, 0)
          + node(4, 0.001, 0.001)
          + node(5, 0.001, -0.001);

  @Test
  void cutsWaysWhereTheyShareANode() throws IOException {
    //      4
    //  1 ──2── 3
    //      5
    StreetGraph graph =
        read(CROSS
                + way(10, "1 2 3", "highway=residential", "name=人民路")
                + way(11, "4 2 5", "highway=path"))
            .graph();
    assertThat(graph.nodeCount()).isEqualTo(5);
    assertThat(graph.edgeCount()).isEqualTo(4);
    assertThat(graph.componentCount()).isEqualTo(1);
    assertThat(graph.totalLengthMeters()).isCloseTo(4 * 111.195, within(0.01));
    long named =
        IntStream.range(0, 4)
            .filter(e -> "人民路".equals(graph.edgeName(e)))
            .filter(e -> graph.streetClass(e) == StreetClass.RESIDENTIAL)
            .count();
    assertThat(named).isEqualTo(2);
  }

  @Test
  void aBridgeIsNotJoinedToWhatItCrosses() throws IOException {
    // the same cross, but the ways have a node each in the middle
    StreetGraph graph =
        read(CROSS
                + node(22, 0.001, 0)
                + way(10, "1 2 3", "highway=residential")
                + way(11, "4 22 5", "highway=footway", "bridge=yes", "layer=1"))
            .graph();
    assertThat(graph.edgeCount()).isEqualTo(2);
    assertThat(graph.componentCount()).isEqualTo(2);
  }

  @Test
  void keepsBendsWithoutMakingThemNodes() throws IOException {
    StreetGraph graph = read(CROSS + way(10, "1 4 3 5", "highway=path")).graph();
    assertThat(graph.nodeCount()).isEqualTo(2);
    assertThat(graph.edgeGeometry(0)).hasSize(8);
  }

  @Test
  void loopsAndRepeatedNodesWork() throws IOException {
    StreetGraph ring = read(CROSS + way(10, "1 4 3 1", "highway=path")).graph();
    assertThat(ring.edgeCount()).isEqualTo(1);
    assertThat(ring.edgeFrom(0)).isEqualTo(ring.edgeTo(0));
    // a lollipop: 1 ── 2 ╌ 4 ╌ 3 ╌ 2
    StreetGraph lollipop = read(CROSS + way(10, "1 2 2 4 3 2", "highway=path")).graph();
    assertThat(lollipop.edgeCount()).isEqualTo(2);
    assertThat(lollipop.componentCount()).isEqualTo(1);
  }

  @Test
  void aLockedGateCutsTheWay() throws IOException {
    // 1 ──2── 3 with a private gate at 2
    String gate = node(2, 0.001, 0, "barrier=gate", "access=private");
    OsmStreets.Result result =
        read(node(1, 0, 0) + gate + node(3, 0.002, 0) + way(10, "1 2 3", "highway=service"));
    assertThat(result.graph().edgeCount()).isEqualTo(2);
    assertThat(result.graph().componentCount()).isEqualTo(2);
    assertThat(result.report().blockedNodes()).isEqualTo(1);
  }

  @Test
  void keepsThePartsOfWaysWhoseNodesAreThere() throws IOException {
    OsmStreets.Result result =
        read(CROSS + way(10, "1 2 99 3 4", "highway=path") + way(11, "98 97", "highway=path"));
    assertThat(result.graph().edgeCount()).isEqualTo(2);
    assertThat(result.report().waysWithMissingNodes()).isEqualTo(2);
  }

  @Test
  void stairsAndDirectionsReachTheGraph() throws IOException {
    StreetGraph graph = read(CROSS + way(10, "1 2", "highway=steps", "conveying=forward")).graph();
    assertThat(graph.isSteps(0)).isTrue();
    assertThat(graph.isForward(0)).isTrue();
    assertThat(graph.isBackward(0)).isFalse();
    assertThat(graph.nodeLon(graph.edgeFrom(0))).isZero();
  }

  @Test
  void reportsWhatWasLeftOut() throws IOException {
    OsmReport report =
        read(CROSS
                + way(10, "1 2 3", "highway=path")
                + way(11, "1 3", "highway=motorway")
                + way(12, "1 3", "highway=motorway")
                + way(13, "1 3", "highway=path", "foot=no")
                + way(14, "1 3", "building=yes")
                + way(15, "4", "highway=path"))
            .report();
    assertThat(report.fileNodes()).isEqualTo(5);
    assertThat(report.fileWays()).isEqualTo(6);
    assertThat(report.walkableWays()).isEqualTo(1);
    assertThat(report.skipped().toString())
        .isEqualTo("{highway=motorway=2, fewer than two nodes=1, foot=no=1}");
    assertThat(report.largestShare()).isEqualTo(1);
    assertThat(report.lengthMeters()).isCloseTo(222.39, within(0.01));
  }

  @Test
  void waysMayComeBeforeNodes() throws IOException {
    assertThat(read(way(10, "1 2 3", "highway=path") + CROSS).graph().edgeCount()).isEqualTo(1);
  }

  @Test
  void collectsTheBackground() throws IOException {
    List<BackgroundFeature> background =
        read(CROSS
                + way(10, "1 2 3", "highway=path")
                + way(11, "1 4 3 1", "natural=water", "name=湖")
                + way(12, "1 4 3 5 1", "leisure=park")
                + way(13, "4 5", "waterway=river")
                + way(14, "4 5", "railway=rail")
                + way(15, "4 5", "railway=abandoned"))
            .background();
    assertThat(background.stream().map(BackgroundFeature::kind))
        .containsExactly(
            BackgroundKind.WATER,
            BackgroundKind.GREEN,
            BackgroundKind.WATERWAY,
            BackgroundKind.RAILWAY);
    assertThat(background.get(0).name()).isEqualTo("湖");
    assertThat(background).allMatch(feature -> feature.geometry().isValid());
    Path file = folder.resolve("map.background");
    BackgroundFile.write(background, file);
    List<BackgroundFeature> again = BackgroundFile.read(file);
    assertThat(again).hasSize(4);
    assertThat(again.get(0).name()).isEqualTo("湖");
    assertThat(again.get(2).name()).isNull();
    assertThat(again.get(1).geometry().equalsExact(background.get(1).geometry())).isTrue();
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 8;
      Files.write(file, damaged);
      assertThatThrownBy(() -> BackgroundFile.read(file))
          .as("byte %d", at)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("map.background");
    }
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));
    assertThatThrownBy(() -> BackgroundFile.read(file)).isInstanceOf(IOException.class);
  }

  @Test
  void joinsTheRingsOfWaterRelations() throws IOException {
    // outer 1-4-3 and 3-5-1 from two ways, an island 6-7-8 inside; the second relation is open
    String nodes = CROSS + node(6, 0.0009, 0) + node(7, 0.0011, 0) + node(8, 0.001, 0.0001);
    String members =
        "<relation id='1'><member type='way' ref='20' role='outer'/>"
            + "<member type='way' ref='21' role='outer'/><member type='node' ref='1' role='x'/>"
            + "<member type='way' ref='22' role='inner'/><member type='way' ref='99' role=''/>"
            + tags("type=multipolygon", "natural=water", "name=江")
            + "</relation><relation id='2'><member type='way' ref='20' role='outer'/>"
            + tags("type=multipolygon", "natural=water")
            + "</relation>";
    List<BackgroundFeature> background =
        read(nodes
                + way(10, "1 2 3", "highway=path")
                + way(20, "1 4 3")
                + way(21, "3 5 1")
                + way(22, "6 7 8 6")
                + members)
            .background();
    assertThat(background).hasSize(1);
    BackgroundFeature river = background.get(0);
    assertThat(river.kind()).isEqualTo(BackgroundKind.WATER);
    assertThat(river.name()).isEqualTo("江");
    assertThat(river.geometry().getArea()).isCloseTo(2e-6 - 1e-8, within(1e-12));
  }

  @Test
  void readsGzipAndNoticesWhenItIsCutShort() throws IOException {
    String text = "<osm>" + CROSS + way(10, "1 2 3", "highway=path") + "</osm>";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("town.bin");
    Files.write(file, bytes.toByteArray());
    assertThat(OsmStreets.read(file).graph().edgeCount()).isEqualTo(1);
    for (int keep = 3; keep < bytes.size() - 1; keep += 7) {
      Files.write(file, Arrays.copyOf(bytes.toByteArray(), keep));
      assertThatThrownBy(() -> OsmStreets.read(file))
          .as("%d bytes", keep)
          .isInstanceOf(OsmFormatException.class)
          .hasMessageContaining("town.bin");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | empty",
        "hello | not an OpenStreetMap file",
        "<gpx></gpx> | root is <gpx>",
        "<osm><node id='1' lon='0' lat='0'/> | not complete",
        "<osm></osm> | no street that people may walk",
        "<osm><node id='1' lon='abc' lat='0'/><way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='path'/></way></osm> | number",
        "<osm><node id='1' lon='500' lat='0'/><way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='path'/></way></osm> | 180",
        "<osm><way id='1'><nd/></way></osm> | <nd> without ref",
        "<osm><way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='path'/></way></osm> | none of the nodes",
        "<osm><way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='motorway'/></way></osm> | {motorway=1}",
        "<osm><remark>runtime error: Query timed out</remark></osm> | failed half-way",
        "BZh91AY&SY | bzip2",
        "<!DOCTYPE osm [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><osm>&x;</osm> | not complete"
      })
  void saysWhatIsWrongWithAFile(String content, String problem) throws IOException {
    Path file = file("bad.osm", content == null ? "" : content);
    assertThatThrownBy(() -> OsmStreets.read(file))
        .isInstanceOf(OsmFormatException.class)
        .hasMessageContaining("bad.osm")
        .hasMessageContaining(problem);
  }

  @Test
  void aTruncatedPbfIsNeverHalfRead() throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.file("stirling/stirling-2022-06-26.osm.pbf"));
    Random random = new Random(3);
    Path file = folder.resolve("cut.osm.pbf");
    for (int i = 0; i < 12; i++) {
      int keep = i == 0 ? 0 : i == 1 ? 17 : random.nextInt(whole.length);
      Files.write(file, Arrays.copyOf(whole, keep));
      assertThatThrownBy(() -> OsmStreets.read(file))
          .as("%d bytes", keep)
          .isInstanceOf(OsmFormatException.class)
          .hasMessageContaining("cut.osm.pbf");
    }
  }

  @Test
  void aDamagedPbfIsRefusedOrReadButNeverBreaksTheReader() throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.file("streets/planetiler-monaco.osm.pbf"));
    Random random = new Random(4);
    Path file = folder.resolve("bad.osm.pbf");
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      byte[] damaged = whole.clone();
      int at = i < 20 ? i : random.nextInt(whole.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      try {
        OsmStreets.read(file);
      } catch (OsmFormatException e) {
        refused++;
        assertThat(e).hasMessageContaining("bad.osm.pbf");
      }
    }
    assertThat(refused).isGreaterThan(30);
  }

  @ParameterizedTest
  @CsvSource({
    // file, nodes, ways; km walked, areas that are crossed, kerbs and the like: at least
    "stirling/stirling-2022-06-26.osm.pbf, 157424, 22679, 950, 20, 30",
    "streets/planetiler-monaco.osm.pbf, 25423, 0, 119, 20, 20",
    "streets/cn-nantong-DispatchFlow.osm, 0, 0, 9, 0, 0",
    "streets/shanghai_center-scm_deeponet.osm, 21786, 0, 900, 0, 0",
    "porto-alegre/streets.osm.pbf, 43264, 0, 1800, 30, 10"
  })
  void realStreetsLoad(
      String name, long nodes, long ways, double leastKm, int leastCrossed, int leastPassages)
      throws IOException {
    OsmStreets.Result result = OsmStreets.read(SharedData.file(name));
    OsmReport report = result.report();
    if (nodes > 0) {
      assertThat(report.fileNodes()).isEqualTo(nodes);
    }
    if (ways > 0) {
      assertThat(report.fileWays()).isEqualTo(ways);
    }
    assertThat(report.walkableWays()).isGreaterThan(20);
    assertThat(report.edges()).isGreaterThanOrEqualTo(report.walkableWays() / 2);
    assertThat(report.largestShare()).isGreaterThan(0.5);
    assertThat(report.lengthMeters()).isCloseTo(result.graph().totalLengthMeters(), within(1e-6));
    assertThat(report.lengthMeters()).isBetween(leastKm * 1000, leastKm * 1250);
    assertThat(report.passageNodes()).isGreaterThanOrEqualTo(leastPassages);
    OsmReport.Areas areas = report.areas();
    assertThat(areas.crossed()).isBetween(leastCrossed, areas.found());
    assertThat(areas.lines()).as("lines across stay few").isLessThan(report.edges() / 5);
    assertThat(areas.rimOnly().values().stream().mapToInt(count -> count).sum())
        .as("areas that were not understood")
        .isLessThanOrEqualTo(areas.found() / 5);
    assertThat(report.islands())
        .hasSize(Math.min(OsmReport.MOST_ISLANDS, report.components() - 1))
        .isSortedAccordingTo((a, b) -> Double.compare(b.lengthMeters(), a.lengthMeters()))
        .allMatch(island -> report.bounds().contains(island.lon(), island.lat()));
  }

  @Test
  void tellsProgressAndCanBeCancelled() throws IOException {
    Path file = SharedData.file("streets/planetiler-monaco.osm.pbf");
    List<Double> heard = new ArrayList<>();
    OsmStreets.read(file, (stage, fraction) -> heard.add(fraction));
    assertThat(heard).isSorted().hasSizeGreaterThan(5).endsWith(1.0);
    OsmImportListener impatient =
        new OsmImportListener() {
          @Override
          public void progress(String stage, double fraction) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> OsmStreets.read(file, impatient))
        .isInstanceOf(CancellationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"upload-17.tmp"})
  void messagesUseTheNameTheyAreGiven(String temporary) throws IOException {
    Path file = file(temporary, "hello");
    assertThatThrownBy(() -> OsmStreets.read(file, "海门.osm", OsmImportListener.NONE))
        .hasMessageStartingWith("海门.osm: ");
  }
}
