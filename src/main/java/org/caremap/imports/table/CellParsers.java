package org.caremap.imports.table;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.Util;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with a grammar of their own. */
final class CellParsers {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2})"
              + "|年(\\d{1,2})月(\\d{1,2})日?|(\\d{2})(\\d{2}))(?:[T ]\\d{1,2}:\\d{2}.*)?");

  private static final Pattern LIST = Pattern.compile("[,，;；、\\s]+");
  private static final Pattern CODE = Pattern.compile("[^\\p{Cntrl}]{1,40}");
  private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s\"<>]{1,1990}");
  private static final int LIST_LENGTH = 4000;

  private CellParsers() {}

  /** Codes of areas, separated by commas, semicolons or blanks. */
  static List<String> areaCodes(String label, String text) throws CellProblem {
    List<String> codes =
        LIST.splitAsStream(text).filter(code -> !code.isEmpty()).distinct().toList();
    if (String.join(",", codes).length() > LIST_LENGTH
        || !codes.stream().allMatch(code -> CODE.matcher(code).matches())) {
      throw new CellProblem(
          label,
          text,
          "is no list of area codes; legal are codes of 1 to 40 characters, separated by commas, at"
              + " most 4000 characters in all");
    }
    return codes;
  }

  /** An address that a link may lead to; scripts are not. */
  static String website(String label, String text) throws CellProblem {
    if (!WEBSITE.matcher(text).matches()) {
      throw new CellProblem(
          label, text, "is no web address; legal is one that begins with http:// or https://");
    }
    return text;
  }

  /** Year first: a date such as 03/04/2024 could be two days. */
  static LocalDate date(String label, String text) throws CellProblem {
    Matcher matcher = DATE.matcher(Texts.halfWidth(text));
    if (matcher.matches()) {
      for (int group = 2; group < matcher.groupCount(); group += 2) {
        if (matcher.group(group) != null) {
          try {
            return LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(group)),
                Integer.parseInt(matcher.group(group + 1)));
          } catch (DateTimeException e) {
            break;
          }
        }
      }
    }
    throw new CellProblem(
        label,
        text,
        "is not a date; legal is a day as 2024-05-31, 2024/5/31 or 2024年5月31日"
            + " (another order of day and month needs a mapping with \"date\")");
  }

  /**
   * Opening hours in OpenStreetMap's syntax, made regular (8:00 becomes 08:00).
   *
   * @see <a href="https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification">the
   *     grammar</a>
   */
  static String openingHours(String label, String text) throws CellProblem {
    String half = Texts.halfWidth(text);
    try {
      return Util.rulesToOpeningHoursString(
          new OpeningHoursParser(new StringReader(half)).rules(false));
    } catch (OpeningHoursParseException | TokenMgrError | RuntimeException e) {
      throw new CellProblem(
          label,
          text,
          "is not in OpenStreetMap's opening_hours syntax; legal is e.g. Mo-Fr 08:00-17:00, or"
              + " Mo-Su 10:30-13:00,16:30-18:00, or 24/7");
    }
  }
}
