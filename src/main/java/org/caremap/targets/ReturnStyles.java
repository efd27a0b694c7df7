package org.caremap.targets;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** How the cells of a return look. */
final class ReturnStyles {
  private static final short TITLE_POINTS = 18;
  private static final short TEXT_POINTS = 10;

  final CellStyle title;
  final CellStyle note;
  final CellStyle head;
  final CellStyle cell;
  final CellStyle share;
  final CellStyle behind;
  final CellStyle uncertain;

  private final XSSFWorkbook workbook;

  ReturnStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    title = workbook.createCellStyle();
    title.setFont(font("黑体", TITLE_POINTS, true));
    title.setAlignment(HorizontalAlignment.CENTER);
    title.setVerticalAlignment(VerticalAlignment.CENTER);
    note = workbook.createCellStyle();
    note.setFont(font("宋体", TEXT_POINTS, false));
    note.setWrapText(true);
    note.setVerticalAlignment(VerticalAlignment.TOP);
    head = bordered(true, null);
    cell = bordered(false, null);
    share = bordered(false, null);
    share.setDataFormat(workbook.createDataFormat().getFormat("0.0"));
    behind = bordered(true, IndexedColors.ROSE);
    uncertain = bordered(false, IndexedColors.GREY_25_PERCENT);
  }

  private CellStyle bordered(boolean bold, @Nullable IndexedColors fill) {
    CellStyle style = workbook.createCellStyle();
    style.setFont(font("宋体", TEXT_POINTS, bold));
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    if (fill != null) {
      style.setFillForegroundColor(fill.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }

  private Font font(String name, short points, boolean bold) {
    Font font = workbook.createFont();
    font.setFontName(name);
    font.setFontHeightInPoints(points);
    font.setBold(bold);
    return font;
  }
}
