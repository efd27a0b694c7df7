package org.caremap.imports.table;

import java.text.Normalizer;
import java.util.Locale;

/** Text as people type it into tables, made comparable. */
final class Texts {
  private Texts() {}

  /** Without blanks at either end, also full-width, non-breaking and zero-width ones. */
  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Full-width forms as half-width ones (１２ as 12, （ as a bracket), then trimmed. */
  static String halfWidth(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return trim(Normalizer.normalize(text, Normalizer.Form.NFKC));
      }
    }
    return trim(text);
  }

  /**
   * What two spellings of one name share: no case, blanks, {@code _} or {@code -}; but a leading
   * {@code -} stays, for -1 is not 1.
   */
  static String key(String name) {
    String half = halfWidth(name).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(half.length());
    for (int i = 0; i < half.length(); i++) {
      char c = half.charAt(i);
      if (!isBlank(c) && c != '_' && (c != '-' || i == 0)) {
        key.append(c);
      }
    }
    return key.toString();
  }

  /** What two spellings of a marker such as {@code N/A} or {@code —} share. */
  static String marker(String text) {
    return halfWidth(text).toLowerCase(Locale.ROOT);
  }

  /** Index of the first control character that is neither tab nor line break, or -1. */
  static int controlCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD' || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBlank(char c) {
    return (c <= ' ' && !isOddControl(c))
        || Character.isWhitespace(c)
        || c == '\u00A0'
        || c == '\u2007'
        || c == '\u202F'
        || c == '\u200B'
        || c == '\uFEFF';
  }

  private static boolean isOddControl(char c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r';
  }
}
