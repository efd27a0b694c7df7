package org.caremap.print;

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
 * A PDF set from pieces of XHTML, all of which share one embedded subset of the font. Nothing is
 * fetched, whatever stands in the pieces. Not for several threads.
 */
public final class PrintedDocument implements AutoCloseable {
  private final PrintFonts fonts;
  private final PrintFonts.Pair pair;
  private final PDDocument document = new PDDocument();
  private final PDFontSupplier regular;
  private final PDFontSupplier bold;
  private final PDDocumentOutline outline = new PDDocumentOutline();

  /**
   * An empty document.
   *
   * @throws IOException if the font cannot be embedded
   */
  public PrintedDocument(PrintFonts fonts) throws IOException {
    this.fonts = fonts;
    pair = fonts.lend();
    regular = new PDFontSupplier(PDType0Font.load(document, pair.regular(), true));
    bold = new PDFontSupplier(PDType0Font.load(document, pair.bold(), true));
  }

  /** How many pages a piece would take. */
  public int pagesOf(String xhtml) {
    try (PdfBoxRenderer renderer = laidOut(xhtml)) {
      return renderer.getRootBox().getLayer().getPages().size();
    }
  }

  /**
   * Appends a piece, from the top of a new page.
   *
   * @param heading in the outline, at its last page
   * @throws IOException if it cannot be written
   */
  public void add(String xhtml, String heading) throws IOException {
    try (PdfBoxRenderer renderer = laidOut(xhtml)) {
      renderer.createPDFWithoutClosing();
    }
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(heading);
    PDPageFitDestination destination = new PDPageFitDestination();
    destination.setPage(document.getPage(document.getNumberOfPages() - 1));
    item.setDestination(destination);
    outline.addLast(item);
  }

  /**
   * Appends a piece whose own bookmarks make the outline.
   *
   * @throws IOException if it cannot be written
   */
  public void add(String xhtml) throws IOException {
    try (PdfBoxRenderer renderer = laidOut(xhtml)) {
      renderer.createPDFWithoutClosing();
    }
  }

  private PdfBoxRenderer laidOut(String xhtml) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePDDocument(document);
    // Tagged for screen readers. It also keeps the setter from looking for fonts on the machine.
    builder.usePdfUaAccessibility(true);
    builder.withHtmlContent(pair.drawable(legal(xhtml)), null);
    builder.useFont(regular, PrintFonts.FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(bold, PrintFonts.FAMILY, 700, FontStyle.NORMAL, true);
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.addDOMMutator(new SvgWords(pair));
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    PdfBoxRenderer renderer = builder.buildPdfRenderer();
    renderer.layout();
    return renderer;
  }

  // What XML 1.0 cannot hold at all would make the whole document unreadable.
  private static String legal(String xml) {
    StringBuilder kept = new StringBuilder(xml.length());
    xml.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c < 0xD800)
                    || (c >= 0xE000 && c < 0xFFFE)
                    || c >= 0x10000)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /**
   * Writes the document.
   *
   * @param title of the whole
   * @param language tag such as {@code zh-CN}
   * @throws IOException if it cannot be written
   */
  public void save(String title, String language, OutputStream out) throws IOException {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(title);
    about.setProducer("Care Map");
    about.setCreationDate(new GregorianCalendar());
    document.getDocumentCatalog().setLanguage(language);
    if (document.getNumberOfPages() > 1 && outline.hasChildren()) {
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
