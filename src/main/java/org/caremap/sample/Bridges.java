package org.caremap.sample;

import org.caremap.sample.StreetSink.Road;

/** Carries streets over water and railway: at every crossing road, and here and there between. */
final class Bridges {
  private static final int FOOT_STEPS_METERS = 6;

  private final Settlement settlement;
  private final Plan plan;
  private final Segments segments;
  private final LineIndex junctions;
  private final int lane;
  private final int underpass;
  private final int steps;
  private final int deck;

  /**
   * @param junctions ends of all streets drawn so far, frozen: bridges continue streets
   */
  Bridges(Settlement settlement, Plan plan, Segments segments, LineIndex junctions) {
    this.settlement = settlement;
    this.plan = plan;
    this.segments = segments;
    this.junctions = junctions;
    lane = segments.style(Style.street(Road.RESIDENTIAL, null).asBridge());
    underpass = segments.style(Style.street(Road.SERVICE, null).asBridge());
    steps = segments.style(Style.street(Road.STEPS, null).asBridge());
    deck = segments.style(Style.street(Road.PATH, null).asBridge());
  }

  void over(Waterway water, Dice dice) {
    if (water.from() >= water.to()) {
      return;
    }
    end(water, water.from(), 1, water.fromStyle());
    end(water, water.to(), -1, water.toStyle());
    int last = water.from();
    int[] attached = attached(water);
    int gap = gap(water, last, dice);
    for (int at : attached) {
      if (at - last >= gap && water.to() - at >= gap / 2 && joinsLand(water, at, 0)) {
        across(water, at, water.rail() ? underpass : lane);
        footbridge(water, (last + at) / 2, dice);
        last = at;
        gap = gap(water, last, dice);
      }
    }
  }

  /** Ends of streets on either bank, ascending. */
  private int[] attached(Waterway water) {
    int from = water.from() + 50;
    int to = water.to() - 50;
    int[] low = junctions.along(water.vertical(), water.line() - water.bank(), from, to);
    int[] high = junctions.along(water.vertical(), water.line() + water.bank(), from, to);
    return java.util.stream.IntStream.concat(
            java.util.Arrays.stream(low), java.util.Arrays.stream(high))
        .sorted()
        .distinct()
        .toArray();
  }

  private int gap(Waterway water, int at, Dice dice) {
    double u = water.vertical() ? water.line() : at;
    double v = water.vertical() ? at : water.line();
    boolean town = settlement.nearestRadii(new int[] {(int) u, (int) v, (int) u, (int) v}) < 1.1;
    if (water.rail()) {
      return town ? dice.whole(700, 1_100) : dice.whole(1_500, 2_600);
    }
    boolean wide = water.half() > 13;
    return town
        ? dice.whole(wide ? 420 : 260, wide ? 700 : 480)
        : dice.whole(wide ? 1_000 : 600, wide ? 1_900 : 1_200);
  }

  private void end(Waterway water, int at, int inward, int style) {
    if (joinsLand(water, at, inward)) {
      across(water, at, segments.style(segments.styleOf(style).asBridge()));
    }
  }

  private boolean joinsLand(Waterway water, int at, int inward) {
    return hasLand(water, -1, at + inward) && hasLand(water, 1, at + inward);
  }

  private boolean hasLand(Waterway water, int side, int at) {
    int beside = water.line() + side * (water.bank() + 1);
    int parcel = water.vertical() ? plan.parcelAt(beside, at) : plan.parcelAt(at, beside);
    return parcel != Parcels.NONE;
  }

  private void across(Waterway water, int at, int style) {
    run(water, at, -water.bank(), water.bank(), style);
  }

  /** In town, now and then: stairs up, a deck, stairs down. */
  private void footbridge(Waterway water, int at, Dice dice) {
    double u = water.vertical() ? water.line() : at;
    double v = water.vertical() ? at : water.line();
    boolean town = settlement.nearestRadii(new int[] {(int) u, (int) v, (int) u, (int) v}) < 1;
    if (town && dice.chance(0.45) && joinsLand(water, at, 0)) {
      int inner = water.bank() - FOOT_STEPS_METERS;
      run(water, at, -water.bank(), -inner, steps);
      run(water, at, -inner, inner, deck);
      run(water, at, inner, water.bank(), steps);
    }
  }

  private void run(Waterway water, int at, int from, int to, int style) {
    int line = water.line();
    if (water.vertical()) {
      segments.add(line + from, at, line + to, at, style);
    } else {
      segments.add(at, line + from, at, line + to, style);
    }
  }
}
