package org.caremap.sample;

import org.caremap.sample.StreetSink.Road;

/** Draws the streets around and inside each parcel. */
final class Blocks {
  private static final int LEFT = 0;
  private static final int BOTTOM = 1;
  private static final int RIGHT = 2;
  private static final int TOP = 3;

  private final Segments segments;
  private final Scenery scenery;
  private final Names names;
  private final int path;
  private final int gate;
  private final int service;
  private final int drive;
  private final int lane;

  Blocks(Segments segments, Scenery scenery, Names names) {
    this.segments = segments;
    this.scenery = scenery;
    this.names = names;
    path = segments.style(Style.loose(Road.PATH, null, 0.12));
    gate = segments.style(Style.street(Road.SERVICE, null));
    service = segments.style(Style.loose(Road.SERVICE, null, 0.06));
    drive = segments.style(Style.street(Road.SERVICE, null));
    lane = segments.style(Style.loose(Road.RESIDENTIAL, null, 0.18));
  }

  /** The streets along a parcel's four sides. */
  void sides(int[] box, int[] styles) {
    segments.add(box[LEFT], box[BOTTOM], box[LEFT], box[TOP], styles[LEFT]);
    segments.add(box[LEFT], box[BOTTOM], box[RIGHT], box[BOTTOM], styles[BOTTOM]);
    segments.add(box[RIGHT], box[BOTTOM], box[RIGHT], box[TOP], styles[RIGHT]);
    segments.add(box[LEFT], box[TOP], box[RIGHT], box[TOP], styles[TOP]);
  }

  /** Town streets: the parcel cut into blocks, each block filled. */
  void town(int[] box, double blockMeters, Dice dice) {
    int width = box[RIGHT] - box[LEFT];
    int height = box[TOP] - box[BOTTOM];
    if (Math.max(width, height) <= blockMeters * dice.between(1.2, 1.6)) {
      block(box, dice);
      return;
    }
    int axis = width >= height ? 0 : 1;
    int at = box[axis] + (int) (Math.max(width, height) * dice.between(0.36, 0.64));
    int style =
        segments.style(
            Style.loose(
                dice.pick(Road.RESIDENTIAL, Road.RESIDENTIAL, Road.MINOR), names.lane(dice), 0.05));
    int[] low = box.clone();
    int[] high = box.clone();
    low[axis + 2] = at;
    high[axis] = at;
    if (axis == 0) {
      segments.add(at, box[BOTTOM], at, box[TOP], style);
    } else {
      segments.add(box[LEFT], at, box[RIGHT], at, style);
    }
    town(low, blockMeters, dice);
    town(high, blockMeters, dice);
  }

  private void block(int[] box, Dice dice) {
    int width = box[RIGHT] - box[LEFT];
    int height = box[TOP] - box[BOTTOM];
    double kind = dice.unit();
    if (Math.min(width, height) < 75) {
      return;
    }
    if (kind < 0.07 && Math.min(width, height) > 110) {
      park(box, dice);
    } else if (kind < 0.70 && Math.min(width, height) > 105) {
      compound(box, dice);
    } else if (kind < 0.93) {
      alley(box, dice);
    }
  }

  /** A walled compound 小区: a loop with rows of houses, reached by one to three gates. */
  private void compound(int[] box, Dice dice) {
    int margin = dice.whole(22, 30);
    int left = box[LEFT] + margin;
    int bottom = box[BOTTOM] + margin;
    int right = box[RIGHT] - margin;
    int top = box[TOP] - margin;
    sides(new int[] {left, bottom, right, top}, new int[] {gate, gate, gate, gate});
    int rows = Math.max(1, (top - bottom) / dice.whole(42, 56));
    for (int row = 1; row < rows; row++) {
      int v = bottom + (top - bottom) * row / rows;
      segments.add(left, v, right, v, path);
    }
    if (right - left > 130) {
      int u = left + (right - left) * dice.whole(45, 55) / 100;
      segments.add(u, bottom, u, bottom + (top - bottom) / rows, path);
    }
    int gates = right - left > 120 ? dice.whole(1, 3) : dice.whole(1, 2);
    int side = dice.below(4);
    for (int i = 0; i < gates; i++) {
      int u = left + (int) ((right - left) * dice.between(0.3, 0.7));
      int v = bottom + (int) ((top - bottom) * dice.between(0.3, 0.7));
      switch ((side + i) % 4) {
        case LEFT -> segments.add(box[LEFT], v, left, v, gate);
        case BOTTOM -> segments.add(u, box[BOTTOM], u, bottom, gate);
        case RIGHT -> segments.add(right, v, box[RIGHT], v, gate);
        default -> segments.add(u, top, u, box[TOP], gate);
      }
    }
  }

