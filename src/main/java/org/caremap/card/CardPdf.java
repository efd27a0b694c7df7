package org.caremap.card;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * A PDF of cards, one page each. All cards share one embedded subset of the font. Not for several
 * threads.
 */
final class CardPdf implements AutoCloseable {
  private final CardSheet sheet;
  private final CardFonts fonts;
  private final CardFonts.Pair pair;
  private final PDDocument document = new PDDocument();
  private final PDFontSupplier regular;
  private final PDFontSupplier bold;
  private final PDDocumentOutline outline = new PDDocumentOutline();

  CardPdf(CardSheet sheet, CardFonts fonts) throws IOException {
    this.sheet = sheet;
    this.fonts = fonts;
    pair = fonts.lend();
    regular = new PDFontSupplier(PDType0Font.load(document, pair.regular(), true));
    bold = new PDFontSupplier(PDType0Font.load(document, pair.bold(), true));
  }

  /** Appends a card in the largest type that leaves it on one page. */
  void add(Card card) throws IOException {
    try (PdfBoxRenderer renderer = laidOut(card, fit(card))) {
      renderer.createPDFWithoutClosing();
    }
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(card.heading());
    PDPageFitDestination destination = new PDPageFitDestination();
    destination.setPage(document.getPage(document.getNumberOfPages() - 1));
    item.setDestination(destination);
    outline.addLast(item);
  }

  /** The largest type that leaves a card on one page. */
  int fit(Card card) {
    Card blank = card.withoutPictures();
    for (int fit = 0; fit < CardSheet.FITS - 1; fit++) {
      try (PdfBoxRenderer renderer = laidOut(blank, fit)) {
        if (pages(renderer) == 1) {
          return fit;
        }
      }
    }
    return CardSheet.FITS - 1;
  }

  private static int pages(PdfBoxRenderer renderer) {
    return renderer.getRootBox().getLayer().getPages().size();
  }

  private PdfBoxRenderer laidOut(Card card, int fit) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePDDocument(document);
    // Tagged for screen readers. It also keeps the setter from looking for fonts on the machine.
    builder.usePdfUaAccessibility(true);
    builder.withHtmlContent(pair.drawable(sheet.html(card, fit)), null);
    builder.useFont(regular, CardFonts.FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(bold, CardFonts.FAMILY, 700, FontStyle.NORMAL, true);
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.addDOMMutator(new SvgWords(pair));
    // A card is complete in itself: nothing is fetched, whatever stands in its texts.
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    PdfBoxRenderer renderer = builder.buildPdfRenderer();
    renderer.layout();
    return renderer;
  }

  /** Writes all cards. */
  void save(String title, CardText text, OutputStream out) throws IOException {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(title);
    about.setProducer("Care Map");
    about.setCreationDate(new GregorianCalendar());
    document.getDocumentCatalog().setLanguage(text.htmlLang());
    if (document.getNumberOfPages() > 1) {
      document.getDocumentCatalog().setDocumentOutline(outline);
    }
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    document.close();
    fonts.back(pair);
  }
}
