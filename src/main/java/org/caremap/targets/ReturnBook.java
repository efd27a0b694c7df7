package org.caremap.targets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.caremap.core.targets.AreaAttribute;
import org.caremap.core.targets.Contradiction;
import org.caremap.core.targets.PlanTable;
import org.caremap.ledger.InputNames;
import org.jspecify.annotations.Nullable;

/**
 * A monthly or quarterly return in the shape of the printed annexes: one column for each thing,
 * heads over two lines, areas down the side, and three lines for each of them where the annex has
 * its three years: target, achieved, share. Ready to print on A4.
 */
final class ReturnBook {
  private static final String[] ITEMS = {"本年目标", "已完成", "完成率（%）"};
  private static final String UNKNOWN = "不能判断";
  private static final int HEAD = 2;
  private static final int BODY = 4;
  private static final int CHARACTER = 256;
  private static final int PORTRAIT_WIDTH = 130;

  private final ProgressAnswer progress;
  private final PlanTable table;
  private final Map<String, Measure> measures;
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final ReturnStyles styles = new ReturnStyles(workbook);
  private final XSSFSheet sheet = workbook.createSheet("完成情况");
  private final List<String> areas;
  private final List<String> facts;
  private final List<ProgressAnswer.Row> things;
  private final int itemColumn;

  private ReturnBook(ProgressAnswer progress, PlanTable table, Map<String, Measure> measures) {
    this.progress = progress;
    this.table = table;
    this.measures = measures;
    this.areas = table.areas();
    this.facts = table.attributes().stream().map(AreaAttribute::zh).distinct().toList();
    this.things = progress.totals();
    this.itemColumn = 1 + facts.size();
  }

