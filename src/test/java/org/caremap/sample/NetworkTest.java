package org.caremap.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.caremap.sample.StreetSink.Road;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkTest {

  private final Segments segments = new Segments();
  private final int street = segments.style(Style.street(Road.RESIDENTIAL, "示例路"));
  private final int great = segments.style(Style.street(Road.MAJOR, "大路"));
  private final int always = segments.style(Style.loose(Road.PATH, null, 1));
  private final int bridge = segments.style(Style.street(Road.PATH, null).asBridge());

  private Network build() {
    return new Network(segments, new Dice(7));
  }

  private static List<String> edges(Network network) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < network.edgeCount(); i++) {
      found.add(
          network.fromU(i)
              + ","
              + network.fromV(i)
              + "-"
              + network.toU(i)
              + ","
              + network.toV(i)
              + " "
              + network.styleOf(i).road());
    }
    return found;
  }

  /**
   *
   *
   * <pre>
   *      (40,50)
   *         |
   * 0,0 ----+---- 100,0
   * </pre>
   */
  @Test
  void aStreetIsCutWhereAnotherEndsOnIt() {
    segments.add(0, 0, 100, 0, street);
    segments.add(40, 0, 40, 50, street);
    assertThat(edges(build()))
        .containsExactlyInAnyOrder(
            "0,0-40,0 RESIDENTIAL", "40,0-100,0 RESIDENTIAL", "40,0-40,50 RESIDENTIAL");
  }

  /** Two parcels draw the same side, one in two parts: one street remains, the greater one. */
  @Test
  void sidesDrawnTwiceBecomeOneStreet() {
    segments.add(0, 0, 100, 0, street);
    segments.add(0, 0, 60, 0, great);
    assertThat(edges(build()))
        .containsExactlyInAnyOrder("0,0-60,0 MAJOR", "60,0-100,0 RESIDENTIAL");
  }

  /**
   * All four sides and the tail would like to be left out; only one side can be without cutting a
   * corner off.
   *
   * <pre>
   * 0,80 ---- 80,80
   *   |         |
   * 0,0 ----- 80,0 --- 120,0
   * </pre>
   */
  @Test
  void thinningOutNeverCutsAnybodyOff() {
    segments.add(0, 0, 80, 0, always);
    segments.add(80, 0, 120, 0, always);
    segments.add(0, 0, 0, 80, always);
    segments.add(80, 0, 80, 80, always);
    segments.add(0, 80, 80, 80, always);
    assertThat(edges(build())).hasSize(4).contains("80,0-120,0 PATH");
  }

  /** A bridge that reaches no street on the far bank is no bridge; nor is what hung on it. */
  @Test
  void bridgesToNowhereAreLeftOut() {
    segments.add(0, 0, 100, 0, street);
    segments.add(50, 0, 50, 6, bridge);
    segments.add(50, 6, 50, 30, bridge);
    assertThat(edges(build()))
        .containsExactlyInAnyOrder("0,0-50,0 RESIDENTIAL", "50,0-100,0 RESIDENTIAL");
  }

  /** The largest piece inland and the largest on the island (v below 0) stay, others go. */
  @Test
  void onlyTheMainlandAndTheIslandStay() {
    segments.add(0, 0, 100, 0, street);
    segments.add(100, 0, 100, 90, street);
    segments.add(500, 500, 600, 500, street);
    segments.add(0, -900, 50, -900, street);
    assertThat(edges(build()))
        .containsExactlyInAnyOrder(
            "0,0-100,0 RESIDENTIAL", "100,0-100,90 RESIDENTIAL", "0,-900-50,-900 RESIDENTIAL");
  }

  @Test
  void longEdgesFollowTheBendOfThePlane() {
    segments.add(0, 0, 450, 0, street);
    segments.add(0, -900, 100, -900, street);
    List<Integer> innerLengths = new ArrayList<>();
    build()
        .send(
            new Warp(1),
            new StreetSink() {
              private int nodes;

              @Override
              public int addNode(double lon, double lat) {
                return nodes++;
              }

              @Override
              public void addEdge(
                  int from, int to, double[] innerLonLat, Road road, @Nullable String name) {
                assertThat(from).isNotEqualTo(to).isBetween(0, 3);
                assertThat(name).isEqualTo("示例路");
                innerLengths.add(innerLonLat.length);
              }
            });
    assertThat(innerLengths).containsExactlyInAnyOrder(6, 0);
  }
}
