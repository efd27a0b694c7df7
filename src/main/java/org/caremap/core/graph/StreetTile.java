package org.caremap.core.graph;

/**
 * The nearest street piece of each sample of one tile of {@link NearestStreets}. Local metres count
 * from the first sample, equirectangular at the middle of the tile. Read only, shared by all
 * threads.
 *
 * @param metersPerDegreeLon of the tile's metric
 * @param samples [8] of each sample, row by row from the south-west: its nearest piece, see {@link
 *     #piece}, how far it is, and where on the piece's edge; one entry, since they are read
 *     together
 * @param edges [4] distinct edges of the pieces
 * @param edgeOfPiece [4] index into {@code edges}, ascending
 * @param geometry [4] entries, {@link #STRIDE} a piece: x and y where it starts and how far it runs
 *     in metres, share of its edge where it starts and that it takes, handicap in metres, one over
 *     its squared length
 * @param limitMeters distance up to which every nearest piece has been found
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: copying would defeat it
public record StreetTile(
    double metersPerDegreeLon,
    long[] samples,
    int[] edges,
    int[] edgeOfPiece,
    float[] geometry,
    double limitMeters) {
  /** Samples along a side. */
  public static final int SIDE = 32;

  /** A piece that no sample has: there is no street within the limit. */
  public static final int NONE = 0xFFFF;

  private static final int WHOLE = 0xFFFF;

  /** Entries a piece in {@link #geometry}. */
  public static final int STRIDE = 8;

  static long sample(int piece, double share, double accessMeters) {
    return (long) Float.floatToRawIntBits((float) accessMeters) << 32
        | Math.round(share * WHOLE) << 16
        | piece;
  }

  /** The nearest piece of a sample's entry, or {@link #NONE}. */
  public static int piece(long sample) {
    return (int) sample & 0xFFFF;
  }

  /** Where on the edge of its piece the nearest point to a sample is, in [0, 1]. */
  public static double share(long sample) {
    return ((int) sample >>> 16) * (1.0 / WHOLE);
  }

  /** Distance from a sample to its piece, without handicap; infinite if there is none. */
  public static float accessMeters(long sample) {
    return Float.intBitsToFloat((int) (sample >>> 32));
  }
}
