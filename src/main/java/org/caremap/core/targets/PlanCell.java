package org.caremap.core.targets;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell.
 *
 * @param text as written, trimmed
 * @param number null where the cell is blank or no number
 * @param decimals digits after the point
 */
record PlanCell(String text, @Nullable Double number, int decimals) {
  private static final PlanCell BLANK = new PlanCell("", null, 0);
  private static final Set<String> NOTHING =
      Set.of("", "-", "--", "—", "——", "–", "/", "\\", "无", "n/a", "na", "null", "...", "·");
  private static final Pattern NUMBER =
      Pattern.compile("([-+−]?\\d+(?:,\\d{3})*)(\\.\\d+)? ?(?:[个家所处张户人名座间]|%|万元|元)?");

  static PlanCell of(String raw) {
    String text = HeaderText.trim(raw);
    if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
      return BLANK;
    }
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return new PlanCell(text, null, 0);
    }
    String fraction = matcher.group(2) == null ? "" : matcher.group(2);
    String whole = matcher.group(1).replace(",", "").replace('−', '-');
    int decimals = Math.max(0, fraction.replaceAll("0+$", "").length() - 1);
    return new PlanCell(text, Double.valueOf(whole + fraction), decimals);
  }

  boolean isBlank() {
    return text.isEmpty();
  }

  boolean isText() {
    return number == null && !isBlank();
  }
}
