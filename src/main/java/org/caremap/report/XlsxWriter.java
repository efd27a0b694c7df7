package org.caremap.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A report as a workbook: a sheet a table, numbers as numbers, headings that stay in view, and a
 * sheet that says where the figures come from.
 */
final class XlsxWriter {
  // A sheet's name may have no more.
  private static final int LONGEST_NAME = 31;
  private static final int LONGEST_CELL = 32_000;
  private static final int UNITS_PER_CHARACTER = 256;
  private static final String FONT = "宋体";

  private final XSSFWorkbook book;
  private final Map<String, XSSFCellStyle> styles = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final XSSFCellStyle heading;
  private final XSSFCellStyle title;

  private XlsxWriter(XSSFWorkbook book) {
    this.book = book;
    Font bold = book.createFont();
    bold.setFontName(FONT);
    bold.setBold(true);
    heading = framed();
    heading.setFont(bold);
    heading.setWrapText(true);
    heading.setAlignment(HorizontalAlignment.CENTER);
    heading.setVerticalAlignment(VerticalAlignment.CENTER);
    heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    Font large = book.createFont();
    large.setFontName(FONT);
    large.setBold(true);
    large.setFontHeightInPoints((short) 16);
    title = book.createCellStyle();
    title.setFont(large);
  }

  static byte[] write(Report report) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.getProperties().getCoreProperties().setTitle(report.title());
      book.getProperties().getCoreProperties().setCreator("Care Map");
      XlsxWriter writer = new XlsxWriter(book);
      for (Part part : report.parts()) {
        for (ReportTable table : part.tables()) {
          writer.sheet(table, report);
        }
      }
      writer.sheet(SourceTable.of(report), report);
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a workbook in memory cannot be written", e);
    }
  }

  private void sheet(ReportTable table, Report report) {
    XSSFSheet sheet = book.createSheet(name(table.title()));
    List<Column> columns = table.columns();
    XSSFCell first = sheet.createRow(0).createCell(0);
    first.setCellValue(cut(report.title() + " · " + table.title()));
    first.setCellStyle(title);
    XSSFCell about = sheet.createRow(1).createCell(0);
    about.setCellValue(cut(report.text().get("sheet.about", report.subtitle(), report.runIds())));
    about.setCellStyle(style(Kind.TEXT, null, false));
    XSSFRow head = sheet.createRow(2);
    for (int c = 0; c < columns.size(); c++) {
      XSSFCell cell = head.createCell(c);
      cell.setCellValue(columns.get(c).label());
      cell.setCellStyle(heading);
      sheet.setColumnWidth(c, columns.get(c).width() * UNITS_PER_CHARACTER);
    }
    int at = 3;
    for (List<@Nullable Object> values : table.rows()) {
      XSSFRow row = sheet.createRow(at++);
      for (int c = 0; c < columns.size(); c++) {
        cell(row.createCell(c), columns.get(c).kind(), values.get(c));
      }
    }
    sheet.createFreezePane(0, 3);
    if (!table.rows().isEmpty()) {
      sheet.setAutoFilter(new CellRangeAddress(2, at - 1, 0, columns.size() - 1));
    }
    sheet.setRepeatingRows(new CellRangeAddress(0, 2, -1, -1));
    sheet.setFitToPage(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(columns.size() > 6);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.getFooter().setCenter("&P / &N");
    sheet.getFooter().setLeft(report.runs().get(0).id());
  }

  private void cell(XSSFCell cell, Kind kind, @Nullable Object value) {
    if (value == null || value instanceof Double number && !Double.isFinite(number)) {
      cell.setCellStyle(style(kind, null, true));
      if (kind.isNumber()) {
        cell.setCellValue(Figures.UNKNOWN);
      }
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
      cell.setCellStyle(style(kind, Figures.format(kind, number), true));
    } else {
      // A text cell: whatever it begins with, no program computes it.
      cell.setCellValue(cut(value.toString()));
      cell.setCellStyle(style(kind, null, true));
    }
  }

  private XSSFCellStyle style(Kind kind, @Nullable String format, boolean framed) {
    return styles.computeIfAbsent(
        kind + "/" + format + "/" + framed,
        key -> {
          XSSFCellStyle style = framed ? framed() : book.createCellStyle();
          Font font = book.createFont();
          font.setFontName(FONT);
          style.setFont(font);
          style.setVerticalAlignment(VerticalAlignment.TOP);
          if (kind == Kind.CODE) {
            style.setDataFormat(book.createDataFormat().getFormat("@"));
            style.setQuotePrefixed(true);
          }
          if (format != null) {
            style.setDataFormat(book.createDataFormat().getFormat(format));
          }
          style.setWrapText(framed && kind == Kind.TEXT);
          if (kind.isNumber()) {
            style.setAlignment(HorizontalAlignment.RIGHT);
          }
          return style;
        });
  }

  private XSSFCellStyle framed() {
    XSSFCellStyle style = book.createCellStyle();
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private String name(String wanted) {
    String safe = WorkbookUtil.createSafeSheetName(wanted, '_');
    String name = safe;
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      String number = " " + i;
      name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - number.length())) + number;
    }
    return name;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
  }
}
