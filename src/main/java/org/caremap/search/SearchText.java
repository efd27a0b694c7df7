package org.caremap.search;

import com.github.houbb.nlp.common.format.ICharFormat;
import com.github.houbb.nlp.common.format.impl.CharFormats;
import java.text.Normalizer;

/**
 * Texts as they are compared: full width made half, lower case, no accents, simplified characters,
 * and one blank for whatever is neither letter nor digit.
 */
final class SearchText {
  private static final ICharFormat SIMPLIFIED = CharFormats.chineseSimple();

  private SearchText() {}

  /** The text as it is compared; empty if it has neither letters nor digits. */
  static String normalized(String text) {
    // Compatibility forms fold full width, ligatures and circled numbers; then accents come off.
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(folded.length());
    boolean blank = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      int type = Character.getType(c);
      if (type == Character.NON_SPACING_MARK || c == '\'' || c == '’') {
        // O'Neill is sought as oneill, xi'an as xian.
        continue;
      }
      if (!Character.isLetterOrDigit(c)) {
        blank = true;
        continue;
      }
      if (blank && !out.isEmpty()) {
        out.append(' ');
      }
      blank = false;
      if (isHan(c)) {
        out.append(SIMPLIFIED.format(c));
      } else if (c == 'ß') {
        out.append("ss");
      } else {
        out.append(Character.toLowerCase(c));
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /** Without blanks. */
  static String joined(String normalized) {
    return normalized.replace(" ", "");
  }

  /** Whether a character is one of those that have a sound of their own. */
  static boolean isHan(char c) {
    return c >= 0x3007 && Character.isIdeographic(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Sounds that southern speakers do not tell apart made one: zh and z, ch and c, sh and s, -ng and
   * -n, l and n.
   */
  static String folded(String latin) {
    StringBuilder out = new StringBuilder(latin.length());
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      char before = i == 0 ? ' ' : latin.charAt(i - 1);
      boolean silent =
          c == 'h' && (before == 'z' || before == 'c' || before == 's')
              || c == 'g' && before == 'n';
      if (!silent) {
        out.append(c == 'l' ? 'n' : c);
      }
    }
    return out.toString();
  }
}
