package org.caremap.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.caremap.print.PrintFonts;
import org.caremap.print.PrintedDocument;
import org.jspecify.annotations.Nullable;

/** A report on paper. */
@ApplicationScoped
class ReportPdf {
  private static final int LONGEST_CELL = 600;

  private final PrintFonts fonts;
  private final String style = resource();

  ReportPdf(PrintFonts fonts) {
    this.fonts = fonts;
  }

  /** The templates of this slice. */
  @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance report(Page page, String style);
  }

  /** What the template needs. */
  public record Page(
      String lang,
      String title,
      String subtitle,
      String day,
      String runs,
      String contentsWord,
      String summaryWord,
      String clauseWord,
      String unknownWord,
      List<Report.Lead> summary,
      List<Section> sections) {}

  /** A part on paper. */
  public record Section(
      String id,
      String title,
      List<String> sentences,
      List<Part.Quote> quotes,
      List<Part.Picture> pictures,
      List<Grid> tables) {}

  /** A table on paper. */
  public record Grid(String title, List<Head> heads, List<List<Cell>> rows, String more) {}

  /** A column on paper. */
  public record Head(String label, String style, boolean number) {}

  /** A cell on paper. */
  public record Cell(String words, boolean number) {}

  byte[] write(Report report) {
    try (PrintedDocument document = new PrintedDocument(fonts);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.add(Templates.report(page(report), style(report)).render());
      document.save(report.title(), report.text().htmlLang(), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a document in memory cannot be written", e);
    }
  }

  private static Page page(Report report) {
    ReportText text = report.text();
    List<Section> sections = new ArrayList<>();
    for (Part part : report.parts()) {
      sections.add(section(part, text));
    }
    sections.add(
        section(
            Part.of(
                "sources",
                text.get("source.title"),
                List.of(text.get("source.about")),
                SourceTable.ofRuns(report)),
            text));
    return new Page(
        text.htmlLang(),
        report.title(),
        report.subtitle(),
        text.day(report.day()),
        text.get("page.run") + " " + report.runIds(),
        text.get("page.contents"),
        text.get("page.summary"),
        text.get("page.clauses"),
        text.get("page.unknown", Figures.UNKNOWN),
        report.summary(),
        sections);
  }

  private static Section section(Part part, ReportText text) {
    return new Section(
        part.id(),
        part.title(),
        part.sentences(),
        part.quotesInTables() ? List.of() : part.quotes(),
        part.pictures().stream().filter(picture -> !picture.svg().isEmpty()).toList(),
        part.tables().stream().map(table -> grid(part, table, text)).toList());
  }

  private static Grid grid(Part part, ReportTable table, ReportText text) {
    int[] printed =
        IntStream.range(0, table.columns().size())
            .filter(c -> table.columns().get(c).printed())
            .toArray();
    double total = IntStream.of(printed).map(c -> table.columns().get(c).width()).sum();
    List<Head> heads = new ArrayList<>();
    for (int c : printed) {
      Column column = table.columns().get(c);
      heads.add(
          new Head(
              column.label(),
              String.format(Locale.ROOT, "width:%.2f%%", 100 * column.width() / total),
              column.kind().isNumber()));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows().stream().limit(table.printedRows()).toList()) {
      List<Cell> cells = new ArrayList<>();
      for (int c : printed) {
        Kind kind = table.columns().get(c).kind();
        cells.add(new Cell(cut(Figures.print(kind, row.get(c))), kind.isNumber()));
      }
      rows.add(cells);
    }
    int left = table.rows().size() - rows.size();
    return new Grid(
        table.title().equals(part.title()) ? "" : table.title(),
        heads,
        rows,
        rows.isEmpty()
            ? text.get("page.noRows")
            : left > 0 ? text.get("page.more", Figures.amount(left)) : "");
  }

  private static String cut(String words) {
    return words.length() <= LONGEST_CELL ? words : words.substring(0, LONGEST_CELL) + "…";
  }

  /** The style sheet with the words that stand beside page numbers. */
  private String style(Report report) {
    ReportText text = report.text();
    return style
        // Hexadecimal digits: nothing that could end a text of a style sheet.
        .replace("{foot}", text.get("page.run") + " " + report.runIds())
        .replace("{before}", text.get("page.before"))
        .replace("{between}", text.get("page.between"))
        .replace("{after}", text.get("page.after"));
  }

  private static String resource() {
    try (InputStream in = ReportPdf.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is not in the artefact");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read", e);
    }
  }
}
