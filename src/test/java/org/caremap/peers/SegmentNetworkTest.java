package org.caremap.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.caremap.peers.SegmentNetwork.NoStreet;
import org.caremap.peers.SegmentNetwork.NotJoined;
import org.caremap.peers.SegmentNetwork.OneWay;
import org.caremap.peers.SegmentNetwork.Segment;
import org.junit.jupiter.api.Test;

/** The judge of the oracle's leftovers, judged by hand. */
class SegmentNetworkTest {
  /*
   *   A ── b ── C ══ D ──> E      b is a bend; C and D lie on one spot, joined by a point edge
   *             │
   *             F'                F' begins at C's spot, but at a node of its own: a barrier
   */
  private static final int A = 0;
  private static final int C = 1;
  private static final int D = 2;
  private static final int E = 3;
  private static final int F = 4;
  private static final int CLOSED = 5;

  private static SegmentNetwork network() {
    SegmentNetwork network = new SegmentNetwork();
    network.add(10, new int[] {0, 0, 1, 0, 2, 0}, A, C, true, true);
    network.add(11, new int[] {2, 0, 2, 0}, C, D, true, true);
    network.add(12, new int[] {2, 0, 3, 0}, D, E, true, false);
    network.add(13, new int[] {2, 0, 2, -1}, CLOSED, F, true, true);
    return network;
  }

  private static List<Segment> walk(int... lonLat) {
    List<Segment> walk = new ArrayList<>();
    for (int i = 2; i < lonLat.length; i += 2) {
      walk.add(
          new Segment(
              SegmentNetwork.place(lonLat[i - 2], lonLat[i - 1]),
              SegmentNetwork.place(lonLat[i], lonLat[i + 1])));
    }
    return walk;
  }

  @Test
  void walksOverBendsAndOpenGates() {
    assertThat(network().firstObstacle(walk(0, 0, 1, 0, 2, 0, 3, 0))).isNull();
    assertThat(network().firstObstacle(walk(2, 0, 1, 0, 0, 0))).isNull();
  }

  @Test
  void namesWhatStopsIt() {
    assertThat(network().firstObstacle(walk(3, 0, 2, 0))).isInstanceOf(OneWay.class);
    assertThat(network().firstObstacle(walk(0, 0, 2, 0))).isInstanceOf(NoStreet.class);
    assertThat(network().firstObstacle(walk(1, 0, 2, 0, 2, -1))).isInstanceOf(NotJoined.class);
  }

  @Test
  void knowsWhichEdgeRunsWhere() {
    Segment piece = walk(1, 0, 2, 0).get(0);
    assertThat(network().runsAlong(10, piece.reversed())).isTrue();
    assertThat(network().runsAlong(12, piece)).isFalse();
  }
}
