package org.caremap.core.targets;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headers and labels without what differs between typists: width, case, spaces, units. */
final class HeaderText {
  private static final Pattern UNIT = Pattern.compile("\\((个|家|所|处|张|户|人|名|座|间|万元|元)(/[^)]*)?\\)");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u3000\\u00a0\\ufeff]+");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}%.#]+");

  private HeaderText() {}

  /** Half width, without spaces at the ends. */
  static String trim(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return SPACES.matcher(narrow).replaceAll(" ").strip();
  }

  /** Chinese: without any space and unit; otherwise lower case with underscores. */
  static String plain(String header) {
    String narrow = trim(header);
    if (isHan(narrow)) {
      String close = SPACES.matcher(narrow).replaceAll("");
      return UNIT.matcher(close).replaceAll("").toLowerCase(Locale.ROOT);
    }
    String snake = CAMEL.matcher(narrow).replaceAll("_").toLowerCase(Locale.ROOT);
    String joined = NOT_WORD.matcher(snake).replaceAll("_");
    return joined.replaceAll("^_+|_+$", "");
  }

  static boolean isHan(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /** Names compare without spaces and case. */
  static String name(String text) {
    String narrow = trim(text);
    return isHan(narrow)
        ? SPACES.matcher(narrow).replaceAll("").toLowerCase(Locale.ROOT)
        : narrow.toLowerCase(Locale.ROOT);
  }
}
