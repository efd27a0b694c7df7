package org.caremap.core.graph;

/**
 * The nearest street piece of each sample of one tile of {@link NearestStreets}. Local metres count
 * from the first sample, equirectangular at the middle of the tile. Read only, shared by all
 * threads.
 *
 * @param metersPerDegreeLon of the tile's metric
 * @param piece [2] nearest piece of each sample, row by row from the south-west; {@link #NONE} if
 *     there is none within the limit that was asked for
 * @param accessMeters [4] distance from each sample to its piece, without handicap
 * @param edges [4] distinct edges of the pieces
 * @param edgeOfPiece [4] index into {@code edges}, ascending
 * @param geometry [4] entries, {@link #STRIDE} a piece: x and y where it starts and how far it runs
 *     in metres, share of its edge where it starts and that it takes, handicap in metres
 * @param limitMeters distance up to which every nearest piece has been found
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: copying would defeat it
public record StreetTile(
    double metersPerDegreeLon,
    char[] piece,
    float[] accessMeters,
    int[] edges,
    int[] edgeOfPiece,
    float[] geometry,
    double limitMeters) {
  /** Samples along a side. */
  public static final int SIDE = 32;

  /** No piece. */
  public static final char NONE = Character.MAX_VALUE;

  /** Entries a piece in {@link #geometry}. */
  public static final int STRIDE = 7;
}
