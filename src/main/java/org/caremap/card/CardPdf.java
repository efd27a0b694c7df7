package org.caremap.card;

import java.io.IOException;
import java.io.OutputStream;
import org.caremap.print.PrintFonts;
import org.caremap.print.PrintedDocument;

/** A PDF of cards, one page each. Not for several threads. */
final class CardPdf implements AutoCloseable {
  private final CardSheet sheet;
  private final PrintedDocument document;

  CardPdf(CardSheet sheet, PrintFonts fonts) throws IOException {
    this.sheet = sheet;
    document = new PrintedDocument(fonts);
  }

  /** Appends a card in the largest type that leaves it on one page. */
  void add(Card card) throws IOException {
    document.add(sheet.html(card, fit(card)), card.heading());
  }

  /** The largest type that leaves a card on one page. */
  int fit(Card card) {
    Card blank = card.withoutPictures();
    for (int fit = 0; fit < CardSheet.FITS - 1; fit++) {
      if (document.pagesOf(sheet.html(blank, fit)) == 1) {
        return fit;
      }
    }
    return CardSheet.FITS - 1;
  }

  /** Writes all cards. */
  void save(String title, CardText text, OutputStream out) throws IOException {
    document.save(title, text.htmlLang(), out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
