package org.caremap.print;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.fontbox.ttf.CmapSubtable;
import org.jspecify.annotations.Nullable;

/**
 * A font's characters, in which a glyph that several share is known by the one that people write.
 * The font draws 民 and the radical ⺠, 老 and ⽼, – and ‒ by one glyph each; the PDF library would
 * note the first in order, so that nobody could search a document for 养老 or have it read aloud.
 */
final class PlainCharacters extends CmapSubtable {
  private final CmapSubtable font;

  PlainCharacters(CmapSubtable font) {
    this.font = font;
    setPlatformId(font.getPlatformId());
    setPlatformEncodingId(font.getPlatformEncodingId());
  }

  @Override
  public int getGlyphId(int characterCode) {
    return font.getGlyphId(characterCode);
  }

  @Override
  public @Nullable List<Integer> getCharCodes(int glyph) {
    List<Integer> codes = font.getCharCodes(glyph);
    if (codes == null || codes.size() < 2) {
      return codes;
    }
    List<Integer> plainFirst = new ArrayList<>(codes);
    plainFirst.sort(
        Comparator.<Integer, Boolean>comparing(PlainCharacters::isOdd)
            .thenComparing(Comparator.naturalOrder()));
    return plainFirst;
  }

  private static boolean isOdd(int c) {
    Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
    return block == Character.UnicodeBlock.CJK_RADICALS_SUPPLEMENT
        || block == Character.UnicodeBlock.KANGXI_RADICALS
        || block == Character.UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS
        || block == Character.UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS_SUPPLEMENT
        || c == '\u2012';
  }
}
