package org.caremap.imports.table;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.regex.Pattern;

/** Guesses the delimiter from the header line. */
final class CsvDialect {
  private static final int SAMPLE = 1 << 16;
  private static final String CANDIDATES = ",;\t|";
  private static final Pattern HINT = Pattern.compile("(?i)sep=(.?)");

  private CsvDialect() {}

  /** The candidate that occurs most often outside quotes in the first line that is not blank. */
  static char delimiter(Reader reader) throws IOException {
    char[] sample = new char[SAMPLE];
    int length = 0;
    int read;
    while (length < SAMPLE && (read = reader.read(sample, length, SAMPLE - length)) > 0) {
      length += read;
    }
    String text = new String(sample, 0, length);
    int start = 0;
    while (start < length && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    String first = text.substring(start).lines().findFirst().orElse("");
    if (first.length() == 5 && HINT.matcher(first).matches()) {
      return first.charAt(4);
    }
    int[] counts = new int[CANDIDATES.length()];
    boolean quoted = false;
    for (int i = start; i < length; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && CANDIDATES.indexOf(c) >= 0) {
        counts[CANDIDATES.indexOf(c)]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return CANDIDATES.charAt(best);
  }

  /** Whether a first record is Excel's {@code sep=;} line rather than the header. */
  static boolean isSeparatorHint(List<String> fields) {
    return fields.size() <= 2 && HINT.matcher(fields.get(0)).matches();
  }
}
