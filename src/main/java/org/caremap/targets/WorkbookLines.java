package org.caremap.targets;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.caremap.core.targets.SheetLine;

/**
 * The first sheet that has a table, as lines of text, else the first that has anything: a cover
 * with notes often stands before it. A merged name counts for all rows below it.
 */
final class WorkbookLines {
  private static final int DIGITS = 12;
  private static final String NUMBER = "(?!(19|20)\\d\\d$)-?\\d+(\\.\\d+)?%?";

  /** A table has at least so many rows with so many numbers. */
  private static final int LEAST = 2;

  private WorkbookLines() {}

  static List<SheetLine> read(InputStream in) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      List<SheetLine> first = List.of();
      for (Sheet sheet : workbook) {
        List<SheetLine> lines = lines(sheet);
        if (lines.stream().filter(WorkbookLines::hasNumbers).count() >= LEAST) {
          return lines;
        }
        first = first.isEmpty() ? lines : first;
      }
      return first;
    }
  }

  private static boolean hasNumbers(SheetLine line) {
    return line.cells().stream().filter(cell -> cell.matches(NUMBER)).count() >= LEAST;
  }

  private static List<SheetLine> lines(Sheet sheet) {
    List<List<String>> grid = new ArrayList<>();
    for (int r = 0; r <= sheet.getLastRowNum(); r++) {
      List<String> cells = new ArrayList<>();
      Row row = sheet.getRow(r);
      for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
        Cell cell = row.getCell(c);
        cells.add(cell == null ? "" : text(cell, cell.getCellType()));
      }
      grid.add(cells);
    }
    List<CellRangeAddress> merged = sheet.getMergedRegions();
    merged.forEach(region -> spread(grid, region));
    List<SheetLine> lines = new ArrayList<>();
    for (int r = 0; r < grid.size(); r++) {
      if (grid.get(r).stream().anyMatch(cell -> !cell.isBlank())) {
        lines.add(new SheetLine(r + 1, grid.get(r)));
      }
    }
    return lines;
  }

  /**
   * Downwards only, and only names and years: what stands merged over several columns is a heading,
   * what stands merged in a header must stay in its first line.
   */
  private static void spread(List<List<String>> grid, CellRangeAddress region) {
    int column = region.getFirstColumn();
    int first = region.getFirstRow();
    if (first >= grid.size() || column >= grid.get(first).size() || isHeader(grid, region)) {
      return;
    }
    String value = grid.get(first).get(column);
    for (int r = first + 1; r <= region.getLastRow() && r < grid.size(); r++) {
      List<String> cells = grid.get(r);
      while (cells.size() <= column) {
        cells.add("");
      }
      if (cells.get(column).isBlank()) {
        cells.set(column, value);
      }
    }
  }

  /** Whether no row of the region has a number: then it stands in the header. */
  private static boolean isHeader(List<List<String>> grid, CellRangeAddress region) {
    for (int r = region.getFirstRow(); r <= region.getLastRow() && r < grid.size(); r++) {
      if (grid.get(r).stream().anyMatch(cell -> cell.matches(NUMBER))) {
        return false;
      }
    }
    return true;
  }

  private static String text(Cell cell, CellType type) {
    return switch (type) {
      case STRING -> cell.getStringCellValue();
      case NUMERIC -> number(cell);
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case FORMULA -> text(cell, cell.getCachedFormulaResultType());
      case ERROR -> "#ERROR";
      default -> "";
    };
  }

  private static String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell)) {
      return String.valueOf(cell.getLocalDateTimeCellValue().toLocalDate());
    }
    boolean percent = cell.getCellStyle().getDataFormatString().contains("%");
    BigDecimal value =
        BigDecimal.valueOf(cell.getNumericCellValue())
            .multiply(percent ? BigDecimal.valueOf(100) : BigDecimal.ONE)
            .round(new MathContext(DIGITS));
    return value.stripTrailingZeros().toPlainString() + (percent ? "%" : "");
  }
}
