package org.caremap.search;

import java.util.HashMap;
import java.util.Map;

/**
 * Whether what was typed can fit a name at all, some thirty times faster than {@link NameMatcher}
 * says how well: the same walk with a bit for each letter typed (Wu & Manber, "Fast text searching
 * allowing errors", 1992; a second set of bits for letters swapped). Of a long text only the first
 * {@value #MOST_LETTERS} letters are looked at, so that a yes may be wrong; a no never is.
 *
 * <p>Scratch space belongs to one search; not thread-safe.
 */
final class NameFilter extends NameWalk {
  private static final int MOST_LETTERS = 60;
  private static final int LATIN = 128;

  // Bit j of a mask: letter j + 1 typed is this one. Bit j of a state: j letters typed are written.
  private final long[] latin = new long[LATIN];
  private final Map<Character, Long> others = new HashMap<>();
  private final long[] sounds = new long[Readings.MOST_SOUNDS];
  private final long numbers;
  private final long done;
  private final boolean anyHan;

  private State now = new State();
  private State next = new State();
  private State letters = new State();
  private State moreLetters = new State();
  private final State partEnds = new State();
  private final State wordStart = new State();
  private int errors;
  private boolean fits;

  /** Bits with no typo, one, two; and where a swap has begun, the first to cost one. */
  private static final class State {
    private long none;
    private long one;
    private long two;
    private long swappedOne;
    private long swappedTwo;

    void clear() {
      none = 0;
      one = 0;
      two = 0;
      swappedOne = 0;
      swappedTwo = 0;
    }

    void add(State other) {
      none |= other.none;
      one |= other.one;
      two |= other.two;
      swappedOne |= other.swappedOne;
      swappedTwo |= other.swappedTwo;
    }
  }

  /**
   * @param typed normalized, without blanks, not empty
   */
  NameFilter(String typed) {
    int length = Math.min(typed.length(), MOST_LETTERS);
    long digits = 0;
    boolean han = false;
    for (int j = 0; j < length; j++) {
      char c = typed.charAt(j);
      long bit = 1L << j;
      if (c < LATIN) {
        latin[c] |= bit;
      } else {
        others.merge(c, bit, (a, b) -> a | b);
      }
      if (SearchText.isDigit(c)) {
        digits |= bit;
      }
      if (SearchText.isHan(c)) {
        han = true;
        for (int sound : Readings.soundsOf(c)) {
          sounds[sound] |= bit;
        }
      }
    }
    numbers = digits;
    done = 1L << length;
    anyHan = han;
  }

  /**
   * Whether it may fit.
   *
   * @param name normalized
   * @param mostTypos 0, 1 or 2
   */
  boolean mayFit(String name, Way way, int mostTypos) {
    errors = mostTypos;
    fits = false;
    now.clear();
    partEnds.clear();
    wordStart.clear();
    walk(name, way);
    return fits;
  }

  @Override
  void start(boolean nameStart, boolean partStart, boolean insideNumber) {
    if (partStart) {
      now.none |= partEnds.none;
      now.one |= partEnds.one;
      now.two |= partEnds.two;
    }
    if (nameStart || partStart || !insideNumber) {
      now.none |= 1;
    }
    if (errors > 0) {
      insert(now);
    }
  }

  /** Letters typed too many. */
  private void insert(State at) {
    at.one |= (at.none & ~numbers) << 1;
    at.two |= (at.one & ~numbers) << 1;
  }

  @Override
  void letter(char c) {
    step(now, next, c);
    swapStates();
  }

  @Override
  void character(char c, Way way) {
    step(now, next, c);
    if (way != Way.LITERAL) {
      if (anyHan) {
        long alike = 0;
        for (int sound : Readings.soundsOf(c)) {
          alike |= sounds[sound];
        }
        next.none |= (now.none & alike) << 1;
        next.one |= (now.one & alike) << 1;
        next.two |= (now.two & alike) << 1;
      }
      for (String reading : way == Way.FOLDED ? Readings.foldedOf(c) : Readings.of(c)) {
        reading(reading, way == Way.INITIALS);
      }
    }
    swapStates();
  }

  private void reading(String reading, boolean initials) {
    State from = now;
    State to = letters;
    State spare = moreLetters;
    int last = reading.length() - 1;
    for (int k = 0; k <= last; k++) {
      step(from, to, reading.charAt(k));
      end(to);
      if (k == last || k == 0 && initials) {
        next.add(to);
      }
      from = to;
      to = spare;
      spare = from;
    }
  }

  private void step(State from, State to, char c) {
    long mask = c < LATIN ? latin[c] : anyHan || !SearchText.isHan(c) ? other(c) : 0;
    to.none = (from.none & mask) << 1;
    if (errors == 0) {
      return;
    }
    boolean digit = SearchText.isDigit(c);
    // A letter of the name is left out, or another one typed instead.
    long freely = digit ? 0 : -1;
    long notNumbers = freely & ~numbers;
    to.one =
        (from.one & mask) << 1
            | from.none & freely
            | (from.none & notNumbers) << 1
            | (to.none & ~numbers) << 1
            | (from.swappedOne & mask & notNumbers) << 2;
    to.swappedOne = from.none & mask >>> 1 & notNumbers;
    if (errors > 1) {
      to.two =
          (from.two & mask) << 1
              | from.one & freely
              | (from.one & notNumbers) << 1
              | (to.one & ~numbers) << 1
              | (from.swappedTwo & mask & notNumbers) << 2;
      to.swappedTwo = from.one & mask >>> 1 & notNumbers;
    }
  }

  private long other(char c) {
    return others.isEmpty() ? 0 : others.getOrDefault(c, 0L);
  }

  private void swapStates() {
    State spare = now;
    now = next;
    next = spare;
  }

  @Override
  void endPart() {
    partEnds.none |= now.none & ~1;
    partEnds.one |= now.one;
    partEnds.two |= now.two;
  }

  @Override
  void startWord() {
    wordStart.clear();
    wordStart.add(now);
  }

  @Override
  void endWord() {
    now.none |= wordStart.none;
  }

  @Override
  void end(int cost) {
    if (errors == 0 || cost != END_IN_NUMBER) {
      end(now);
    }
  }

  private void end(State at) {
    fits |= ((at.none | (errors > 0 ? at.one : 0) | (errors > 1 ? at.two : 0)) & done) != 0;
  }
}
