package org.caremap.search;

import java.util.Locale;

/** How what was typed matched, best first. */
public enum SearchMatch {
  /** The whole name, as written. */
  EXACT,
  /** A part of it, as written. */
  NAME,
  /** As it sounds. */
  PINYIN,
  /** First letters of its syllables or words. */
  INITIALS,
  /** All but one or two letters or characters. */
  TYPO;

  /** Lower-case code as in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
