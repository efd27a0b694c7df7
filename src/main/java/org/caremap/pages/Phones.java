package org.caremap.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads telephone numbers out of what people wrote in the field. */
final class Phones {
  // A number may be grouped by blanks, dashes or brackets; less than three digits is none.
  private static final Pattern NUMBER = Pattern.compile("\\+?[(（]?\\d(?:[-–() （）]{0,2}\\d){2,19}");

  private Phones() {}

  /**
   * A number that can be dialled.
   *
   * @param shown as written
   * @param tel address for a link, with its scheme
   */
  record Phone(String shown, String tel) {}

  /** Every number in the text, in order; empty where there is none. */
  static List<Phone> in(String text) {
    List<Phone> phones = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      phones.add(new Phone(matcher.group(), tel(matcher.group())));
    }
    return phones;
  }

  /** The number as a link. */
  static String tel(String number) {
    String plus = number.startsWith("+") ? "+" : "";
    return "tel:" + plus + number.replaceAll("\\D", "");
  }
}
