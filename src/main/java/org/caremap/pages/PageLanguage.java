package org.caremap.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of a page. */
enum PageLanguage {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  PageLanguage(String tag) {
    this.tag = tag;
  }

  /** As in {@code ?lang=}. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As in {@code <html lang>}. */
  String tag() {
    return tag;
  }

  PageLanguage other() {
    return this == ZH ? EN : ZH;
  }

  /** Chinese unless English is asked for: a page is no place to refuse a misspelt link. */
  static PageLanguage of(@Nullable String code) {
    return "en".equals(code) ? EN : ZH;
  }

  /** The one of two texts that is in this language. */
  String pick(String zh, String en) {
    return this == ZH ? zh : en;
  }
}
