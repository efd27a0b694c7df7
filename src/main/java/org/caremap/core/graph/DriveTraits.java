package org.caremap.core.graph;

/**
 * What a street piece is to vehicles, packed into one int as {@link EdgeTraits} is for people on
 * foot. The lower bits mean the same in both, so that a graph of such pieces is a {@link
 * StreetGraph} like any other; the rest means something else here, and nothing that walks may look
 * at it. Immutable; each {@code with…} returns a changed copy.
 *
 * <pre>
 * bit  0 forward   1 backward (for any vehicle)   3-6 street class   10-12 surface
 *     13 bicycle forward   14 bicycle backward   15 van forward   16 van backward
 *     17-20 road class   21-27 speed limit in km/h, 0 where none is known
 * </pre>
 *
 * @param bits the packed traits
 */
@SuppressWarnings("EnumOrdinal") // the numbers that files hold
public record DriveTraits(int bits) {
  /** Greatest speed limit that is kept, km/h. */
  public static final int MOST_LIMIT_KMH = 127;

  private static final int ACCESS_SHIFT = 13;
  private static final int ROAD_SHIFT = 17;
  private static final int ROAD_MASK = 0xf;
  private static final int LIMIT_SHIFT = 21;
  private static final int LIMIT_MASK = 0x7f;

  /** A piece closed to every vehicle, without a limit. */
  public static DriveTraits of(RoadClass road, Surface surface) {
    int shared =
        EdgeTraits.of(road.streetClass()).with(surface).bits()
            & ((1 << ACCESS_SHIFT) - 1)
            & ~(EdgeTraits.FORWARD | EdgeTraits.BACKWARD);
    return new DriveTraits(shared | road.ordinal() << ROAD_SHIFT);
  }

  /** Open to one more vehicle in these directions, which may be none. */
  public DriveTraits open(Vehicle vehicle, boolean forward, boolean backward) {
    int directions = (forward ? EdgeTraits.FORWARD : 0) | (backward ? EdgeTraits.BACKWARD : 0);
    return new DriveTraits(
        bits | directions | directions << (ACCESS_SHIFT + 2 * vehicle.ordinal()));
  }

  /**
   * With a speed limit.
   *
   * @param kmh cut to [0, 127]; 0 is none
   */
  public DriveTraits withLimit(int kmh) {
    int kept = Math.max(0, Math.min(MOST_LIMIT_KMH, kmh));
    return new DriveTraits((bits & ~(LIMIT_MASK << LIMIT_SHIFT)) | kept << LIMIT_SHIFT);
  }

  /** Whether any vehicle may use it. */
  public boolean isOpen() {
    return (bits & (EdgeTraits.FORWARD | EdgeTraits.BACKWARD)) != 0;
  }

  /** Whether a vehicle may go from the piece's start to its end. */
  public boolean isForward(Vehicle vehicle) {
    return (bits >> (ACCESS_SHIFT + 2 * vehicle.ordinal()) & EdgeTraits.FORWARD) != 0;
  }

  /** Whether a vehicle may go from the piece's end to its start. */
  public boolean isBackward(Vehicle vehicle) {
    return (bits >> (ACCESS_SHIFT + 2 * vehicle.ordinal()) & EdgeTraits.BACKWARD) != 0;
  }

  /** What kind of street. */
  public RoadClass road() {
    return RoadClass.of(bits >> ROAD_SHIFT & ROAD_MASK);
  }

  /** What it is paved with. */
  public Surface surface() {
    return new EdgeTraits(bits).surface();
  }

  /** Speed limit in km/h, 0 where none is known. */
  public int limitKmh() {
    return bits >> LIMIT_SHIFT & LIMIT_MASK;
  }

  /** For a {@link StreetGraphBuilder}. */
  public EdgeTraits packed() {
    return new EdgeTraits(bits);
  }
}
