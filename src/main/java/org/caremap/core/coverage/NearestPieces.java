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

  // Of the sample looked up last.
  private int piece;
  private double accessMeters;
  private double share;

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
    double west = lattice.x(startColumn(0));
    double south = lattice.y(startRow(0));
    double perTileX = 1 / (SIDE * lattice.cellX());
    double perTileY = 1 / (SIDE * lattice.cellY());
    for (int i = 0; i < streets.circleCount(); i++) {
      // A cell more, since borders are put between samples inside and those outside.
      double around = streets.circleMeters(i) + lattice.cell();
      double x = streets.circleX(i) - west;
      double y = streets.circleY(i) - south;
      // The lattice has a margin of more than a cell, so nothing is negative.
      int firstColumn = (int) ((x - around) * perTileX);
      int lastColumn = (int) ((x + around) * perTileX);
      int lastRow = (int) ((y + around) * perTileY);
      for (int row = (int) ((y - around) * perTileY); row <= lastRow; row++) {
        for (int k = row * tileColumns + firstColumn; k <= row * tileColumns + lastColumn; k++) {
          isNear[k] = true;
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
        isNear[i] = streets.isAnyReached();
      }
    }
  }

  /** Forgets the tiles, which belong to the network. */
  void release() {
    Arrays.fill(tiles, null);
    streets.release();
  }

  int tileCount() {
    return tileColumns * tileRows;
  }

  /** A tile with streets that have been reached, or null. */
  @Nullable StreetTile reachedTile(int i) {
    return isNear[i] ? tiles[i] : null;
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

  /** Looks a sample up, for the three below. */
  void look(int column, int row) {
    int c = column + lattice.firstColumn();
    int r = row + lattice.firstRow();
    int i = ((r >> SHIFT) - firstTileRow) * tileColumns + (c >> SHIFT) - firstTileColumn;
    StreetTile tile = tiles[i];
    piece = -1;
    if (tile != null) {
      int entry = (r & SIDE - 1) * SIDE + (c & SIDE - 1);
      long sample = tile.samples()[entry];
      int number = StreetTile.piece(sample);
      if (number != StreetTile.NONE) {
        piece = firstPiece[i] + number;
        accessMeters = StreetTile.accessMeters(sample);
        share = StreetTile.share(sample);
      }
    }
  }

  /** Nearest piece of the sample, or -1 if there is none about. */
  int piece() {
    return piece;
  }

  /** Metres from the sample to its piece. */
  double accessMeters() {
    return accessMeters;
  }

  /** Where on the edge of the piece the nearest point is, in [0, 1]. */
  double share() {
    return share;
  }
}
