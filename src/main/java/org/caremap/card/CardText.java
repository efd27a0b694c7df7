package org.caremap.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The words of a card in one language, from {@code card_zh.properties} and {@code card_en}. */
public enum CardText {
  ZH("zh", "zh-CN", "yyyy年M月d日"),
  EN("en", "en", "d MMMM yyyy");

  private final String code;
  private final String htmlLang;
  private final DateTimeFormatter date;
  private final Properties words = new Properties();

  CardText(String code, String htmlLang, String datePattern) {
    this.code = code;
    this.htmlLang = htmlLang;
    date = DateTimeFormatter.ofPattern(datePattern, Locale.ENGLISH);
    String file = "card_" + code + ".properties";
    try (InputStream in = CardText.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the artefact");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
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
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("card_" + code + ".properties has no text '" + key + "'");
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
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
    return words.stringPropertyNames();
  }
}
