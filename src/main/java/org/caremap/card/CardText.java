package org.caremap.card;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.caremap.print.MessageFile;

/** The words of a card in one language, from {@code card_zh.properties} and {@code card_en}. */
public enum CardText {
  ZH("zh", "zh-CN", "yyyy年M月d日"),
  EN("en", "en", "d MMMM yyyy");

  private final String code;
  private final String htmlLang;
  private final DateTimeFormatter date;
  private final MessageFile words;

  CardText(String code, String htmlLang, String datePattern) {
    this.code = code;
    this.htmlLang = htmlLang;
    date = DateTimeFormatter.ofPattern(datePattern, Locale.ENGLISH);
    words = new MessageFile(CardText.class, "card_" + code + ".properties");
  }

  /** Code as in the address. */
  public String code() {
    return code;
  }

  /** The other language. */
  CardText other() {
    return this == ZH ? EN : ZH;
  }

  /** Language tag of pages and documents. */
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
