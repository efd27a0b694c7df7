package org.caremap.hours;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about one day, on a line of minutes from its midnight; past 1440 it lies in
 * the next day. A later rule paints over an earlier one. Where nothing is painted it is closed.
 */
final class DayLine {
  /** Minutes of a day without a change of clocks. */
  static final int DAY = 1440;

  /** Disjoint, in order. */
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * A stretch with one state.
   *
   * @param start minutes from midnight, inclusive
   * @param end exclusive
   * @param openEnd whether the end is not the closing time but only how far the line goes
   * @param comment the publisher's words
   * @param why reason of UNKNOWN where no comment says it
   */
  record Piece(
      int start,
      int end,
      HoursState state,
      boolean openEnd,
      @Nullable String comment,
      @Nullable String why) {

    private Piece cut(int from, int to) {
      return new Piece(from, to, state, openEnd && to == end, comment, why);
    }
  }

  List<Piece> pieces() {
    return pieces;
  }

  void clear() {
    pieces.clear();
  }

  /** Whether a rule said that it is closed all day. */
  boolean isOff() {
    return pieces.size() == 1
        && pieces.get(0).state() == HoursState.CLOSED
        && pieces.get(0).start() == 0
        && pieces.get(0).end() >= DAY;
  }

  /** Puts a piece over whatever is there. */
  void paint(Piece piece) {
    List<Piece> rest = new ArrayList<>();
    for (Piece old : pieces) {
      if (old.start() < piece.start()) {
        rest.add(old.cut(old.start(), Math.min(old.end(), piece.start())));
      }
      if (old.end() > piece.end()) {
        rest.add(old.cut(Math.max(old.start(), piece.end()), old.end()));
      }
    }
    rest.add(piece);
    rest.sort(Comparator.comparingInt(Piece::start));
    pieces.clear();
    pieces.addAll(rest);
  }

  /** Puts a piece only where it is closed. */
  void fill(Piece piece) {
    List<Piece> open = pieces.stream().filter(old -> old.state() != HoursState.CLOSED).toList();
    paint(piece);
    open.forEach(this::paint);
  }

  /**
   * Two readings of one day: where they differ nothing is sure.
   *
   * @param why reason for where they differ
   */
  static DayLine merge(DayLine a, DayLine b, String why) {
    TreeSet<Integer> bounds = new TreeSet<>();
    for (DayLine line : List.of(a, b)) {
      for (Piece piece : line.pieces) {
        bounds.add(piece.start());
        bounds.add(piece.end());
      }
    }
    DayLine merged = new DayLine();
    Integer from = null;
    for (int to : bounds) {
      if (from != null) {
        Piece first = a.at(from);
        Piece second = b.at(from);
        if (state(first) != state(second)) {
          merged.paint(new Piece(from, to, HoursState.UNKNOWN, false, null, why));
        } else if (first != null) {
          merged.paint(first.cut(from, to));
        }
      }
      from = to;
    }
    return merged;
  }

  private @Nullable Piece at(int minute) {
    for (Piece piece : pieces) {
      if (piece.start() <= minute && minute < piece.end()) {
        return piece;
      }
    }
    return null;
  }

  private static HoursState state(@Nullable Piece piece) {
    return piece == null ? HoursState.CLOSED : piece.state();
  }
}