  /** A green block with crossing paths and sometimes a pond. */
  private void park(int[] box, Dice dice) {
    scenery.parks.addAll(box[LEFT] + 8, box[BOTTOM] + 8, box[RIGHT] - 8, box[TOP] - 8);
    int width = box[RIGHT] - box[LEFT];
    int height = box[TOP] - box[BOTTOM];
    int u = box[LEFT] + (int) (width * dice.between(0.3, 0.45));
    int v = box[BOTTOM] + (int) (height * dice.between(0.3, 0.7));
    int steady = gate;
    segments.add(box[LEFT], box[BOTTOM] + height / 4, u, v, steady);
    segments.add(u, v, box[LEFT] + width / 4, box[TOP], path);
    segments.add(box[LEFT] + width * 3 / 4, box[BOTTOM], u, v, path);
    if (dice.chance(0.6)) {
      int radius = Math.min(width, height) / 6;
      int middle = box[RIGHT] - width / 4;
      int level = box[BOTTOM] + height * 2 / 3;
      scenery.ponds.addAll(middle - radius, level - radius, middle + radius, level + radius);
    } else {
      segments.add(u, v, box[RIGHT], box[BOTTOM] + height * 2 / 3, path);
    }
  }

  /** An ordinary block with a lane through it and a yard off the lane. */
  private void alley(int[] box, Dice dice) {
    int u = box[LEFT] + (int) ((box[RIGHT] - box[LEFT]) * dice.between(0.35, 0.65));
    int v = box[BOTTOM] + (int) ((box[TOP] - box[BOTTOM]) * dice.between(0.35, 0.65));
    if (box[RIGHT] - box[LEFT] > box[TOP] - box[BOTTOM]) {
      segments.add(u, box[BOTTOM], u, box[TOP], service);
      segments.add(u, v, u + dice.pick(-1, 1) * dice.whole(25, 40), v, path);
    } else {
      segments.add(box[LEFT], v, box[RIGHT], v, service);
      segments.add(u, v, u, v + dice.pick(-1, 1) * dice.whole(25, 40), path);
    }
  }

  /** A village's middle: a few lanes of houses in one corner of the parcel, country around. */
  void village(int[] box, double rowMeters, Dice dice) {
    int width = box[RIGHT] - box[LEFT];
    int height = box[TOP] - box[BOTTOM];
    int across = (int) Math.min(width * 0.6, dice.between(240, 400));
    int up = (int) Math.min(height * 0.6, dice.between(220, 360));
    int street = segments.style(Style.street(Road.RESIDENTIAL, names.lane(dice)));
    int u = box[LEFT] + across;
    int v = box[BOTTOM] + up;
    segments.add(u, box[BOTTOM], u, box[TOP], street);
    segments.add(box[LEFT], v, u, v, street);
    hamlet(new int[] {box[LEFT], box[BOTTOM], u, v}, dice);
    country(new int[] {box[LEFT], v, u, box[TOP]}, rowMeters, dice);
    country(new int[] {u, box[BOTTOM], box[RIGHT], box[TOP]}, rowMeters, dice);
  }

  private void hamlet(int[] box, Dice dice) {
    int middle = box[LEFT] + (int) ((box[RIGHT] - box[LEFT]) * dice.between(0.4, 0.6));
    segments.add(middle, box[BOTTOM], middle, box[TOP], lane);
    for (int i = 1; i < 4; i++) {
      int v = box[BOTTOM] + (box[TOP] - box[BOTTOM]) * i / 4;
      segments.add(dice.chance(0.6) ? box[LEFT] : middle, v, middle, v, service);
      segments.add(middle, v, dice.chance(0.6) ? box[RIGHT] : middle + 60, v, service);
    }
  }

  /** Country: rows of farmhouses along lanes that follow the ditches, with short drives. */
  void country(int[] box, double rowMeters, Dice dice) {
    boolean upright = dice.chance(0.14);
    int axis = upright ? 0 : 1;
    int depth = box[axis + 2] - box[axis];
    int rows = Math.max(1, (int) Math.rint(depth / (rowMeters * dice.between(0.8, 1.2))));
    int from = box[1 - axis];
    int to = box[3 - axis];
    for (int row = 0; row < rows; row++) {
      int start = box[axis] + depth * row / rows;
      int end = box[axis] + depth * (row + 1) / rows;
      if (row > 0) {
        line(upright, start, from, to, lane);
      }
      ditch(upright, (start + end) / 2 + dice.whole(-8, 8), from, to, dice);
      drives(upright, start, end, from, to, dice);
    }
  }

  private void ditch(boolean upright, int at, int from, int to, Dice dice) {
    int start = from + dice.whole(25, 60);
    int end = to - dice.whole(25, 60);
    if (dice.chance(0.75) && end - start > 120) {
      if (upright) {
        scenery.ditches.addAll(at, start, at, end);
      } else {
        scenery.ditches.addAll(start, at, end, at);
      }
    }
  }

  private void drives(boolean upright, int start, int end, int from, int to, Dice dice) {
    int reach = (end - start) / 2 - 22;
    int at = from + dice.whole(60, 400);
    while (at < to - 50 && reach > 30) {
      int length = dice.whole(30, Math.min(95, reach));
      boolean low = dice.chance(0.5);
      line(!upright, at, low ? start : end - length, low ? start + length : end, drive);
      at += dice.whole(260, 720);
    }
  }

  private void line(boolean upright, int at, int from, int to, int style) {
    if (upright) {
      segments.add(at, from, at, to, style);
    } else {
      segments.add(from, at, to, at, style);
    }
  }
}
