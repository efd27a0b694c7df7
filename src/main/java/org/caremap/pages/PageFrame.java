package org.caremap.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param t its words
 * @param lang {@code <html lang>}
 * @param size {@code standard} or {@code large}
 * @param root relative address of the product's root, ends with a slash
 * @param title of the document
 * @param description for search engines and previews
 * @param canonical lasting address of this page in this language; null where it has none
 * @param alternates the same page in each language
 * @param otherLanguage address of this page in the other language
 * @param otherSize address of this page in the other text size
 * @param home address of the search page
 * @param communities address of the index of communities
 * @param map address of the map
 * @param adviser address of the care adviser
 * @param sample whether sample data are shown
 * @param hotlines numbers at the foot, the county's first
 * @param attribution whom to credit
 * @param jsonLd schema.org data, safe to stand in a script element; null where there is none
 * @param indexed whether search engines may list it
 */
record PageFrame(
    PageTexts t,
    String lang,
    String size,
    String root,
    String title,
    String description,
    @Nullable String canonical,
    List<Alternate> alternates,
    String otherLanguage,
    String otherSize,
    String home,
    String communities,
    String map,
    String adviser,
    boolean sample,
    List<HotlineNumber> hotlines,
    List<String> attribution,
    @Nullable String jsonLd,
    boolean indexed) {
  /** The same page in a language. */
  record Alternate(String lang, String href) {}

  /** A number that everybody may call. */
  record HotlineNumber(String name, String phone, String tel) {}

  /** Whether text is large. */
  public boolean large() {
    return size.equals("large");
  }
}