  /** The workbook's bytes. */
  static byte[] write(
      ProgressAnswer progress,
      PlanTable table,
      Map<String, Measure> measures,
      String title,
      ReturnPeriod period,
      List<Contradiction> contradictions) {
    ReturnBook book = new ReturnBook(progress, table, measures);
    try (XSSFWorkbook workbook = book.workbook) {
      book.titles(title, period);
      book.heads();
      book.rows();
      book.totals();
      book.notes(contradictions);
      book.page();
      book.sources();
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      evaluator.evaluateAll(); // so that readers that do not compute show the numbers too
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int lastColumn() {
    return itemColumn + things.size();
  }

  private void titles(String title, ReturnPeriod period) {
    Row row = sheet.createRow(0);
    row.setHeightInPoints(32);
    cell(row, 0, styles.title).setCellValue(title + " " + period.zh() + "完成情况表");
    merge(0, 0, 0, lastColumn());
    Row second = sheet.createRow(1);
    cell(second, 0, styles.note)
        .setCellValue("统计截止：" + progress.asOf() + "    运行编号：" + progress.run());
    merge(1, 1, 0, lastColumn());
  }

  private void heads() {
    Row first = sheet.createRow(HEAD);
    Row second = sheet.createRow(HEAD + 1);
    first.setHeightInPoints(44);
    second.setHeightInPoints(58);
    for (int c = 0; c <= lastColumn(); c++) {
      cell(first, c, styles.head);
      cell(second, c, styles.head);
    }
    first.getCell(0).setCellValue("单位");
    for (int i = 0; i < facts.size(); i++) {
      first.getCell(1 + i).setCellValue(facts.get(i));
    }
    first.getCell(itemColumn).setCellValue("项目");
    for (int c = 0; c <= itemColumn; c++) {
      merge(HEAD, HEAD + 1, c, c);
    }
    int from = 0;
    while (from < things.size()) {
      int to = from;
      String group = group(from);
      while (!group.isEmpty() && to + 1 < things.size() && group.equals(group(to + 1))) {
        to++;
      }
      int column = itemColumn + 1 + from;
      if (group.isEmpty()) {
        first.getCell(column).setCellValue(head(from));
        merge(HEAD, HEAD + 1, column, column);
      } else {
        first.getCell(column).setCellValue(group);
        merge(HEAD, HEAD, column, itemColumn + 1 + to);
        for (int i = from; i <= to; i++) {
          second.getCell(itemColumn + 1 + i).setCellValue(head(i));
        }
      }
      from = to + 1;
    }
  }

  private String group(int thing) {
    Measure measure = measures.get(things.get(thing).column());
    return measure == null || measure.group() == null ? "" : measure.group();
  }

  private String head(int thing) {
    Measure measure = measures.get(things.get(thing).column());
    return measure == null || measure.head() == null ? things.get(thing).zh() : measure.head();
  }

  private void rows() {
    Map<String, ProgressAnswer.Row> byCell = new LinkedHashMap<>();
    progress.rows().forEach(row -> byCell.put(row.name() + '\n' + row.column(), row));
    Map<String, Double> stated = new LinkedHashMap<>();
    table.attributes().forEach(one -> stated.put(one.area() + '\n' + one.zh(), one.number()));
    for (int a = 0; a < areas.size(); a++) {
      String area = areas.get(a);
      int line = BODY + a * ITEMS.length;
      frame(line, area);
      for (int i = 0; i < facts.size(); i++) {
        Double number = stated.get(area + '\n' + facts.get(i));
        if (number != null) {
          sheet.getRow(line).getCell(1 + i).setCellValue(number);
        }
      }
      for (int i = 0; i < things.size(); i++) {
        ProgressAnswer.Row row = byCell.get(area + '\n' + things.get(i).column());
        if (row != null) {
          numbers(line, itemColumn + 1 + i, row);
        }
      }
    }
  }

  /** Three bordered lines with the area's name and facts merged over them. */
  private void frame(int line, String name) {
    for (int item = 0; item < ITEMS.length; item++) {
      Row row = sheet.createRow(line + item);
      row.setHeightInPoints(17);
      for (int c = 0; c <= lastColumn(); c++) {
        boolean share = item == ITEMS.length - 1 && c > itemColumn;
        cell(row, c, share ? styles.share : styles.cell);
      }
      row.getCell(itemColumn).setCellValue(ITEMS[item]);
    }
    sheet.getRow(line).getCell(0).setCellValue(name);
    for (int c = 0; c < itemColumn; c++) {
      merge(line, line + ITEMS.length - 1, c, c);
    }
  }

  private void numbers(int line, int column, ProgressAnswer.Row row) {
    if (row.target() != null) {
      sheet.getRow(line).getCell(column).setCellValue(row.target());
    }
    Cell achieved = sheet.getRow(line + 1).getCell(column);
    if (row.achieved() != null) {
      achieved.setCellValue(row.achieved());
    } else if (row.target() != null) {
      achieved.setCellValue(UNKNOWN);
    }
    achieved.setCellStyle(style(row));
    share(line, column);
  }

  private CellStyle style(ProgressAnswer.Row row) {
    boolean exact = Objects.equals(row.achieved(), row.achievedAtMost());
    if (row.state().equals("behind")) {
      return styles.behind;
    }
    return exact ? styles.cell : styles.uncertain;
  }

  private void share(int line, int column) {
    String target = reference(line, column);
    String achieved = reference(line + 1, column);
    sheet
        .getRow(line + 2)
        .getCell(column)
        .setCellFormula(
            "IFERROR(IF(%s=0,\"\",ROUND(%s/%s*100,1)),\"\")".formatted(target, achieved, target));
  }

  private static String reference(int row, int column) {
    return new CellReference(row, column, false, false).formatAsString();
  }

  /** Counts are summed by formula; shares and operators of all areas are no sums. */
  private void totals() {
    int line = BODY + areas.size() * ITEMS.length;
    frame(line, "合计");
    for (int i = 0; i < facts.size(); i++) {
      sheet.getRow(line).getCell(1 + i).setCellFormula(sum(1 + i, null, line));
    }
    for (int i = 0; i < things.size(); i++) {
      ProgressAnswer.Row row = things.get(i);
      int column = itemColumn + 1 + i;
      numbers(line, column, row);
      boolean counts = "count".equals(row.unit());
      if (counts && row.target() != null) {
        sheet.getRow(line).getCell(column).setCellFormula(sum(column, ITEMS[0], line));
      }
      if (counts && "facilities".equals(row.indicator()) && row.achieved() != null) {
        sheet.getRow(line + 1).getCell(column).setCellFormula(sum(column, ITEMS[1], line));
      }
    }
  }

  private String sum(int column, @Nullable String item, int end) {
    String range = range(column, end);
    return item == null
        ? "SUM(" + range + ")"
        : "SUMIF(%s,\"%s\",%s)".formatted(range(itemColumn, end), item, range);
  }

  private static String range(int column, int end) {
    return new CellReference(BODY, column, true, true).formatAsString()
        + ":"
        + new CellReference(end - 1, column, true, true).formatAsString();
  }

  private void notes(List<Contradiction> contradictions) {
    List<String> notes = new ArrayList<>();
    notes.add("注：" + progress.methodZh());
    notes.add("红底为滞后；灰底为尚有设施的开办日期或条件不明，所列为可以确认的数。");
    if (!progress.unmatched().isEmpty()) {
      notes.add("以下单位在已载入的区划中没有找到：" + String.join("、", progress.unmatched()) + "。");
    }
    if (!contradictions.isEmpty()) {
      notes.add("计划表自身的矛盾（" + contradictions.size() + "处），本表按原表的各行统计：");
      contradictions.forEach(one -> notes.add("· " + one.messageZh()));
    }
    int line = BODY + (areas.size() + 1) * ITEMS.length + 1;
    int width = Math.max(40, width());
    for (String note : notes) {
      Row row = sheet.createRow(line);
      row.setHeightInPoints(15f * (1 + note.length() * 2 / width));
      cell(row, 0, styles.note).setCellValue(note);
      merge(line, line, 0, lastColumn());
      line++;
    }
  }

  /** Characters across the table. */
  private int width() {
    return 16 + facts.size() * 8 + 12 + things.size() * 10;
  }

  private void page() {
    sheet.setColumnWidth(0, 16 * CHARACTER);
    for (int c = 1; c <= facts.size(); c++) {
      sheet.setColumnWidth(c, 8 * CHARACTER);
    }
    sheet.setColumnWidth(itemColumn, 12 * CHARACTER);
    for (int c = itemColumn + 1; c <= lastColumn(); c++) {
      sheet.setColumnWidth(
          c, Math.max(10, (PORTRAIT_WIDTH - 60) / (things.size() + 1)) * CHARACTER);
    }
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    sheet.setFitToPage(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.setHorizontallyCenter(true);
    sheet.setRepeatingRows(new CellRangeAddress(HEAD, HEAD + 1, -1, -1));
    sheet.createFreezePane(itemColumn + 1, BODY);
    sheet.getFooter().setLeft("运行编号 " + progress.run());
    sheet.getFooter().setRight("第 &P 页，共 &N 页");
  }

  /** Enough to compute the same numbers again. */
  private void sources() {
    XSSFSheet second = workbook.createSheet("数据来源");
    second.setColumnWidth(0, 28 * CHARACTER);
    second.setColumnWidth(1, 80 * CHARACTER);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("运行编号", progress.run());
    values.put("软件版本", progress.inputs().software());
    InputNames names = InputNames.ZH;
    progress
        .inputs()
        .data()
        .forEach((name, content) -> values.put(names.data(name), names.content(content)));
    String streets = progress.inputs().streetsName();
    values.put("街道数据名称", streets == null ? names.none() : streets);
    progress
        .inputs()
        .question()
        .forEach(
            (name, text) ->
                values.put(
                    names.parameter(name),
                    switch (name) {
                      case "kind" -> names.kind(text);
                      case "code" -> progress.zh();
                      default -> text;
                    }));
    String rules = progress.inputs().ruleSet();
    values.put(names.data("rules"), rules == null ? names.none() : rules);
    values.put("统计口径", progress.methodZh());
    int line = 0;
    for (Map.Entry<String, String> value : values.entrySet()) {
      Row row = second.createRow(line++);
      cell(row, 0, styles.note).setCellValue(value.getKey());
      cell(row, 1, styles.note).setCellValue(value.getValue());
    }
    second.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    second.getPrintSetup().setLandscape(true);
  }

  private static Cell cell(Row row, int column, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    return cell;
  }

  private void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    if (firstRow != lastRow || firstColumn != lastColumn) {
      sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }
  }
}
