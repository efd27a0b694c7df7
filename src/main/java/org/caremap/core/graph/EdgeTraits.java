package org.caremap.core.graph;

/**
 * What a street piece is like under foot and wheel, packed into one int so that a network needs 4
 * bytes an edge for all of it. Immutable; each {@code with…} returns a changed copy.
 *
 * <pre>
 * bit  0 forward   1 backward   2 steps   3-6 street class   7 bridge   8 tunnel   9 lift
 *     10-12 surface   13-14 kerb   15 narrow   16-17 wheelchair   18 ramp beside the steps
 *     19 obstacle (stile, turnstile, …)   20 handrail   21-27 incline in percent, two's complement
 * </pre>
 *
 * @param bits the packed traits
 */
@SuppressWarnings("EnumOrdinal") // the numbers that files hold
public record EdgeTraits(int bits) {
  /** Bit: may be walked from the edge's start to its end. */
  public static final int FORWARD = 1;

  /** Bit: may be walked from the edge's end to its start. */
  public static final int BACKWARD = 1 << 1;

  /** Bit: stairs. */
  public static final int STEPS = 1 << 2;

  /** Bit: a bridge; its ends lie on the ground and what is below does not count. */
  public static final int BRIDGE = 1 << 7;

  /** Bit: a tunnel or covered way under the ground. */
  public static final int TUNNEL = 1 << 8;

  /** Bit: a lift; its length is not walked. */
  public static final int LIFT = 1 << 9;

  /** Bit: narrower than a wheelchair needs (0.9 m). */
  public static final int NARROW = 1 << 15;

  /** Bit: steps with a ramp for wheels beside them. */
  public static final int RAMP = 1 << 18;

  /** Bit: something that people climb over or squeeze through, and wheels do not pass. */
  public static final int OBSTACLE = 1 << 19;

  /** Bit: a handrail. */
  public static final int HANDRAIL = 1 << 20;

  /** Incline where the tag does not say, in percent. */
  public static final int INCLINE_UNKNOWN = -64;

  /** Steepest incline that is kept, in percent. */
  public static final int INCLINE_MOST = 63;

  private static final int CLASS_SHIFT = 3;
  private static final int CLASS_MASK = 0xf;
  private static final int SURFACE_SHIFT = 10;
  private static final int SURFACE_MASK = 7;
  private static final int KERB_SHIFT = 13;
  private static final int KERB_MASK = 3;
  private static final int WHEELCHAIR_SHIFT = 16;
  private static final int WHEELCHAIR_MASK = 3;
  private static final int INCLINE_SHIFT = 21;
  private static final int INCLINE_MASK = 0x7f;

  /** A piece open both ways of which nothing else is known; {@link StreetClass#STEPS} is stairs. */
  public static EdgeTraits of(StreetClass streetClass) {
    return of(streetClass, true, true);
  }

  /**
   * A piece of which nothing else is known; {@link StreetClass#STEPS} is stairs.
   *
   * @throws IllegalArgumentException if it is closed in both directions
   */
  public static EdgeTraits of(StreetClass streetClass, boolean forward, boolean backward) {
    if (!forward && !backward) {
      throw new IllegalArgumentException("an edge must be open in at least one direction");
    }
    int bits =
        (forward ? FORWARD : 0)
            | (backward ? BACKWARD : 0)
            | (streetClass == StreetClass.STEPS ? STEPS : 0)
            | streetClass.ordinal() << CLASS_SHIFT
            | (INCLINE_UNKNOWN & INCLINE_MASK) << INCLINE_SHIFT;
    return new EdgeTraits(bits);
  }

  /** With one or more of the bits of this class set, such as {@link #BRIDGE}. */
  public EdgeTraits with(int more) {
    return new EdgeTraits(bits | more);
  }

  /** With another surface. */
  public EdgeTraits with(Surface surface) {
    return new EdgeTraits(put(SURFACE_SHIFT, SURFACE_MASK, surface.ordinal()));
  }

  /** With another kerb. */
  public EdgeTraits with(Kerb kerb) {
    return new EdgeTraits(put(KERB_SHIFT, KERB_MASK, kerb.ordinal()));
  }

  /** With another word on wheelchairs. */
  public EdgeTraits with(Wheelchair wheelchair) {
    return new EdgeTraits(put(WHEELCHAIR_SHIFT, WHEELCHAIR_MASK, wheelchair.ordinal()));
  }

  /**
   * With an incline as tagged, upwards from the edge's start to its end.
   *
   * @param percent cut to [-63, 63], or {@link #INCLINE_UNKNOWN}
   */
  public EdgeTraits withIncline(int percent) {
    int kept =
        percent == INCLINE_UNKNOWN
            ? INCLINE_UNKNOWN
            : Math.max(-INCLINE_MOST, Math.min(INCLINE_MOST, percent));
    return new EdgeTraits(put(INCLINE_SHIFT, INCLINE_MASK, kept & INCLINE_MASK));
  }

  private int put(int shift, int mask, int value) {
    return (bits & ~(mask << shift)) | value << shift;
  }

  /** Whether all of these bits are set. */
  public boolean has(int wanted) {
    return (bits & wanted) == wanted;
  }

  /** What kind of street. */
  public StreetClass streetClass() {
    return StreetClass.of(bits >> CLASS_SHIFT & CLASS_MASK);
  }

  /** What it is paved with. */
  public Surface surface() {
    return Surface.of(bits >> SURFACE_SHIFT & SURFACE_MASK);
  }

  /** The kerb it crosses. */
  public Kerb kerb() {
    return Kerb.of(bits >> KERB_SHIFT & KERB_MASK);
  }

  /** What the tag says of wheelchairs. */
  public Wheelchair wheelchair() {
    return Wheelchair.of(bits >> WHEELCHAIR_SHIFT & WHEELCHAIR_MASK);
  }

  /**
   * Incline in percent as tagged, from the edge's start to its end, or {@link #INCLINE_UNKNOWN}.
   */
  public int inclinePercent() {
    // Seven bits with their sign.
    return bits << (32 - 7 - INCLINE_SHIFT) >> (32 - 7);
  }
}
