package org.caremap.card;

import java.util.List;

/**
 * What stands around the pages of this slice.
 *
 * @param text the language
 * @param size {@code standard} or {@code large}
 * @param paper whose page size a printer uses
 * @param title of the page
 * @param description for those who see a link to it
 * @param posted whether it answers a form, so that no address leads to it
 * @param indexed whether search engines may list it: the card of a community, nobody's own
 * @param hidden everything that was asked, to ask again with a change
 * @param calls numbers that always help
 * @param otherSizeHref the same page in the other text size
 * @param otherLanguageHref the same page in the other language
 */
public record CardFrame(
    CardText text,
    String size,
    Paper paper,
    String title,
    String description,
    boolean posted,
    boolean indexed,
    List<Field> hidden,
    List<Card.Call> calls,
    String otherSizeHref,
    String otherLanguageHref) {
  /** A value of a form. */
  public record Field(String name, String value) {}

  /** What links to other pages keep. */
  public String kept() {
    return "lang=" + text.code() + "&size=" + size;
  }

  /** Label of the switch of text size. */
  public String otherSizeWord() {
    return text.get(size.equals("large") ? "standard" : "larger");
  }

  /** Language of the switch of language. */
  public String otherLang() {
    return text.other().htmlLang();
  }
}
