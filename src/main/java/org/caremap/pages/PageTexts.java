package org.caremap.pages;

import io.quarkus.qute.TemplateData;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The words of all pages in one language, from {@code messages/pages_zh.properties} and _en. */
@TemplateData
public final class PageTexts {
  private static final PageTexts ZH = new PageTexts(PageLanguage.ZH);
  private static final PageTexts EN = new PageTexts(PageLanguage.EN);

  private final PageLanguage language;
  private final Properties texts = new Properties();

  private PageTexts(PageLanguage language) {
    this.language = language;
    String file = "/messages/pages_" + language.code() + ".properties";
    try (Reader in =
        new InputStreamReader(PageTexts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  static PageTexts of(PageLanguage language) {
    return language == PageLanguage.ZH ? ZH : EN;
  }

  PageLanguage language() {
    return language;
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  /**
   * The text of a key.
   *
   * @throws IllegalArgumentException where the file has none
   */
  public String get(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text '" + key + "' in " + language);
    }
    return text;
  }

  /** The text of a key with values in place of {0}, {1}, …, set as they are. */
  String with(String key, Object... values) {
    Object[] words = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      words[i] = String.valueOf(values[i]);
    }
    return new MessageFormat(get(key), Locale.ROOT).format(words);
  }
}
