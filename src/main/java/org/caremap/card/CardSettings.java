package org.caremap.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed on the page of a card.
 *
 * @param start where it starts and how the page is shown, as fields
 * @param papers sizes of the sheet
 * @param needs kinds of help
 * @param profiles who walks
 * @param owner as written, empty where nothing was
 * @param pdfHref address of the PDF; null where it must be asked for by a form
 * @param allHref address of the cards of all communities below; null where there are none
 */
public record CardSettings(
    List<CardFrame.Field> start,
    List<Option> papers,
    List<Option> needs,
    List<Option> profiles,
    String owner,
    @Nullable String pdfHref,
    @Nullable String allHref) {
  /** One choice. */
  public record Option(String value, String label, boolean chosen) {}
}
