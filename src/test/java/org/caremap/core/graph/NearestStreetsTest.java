package org.caremap.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestStreetsTest {
  private static final double LIMIT = 500;
  private static final int SIDE = StreetTile.SIDE;

  /** Every sample has the distance and the edge of the snapper, or another one as near. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void samplesSnapAsPlacesDo(long seed) {
    EdgeSnapper snapper = EdgeSnapper.of(Town.random(seed, 80));
    NearestStreets streets = snapper.nearestStreets();
    Random random = new Random(seed);
    int wrong = 0;
    int all = 0;
    for (int k = 0; k < 12; k++) {
      int level = random.nextInt(4) - 2;
      int columns = (int) (3000 / NearestStreets.cellMeters(level)) / SIDE + 2;
      int column = random.nextInt(columns) - 1;
      int row = random.nextInt(columns) - 1;
      StreetTile tile = streets.tile(level, column, row, LIMIT);
      for (int i = 0; i < tile.samples().length; i++) {
        double lon = streets.lon(level, column * SIDE + i % SIDE);
        double lat = streets.lat(level, row * SIDE + i / SIDE);
        all++;
        wrong += agrees(snapper, tile, tile.samples()[i], lon, lat) ? 0 : 1;
      }
    }
    // Pieces spread from neighbour to neighbour, which misses a sliver between others now and then.
    assertThat(wrong).as("seed %d, of %d", seed, all).isLessThan(all / 500);
  }

  private static boolean agrees(
      EdgeSnapper snapper, StreetTile tile, long sample, double lon, double lat) {
    int piece = StreetTile.piece(sample);
    double access = StreetTile.accessMeters(sample);
    // Beyond the limit as well: a tile does not drop the nearest street for a fragment before it.
    double far = LIMIT + EdgeSnapper.MOST_HANDICAP_METERS;
    if (!(snapper.snap(lon, lat, far) instanceof Snapped snapped)) {
      return piece == StreetTile.NONE || access > LIMIT;
    }
    if (piece == StreetTile.NONE || access > LIMIT) {
      return snapped.accessMeters() > LIMIT - 1.5;
    }
    int edge = tile.edges()[tile.edgeOfPiece()[piece]];
    double score = access + snapper.handicapMeters(edge);
    double best = snapped.accessMeters() + snapper.handicapMeters(snapped.edge());
    // Bends of less than a metre are left out.
    return Math.abs(score - best) < 1.5;
  }

  @Test
  void aSampleKnowsWhereOnItsStreetItIs() {
    // A ──────── B   800 m to the east
    EdgeSnapper snapper =
        EdgeSnapper.of(new Town().node("A", 0, 0).node("B", 800, 0).street("A-B").build());
    NearestStreets streets = snapper.nearestStreets();
    int column = streets.column(0, Town.lon(200)) / SIDE;
    StreetTile tile = streets.tile(0, column, 0, LIMIT);
    for (int i = 0; i < SIDE * SIDE; i++) {
      double x = Town.METERS.x(streets.lon(0, column * SIDE + i % SIDE));
      double y = Town.METERS.y(streets.lat(0, i / SIDE));
      assertThat(StreetTile.share(tile.samples()[i])).isCloseTo(x / 800, within(1e-4));
      assertThat((double) StreetTile.accessMeters(tile.samples()[i])).isCloseTo(y, within(0.1));
    }
  }

  @Test
  void farFromAllStreetsThereIsNone() {
    NearestStreets streets =
        EdgeSnapper.of(new Town().node("A", 0, 0).node("B", 100, 0).street("A-B").build())
            .nearestStreets();
    StreetTile tile = streets.tile(0, 5, 5, LIMIT);
    for (long sample : tile.samples()) {
      assertThat(StreetTile.piece(sample)).isEqualTo(StreetTile.NONE);
      assertThat(StreetTile.accessMeters(sample)).isInfinite();
    }
    assertThat(streets.tile(0, 5, 5, LIMIT)).isSameAs(tile);
    // A greater limit is another question.
    assertThat(StreetTile.accessMeters(streets.tile(0, 5, 5, 5000).samples()[0])).isFinite();
  }
}
