package org.caremap.search;

import java.util.Arrays;

/**
 * How well what was typed fits the best-fitting part of a name: a bounded edit distance
 * (Damerau-Levenshtein with swaps of neighbours, "optimal string alignment") between the letters
 * typed and all ways of writing the name.
 *
 * <p>Costs add up: {@value #TYPO} a typo, less than that in all for where the part lies. Digits
 * never are typos: another house number is another house.
 *
 * <p>Scratch space belongs to one search; not thread-safe.
 */
final class NameMatcher extends NameWalk {
  /** Cost of a wrong, missing, extra or swapped letter or character. */
  static final int TYPO = 100;

  /** The part starts where a later part of the name does. */
  static final int START_PART = 3;

  /** The part starts elsewhere. */
  static final int START_INSIDE = 5;

  /** Parts of the name are left out in between. */
  static final int GAP = 4;

  /** Another character of the same sound. */
  static final int HOMOPHONE = 9;

  /** No fit within the budget. */
  static final int NONE = 1_000_000;

  /**
   * One column of the distance table.
   *
   * <p>{@code cost[j]}: least cost of {@code j} letters typed. {@code swapped[j]}: least cost where
   * letter {@code j + 1} typed was the last one of the name, and letter {@code j} is awaited next.
   */
  private static final class Column {
    private int[] cost = new int[16];
    private int[] swapped = new int[16];

    void clear(int length) {
      if (cost.length <= length) {
        cost = new int[2 * length];
        swapped = new int[2 * length];
      }
      Arrays.fill(cost, 0, length + 1, NONE);
      Arrays.fill(swapped, 0, length + 1, NONE);
    }

    void lower(Column other, int length) {
      for (int j = 0; j <= length; j++) {
        cost[j] = Math.min(cost[j], other.cost[j]);
        swapped[j] = Math.min(swapped[j], other.swapped[j]);
      }
    }
  }

  private Column now = new Column();
  private Column next = new Column();
  private Column letters = new Column();
  private Column moreLetters = new Column();

  /** Where a part of the name ended: it may be taken up at any later part. */
  private final Column partEnds = new Column();

  /** After the first letter of a Latin word. */
  private final Column wordStart = new Column();

  private char[] typed = {};
  private int length;
  private boolean typos;
  private int best;

  /**
   * Cost of the best fit.
   *
   * @param text typed, normalized, without blanks, not empty
   * @param name normalized
   * @param way how the name may be written
   * @param mostTypos at least 0
   * @return the cost, or {@link #NONE} with more typos
   */
  int cost(String text, String name, Way way, int mostTypos) {
    typed = text.toCharArray();
    length = typed.length;
    typos = mostTypos > 0;
    best = NONE;
    for (Column column : new Column[] {now, next, letters, moreLetters, partEnds, wordStart}) {
      column.clear(length);
    }
    walk(name, way);
    return best < (mostTypos + 1) * TYPO ? best : NONE;
  }

  @Override
  void end(int cost) {
    // With a typo 3 号 would be the start of 31 号.
    if (!typos || cost != END_IN_NUMBER) {
      end(now, cost);
    }
  }

  private void end(Column at, int cost) {
    best = Math.min(best, at.cost[length] + cost);
  }

  @Override
  void endPart() {
    for (int j = 1; j <= length; j++) {
      partEnds.cost[j] = Math.min(partEnds.cost[j], now.cost[j]);
    }
  }

  @Override
  void startWord() {
    wordStart.clear(length);
    wordStart.lower(now, length);
  }

  @Override
  void endWord() {
    for (int j = 1; j <= length; j++) {
      now.cost[j] = Math.min(now.cost[j], wordStart.cost[j]);
    }
  }

  @Override
  void start(boolean nameStart, boolean partStart, boolean insideNumber) {
    int[] cost = now.cost;
    if (nameStart) {
      cost[0] = 0;
    } else if (partStart) {
      for (int j = 1; j <= length; j++) {
        cost[j] = Math.min(cost[j], partEnds.cost[j] + GAP);
      }
      cost[0] = Math.min(cost[0], START_PART);
    } else if (!insideNumber) {
      cost[0] = Math.min(cost[0], START_INSIDE);
    }
    if (typos) {
      for (int j = 1; j <= length; j++) {
        if (!SearchText.isDigit(typed[j - 1])) {
          cost[j] = Math.min(cost[j], cost[j - 1] + TYPO);
        }
      }
    }
  }

  @Override
  void letter(char c) {
    step(now, next, c);
    Column spare = now;
    now = next;
    next = spare;
  }

  @Override
  void character(char c, Way way) {
    step(now, next, c);
    if (way != Way.LITERAL) {
      homophones(c);
      for (String reading : way == Way.FOLDED ? Readings.foldedOf(c) : Readings.of(c)) {
        reading(reading, way == Way.INITIALS);
      }
    }
    Column spare = now;
    now = next;
    next = spare;
  }

  private void homophones(char c) {
    for (int j = 0; j < length; j++) {
      char t = typed[j];
      if (now.cost[j] < NONE && t != c && SearchText.isHan(t) && Readings.alike(t, c)) {
        next.cost[j + 1] = Math.min(next.cost[j + 1], now.cost[j] + HOMOPHONE);
      }
    }
  }

  private void reading(String reading, boolean initials) {
    Column from = now;
    Column to = letters;
    Column spare = moreLetters;
    int last = reading.length() - 1;
    for (int k = 0; k <= last; k++) {
      step(from, to, reading.charAt(k));
      if (k < last) {
        end(to, END_INSIDE);
      }
      if (k == last || k == 0 && initials) {
        next.lower(to, length);
      }
      from = to;
      to = spare;
      spare = from;
    }
  }

  /** From before a letter of the name to after it. */
  private void step(Column from, Column to, char c) {
    int[] a = from.cost;
    int[] b = to.cost;
    if (!typos) {
      b[0] = NONE;
      for (int j = length; j > 0; j--) {
        b[j] = typed[j - 1] == c ? a[j - 1] : NONE;
      }
      return;
    }
    boolean digit = SearchText.isDigit(c);
    int missing = digit ? NONE : TYPO;
    b[0] = Math.min(NONE, a[0] + missing);
    to.swapped[length] = NONE;
    for (int j = 1; j <= length; j++) {
      char t = typed[j - 1];
      boolean number = SearchText.isDigit(t);
      int least = t == c ? a[j - 1] : digit || number ? NONE : a[j - 1] + TYPO;
      least = Math.min(least, a[j] + missing);
      if (!number) {
        least = Math.min(least, b[j - 1] + TYPO);
      }
      if (j > 1 && typed[j - 2] == c && !digit) {
        least = Math.min(least, from.swapped[j - 2]);
      }
      b[j] = Math.min(NONE, least);
      to.swapped[j - 1] = j < length && awaits(j, c) ? Math.min(NONE, a[j - 1] + TYPO) : NONE;
    }
  }

  /** Whether the letter of the name is the one typed after letter {@code j}. */
  private boolean awaits(int j, char c) {
    return typed[j] == c && !SearchText.isDigit(c) && !SearchText.isDigit(typed[j - 1]);
  }
}
