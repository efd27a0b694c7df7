package org.caremap.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.caremap.ledger.InputNames;
import org.caremap.platform.ProblemException;
import org.caremap.print.MessageFile;
import org.jspecify.annotations.Nullable;

/** The words of reports in one language, from {@code report_zh.properties} and its twin. */
public enum ReportText {
  ZH("zh", "zh-CN", "yyyy年M月d日"),
  EN("en", "en", "d MMMM yyyy");

  private final String code;
  private final String htmlLang;
  private final DateTimeFormatter date;
  private final MessageFile words;

  ReportText(String code, String htmlLang, String datePattern) {
    this.code = code;
    this.htmlLang = htmlLang;
    date = DateTimeFormatter.ofPattern(datePattern, Locale.ENGLISH);
    words = new MessageFile(ReportText.class, "report_" + code + ".properties");
  }

  /**
   * The language of a parameter, Chinese where it is absent.
   *
   * @throws ProblemException 400 naming the legal codes
   */
  static ReportText of(@Nullable String code) {
    return code == null
        ? ZH
        : Arrays.stream(values())
            .filter(text -> text.code.equals(code))
            .findFirst()
            .orElseThrow(() -> ProblemException.badParameter("lang", code, "zh or en"));
  }

  /** Language tag of documents. */
  public String htmlLang() {
    return htmlLang;
  }

  /** A text without gaps, for templates. */
  public String word(String key) {
    return get(key);
  }

  /**
   * A text with {@code {0}}, {@code {1}} … filled in.
   *
   * @throws IllegalArgumentException where no text has this key
   */
  String get(String key, Object... values) {
    return words.get(key, values);
  }

  /** The text of a code such as {@code reason.too-far}; the code itself where none is known. */
  String label(String group, @Nullable String value) {
    String text = value == null ? "" : words.find(group + "." + value);
    return text == null ? value : text;
  }

  /** Whether there is such a text. */
  boolean has(String key) {
    return words.find(key) != null;
  }

  /** What inputs of runs are called. */
  InputNames inputs() {
    return this == ZH ? InputNames.ZH : InputNames.EN;
  }

  /** A day in words. */
  String day(LocalDate day) {
    return date.format(day);
  }

  /** The one of two names that is in this language. */
  String pick(String zh, String en) {
    return this == ZH ? zh : en;
  }

  /** Every key, to compare languages. */
  Set<String> keys() {
    return words.keys();
  }
}
