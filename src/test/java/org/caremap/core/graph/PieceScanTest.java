package org.caremap.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.caremap.core.geo.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceScanTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyEdgeInABoxIsSeenWithPiecesOfItsOwn(long seed) {
    StreetGraph graph = Town.random(seed, 150);
    Random random = new Random(seed);
    for (int k = 0; k < 100; k++) {
      double x = random.nextDouble() * 3000 - 500;
      double y = random.nextDouble() * 3000 - 500;
      BoundingBox box =
          new BoundingBox(
              Town.lon(x),
              Town.lat(y),
              Town.lon(x + random.nextDouble() * 600),
              Town.lat(y + random.nextDouble() * 600));
      BitSet seen = new BitSet();
      PieceScan.forEachNear(
          graph,
          box,
          (edge, lon0, lat0, lon1, lat1) -> {
            seen.set(edge);
            assertThat(hasPiece(graph.edgeGeometry(edge), lon0, lat0, lon1, lat1)).isTrue();
          });
      int[] expected = EdgeSnapper.of(graph).edgesIn(box);
      assertThat(Arrays.stream(expected).allMatch(seen::get))
          .as("seed %d, box %d", seed, k)
          .isTrue();
    }
  }

  private static boolean hasPiece(
      double[] lonLat, double lon0, double lat0, double lon1, double lat1) {
    for (int i = 0; i + 3 < lonLat.length; i += 2) {
      if (lonLat[i] == lon0
          && lonLat[i + 1] == lat0
          && lonLat[i + 2] == lon1
          && lonLat[i + 3] == lat1) {
        return true;
      }
    }
    return false;
  }

  @Test
  void anEmptyNetworkHasNoPieces() {
    PieceScan.forEachNear(
        new StreetGraphBuilder().build(),
        new BoundingBox(-180, -90, 180, 90),
        (edge, lon0, lat0, lon1, lat1) -> {
          throw new AssertionError("there is no piece");
        });
  }
}
