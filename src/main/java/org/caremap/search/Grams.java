package org.caremap.search;

import java.util.Set;

/**
 * Pieces of a text that its index entries are found by: {@code c} characters and pairs of them,
 * {@code p} three letters in a row of any reading, {@code s} the first two letters of a syllable or
 * word, {@code i} one, two or three first letters in a row, {@code ^} the very first letter or
 * character. The same pieces are taken from names and from what is typed.
 */
final class Grams {
  private static final String[] NONE = {};

  private Grams() {}

  /**
   * Adds every piece of a name.
   *
   * @param name normalized
   */
  static void ofName(String name, Set<String> into) {
    characters(name, into);
    letters(name, into);
    syllables(name, into);
    initials(name, false, into);
  }

  /** Chinese characters and pairs of them. */
  static void characters(String text, Set<String> into) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SearchText.isHan(c)) {
        into.add("c" + c);
        if (SearchText.isHan(before)) {
          into.add("c" + before + c);
        }
        if (i == 0) {
          into.add("^" + c);
        }
      }
      if (c != ' ') {
        before = c;
      }
    }
  }

  /** Three letters in a row, over the borders of syllables and words, in every reading. */
  static void letters(String text, Set<String> into) {
    String joined = SearchText.joined(text);
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      if (SearchText.isHan(c)) {
        for (String reading : Readings.of(c)) {
          for (int k = 0; k < reading.length(); k++) {
            follow("p" + reading.charAt(k), reading, k + 1, joined, i + 1, into);
          }
        }
      } else {
        follow("p" + c, "", 0, joined, i + 1, into);
      }
    }
  }

  private static void follow(
      String start, String reading, int k, String text, int i, Set<String> into) {
    if (start.length() == 4) {
      into.add(start);
    } else if (k < reading.length()) {
      follow(start + reading.charAt(k), reading, k + 1, text, i, into);
    } else if (i < text.length()) {
      char c = text.charAt(i);
      if (SearchText.isHan(c)) {
        for (String next : Readings.of(c)) {
          follow(start + next.charAt(0), next, 1, text, i + 1, into);
        }
      } else {
        follow(start + c, "", 0, text, i + 1, into);
      }
    }
  }

  /** The first two letters of every syllable and word. */
  static void syllables(String text, Set<String> into) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SearchText.isHan(c)) {
        for (String reading : Readings.of(c)) {
          if (reading.length() > 1) {
            into.add("s" + reading.substring(0, 2));
          }
        }
      } else if (c != ' '
          && (i == 0 || !isWordLetter(text.charAt(i - 1)))
          && i + 1 < text.length()
          && isWordLetter(text.charAt(i + 1))) {
        into.add("s" + c + text.charAt(i + 1));
      }
    }
  }

  /**
   * First letters in a row. A pair also where the end of a part is left out in between.
   *
   * @param text a name, or what was typed
   * @param everyLetter whether every Latin letter may be a first letter, as in what was typed
   */
  static void initials(String text, boolean everyLetter, Set<String> into) {
    // Up to two first letters before; where a part ended, what was before its last word.
    String[] before = NONE;
    String[] twoBefore = NONE;
    String[] beforeSuffix = NONE;
    int suffixEnd = -1;
    boolean first = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || !everyLetter && i > 0 && isSameRun(text.charAt(i - 1), c)) {
        continue;
      }
      if (i >= suffixEnd && i > 0) {
        int suffix = NameParts.suffixAt(text, i);
        if (suffix > 0) {
          beforeSuffix = before;
          suffixEnd = i + suffix;
        }
      }
      String[] own = firstLetters(c);
      for (String letter : own) {
        into.add("i" + letter);
        if (first) {
          into.add("^" + letter);
        }
        for (String b : before) {
          into.add("i" + b + letter);
          for (String a : twoBefore) {
            into.add("i" + a + b + letter);
          }
        }
        if (i == suffixEnd) {
          for (String b : beforeSuffix) {
            into.add("i" + b + letter);
          }
        }
      }
      twoBefore = before;
      before = own;
      first = false;
    }
  }

  private static String[] firstLetters(char c) {
    if (!SearchText.isHan(c)) {
      return new String[] {String.valueOf(c)};
    }
    return java.util.Arrays.stream(Readings.of(c))
        .map(reading -> reading.substring(0, 1))
        .distinct()
        .toArray(String[]::new);
  }

  /** Letters of one word have one first letter; every digit stands for itself. */
  private static boolean isSameRun(char before, char c) {
    return Character.isLetter(before)
        && !SearchText.isHan(before)
        && Character.isLetter(c)
        && !SearchText.isHan(c);
  }

  private static boolean isWordLetter(char c) {
    return c != ' ' && !SearchText.isHan(c);
  }
}
