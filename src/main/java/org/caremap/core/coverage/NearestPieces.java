package org.caremap.core.coverage;

import java.util.Arrays;
import org.caremap.core.graph.NearestStreets;
import org.caremap.core.graph.StreetTile;
import org.jspecify.annotations.Nullable;

/**
 * The nearest street piece of the samples of a lattice that a walk may get to: tiles of the
 * network's {@link NearestStreets} put together. Scratch of one thread.
 */
final class NearestPieces {
  private static final int SIDE = StreetTile.SIDE;
  private static final int SHIFT = Integer.numberOfTrailingZeros(SIDE);

  private final LocalStreets streets;
  private Lattice lattice = Lattice.NONE;
  private int firstTileColumn;
  private int firstTileRow;
  private int tileColumns;
  private int tileRows;
  private @Nullable StreetTile[] tiles = new StreetTile[64];
  private int[] firstPiece = new int[64];
  private boolean[] isNear = new boolean[64];

  NearestPieces(LocalStreets streets) {
    this.streets = streets;
  }

  /** Takes the tiles that the walk may get to, and their pieces. */
  void reset(Lattice samples, NearestStreets nearest, double snapLimitMeters) {
    lattice = samples;
    firstTileColumn = lattice.firstColumn() >> SHIFT;
    firstTileRow = lattice.firstRow() >> SHIFT;
    tileColumns = (lattice.firstColumn() + lattice.columns() - 1 >> SHIFT) - firstTileColumn + 1;
    tileRows = (lattice.firstRow() + lattice.rows() - 1 >> SHIFT) - firstTileRow + 1;
    int count = tileCount();
    if (tiles.length < count) {
      tiles = new StreetTile[count];
      firstPiece = new int[count];
      isNear = new boolean[count];
    }
    Arrays.fill(isNear, 0, count, false);
    for (int i = 0; i < streets.circleCount(); i++) {
      // A cell more, since borders are put between samples inside and those outside.
      double around = streets.circleMeters(i) + lattice.cell();
      int west = tileColumn(streets.circleX(i) - around);
      int east = tileColumn(streets.circleX(i) + around);
      int south = tileRow(streets.circleY(i) - around);
      int north = tileRow(streets.circleY(i) + around);
      for (int row = south; row <= north; row++) {
        for (int column = west; column <= east; column++) {
          isNear[row * tileColumns + column] = true;
        }
      }
    }
    for (int i = 0; i < count; i++) {
      tiles[i] = null;
      if (isNear[i]) {
        int column = firstTileColumn + i % tileColumns;
        int row = firstTileRow + i / tileColumns;
        StreetTile tile = nearest.tile(lattice.level(), column, row, snapLimitMeters);
        tiles[i] = tile;
        firstPiece[i] =
            streets.addPieces(
                tile,
                lattice.x(column * SIDE - lattice.firstColumn()),
                lattice.y(row * SIDE - lattice.firstRow()));
      }
    }
  }

  /** Forgets the tiles, which belong to the network. */
  void release() {
    Arrays.fill(tiles, null);
  }

  private int tileColumn(double x) {
    int column = (int) Math.floor((x - lattice.west()) / lattice.cellX()) + lattice.firstColumn();
    return Math.max(0, Math.min(tileColumns - 1, (column >> SHIFT) - firstTileColumn));
  }

  private int tileRow(double y) {
    int row = (int) Math.floor((y - lattice.south()) / lattice.cellY()) + lattice.firstRow();
    return Math.max(0, Math.min(tileRows - 1, (row >> SHIFT) - firstTileRow));
  }

  int tileCount() {
    return tileColumns * tileRows;
  }

  /** A tile, or null where no walk gets to. */
  @Nullable StreetTile tile(int i) {
    return tiles[i];
  }

  /** The piece that is a tile's first. */
  int firstPiece(int tile) {
    return firstPiece[tile];
  }

  /** Column of the lattice where a tile starts, possibly outside. */
  int startColumn(int tile) {
    return (firstTileColumn + tile % tileColumns) * SIDE - lattice.firstColumn();
  }

  /** Row of the lattice where a tile starts, possibly outside. */
  int startRow(int tile) {
    return (firstTileRow + tile / tileColumns) * SIDE - lattice.firstRow();
  }

  /** Nearest piece of a sample, or -1 if there is none about. */
  int piece(int column, int row) {
    int c = column + lattice.firstColumn();
    int r = row + lattice.firstRow();
    int i = ((r >> SHIFT) - firstTileRow) * tileColumns + (c >> SHIFT) - firstTileColumn;
    StreetTile tile = tiles[i];
    if (tile == null) {
      return -1;
    }
    char piece = tile.piece()[(r & SIDE - 1) * SIDE + (c & SIDE - 1)];
    return piece == StreetTile.NONE ? -1 : firstPiece[i] + piece;
  }
}
