package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a plan table: one line, or the two or three lines of a printed annex, where a group
 * stands over its columns.
 */
final class PlanHeader {
  private static final int MOST_LINES = 4;

  private final List<String> labels;
  private final List<String> shown;
  private final int first;
  private final int end;

  private PlanHeader(List<String> labels, List<String> shown, int first, int end) {
    this.labels = labels;
    this.shown = shown;
    this.first = first;
    this.end = end;
  }

  /** Whole headers, group before column, as {@link HeaderText#plain} gives them. */
  List<String> labels() {
    return labels;
  }

  /** Whole headers as written. */
  List<String> shown() {
    return shown;
  }

  /** Index of the header's first line, for messages. */
  int first() {
    return first;
  }

  /** Index of the first line below the header. */
  int end() {
    return end;
  }

  /**
   * @throws TableProblem where no line can be a header
   */
  static PlanHeader find(List<SheetLine> lines, ColumnVocabulary vocabulary) throws TableProblem {
    int first = firstLine(lines, vocabulary);
    int end = first + 1;
    while (end < lines.size() && end - first < MOST_LINES && continues(lines, first, end)) {
      end++;
    }
    int width =
        lines.subList(first, end).stream().mapToInt(line -> line.cells().size()).max().orElse(0);
    List<String> labels = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      List<String> parts = new ArrayList<>();
      for (int line = first; line < end; line++) {
        String part = label(lines, line, end, column);
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
      shown.add(String.join(" ", parts));
      labels.add(HeaderText.plain(String.join(" ", parts)));
    }
    return new PlanHeader(labels, shown, first, end);
  }

  private static int firstLine(List<SheetLine> lines, ColumnVocabulary vocabulary)
      throws TableProblem {
    for (int i = 0; i < lines.size(); i++) {
      SheetLine line = lines.get(i);
      if (line.filled() > 1 && line.cells().stream().anyMatch(cell -> isArea(cell, vocabulary))) {
        return i;
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      SheetLine line = lines.get(i);
      boolean words = line.cells().stream().noneMatch(cell -> PlanCell.of(cell).number() != null);
      if (line.filled() > 1 && words) {
        return i;
      }
    }
    throw new TableProblem(
        "row 1, field area: no header row was found; a plan table needs one row of column names,"
            + " among them area (or 街镇, 区镇, 单位), before the numbers");
  }

  private static boolean isArea(String cell, ColumnVocabulary vocabulary) {
    Optional<ColumnRule> rule = vocabulary.find(HeaderText.plain(cell));
    return rule.isPresent()
        && (rule.get().role() == ColumnRole.AREA || rule.get().role() == ColumnRole.PARENT);
  }

  /** A further header line has words, and none under the first line's first name. */
  private static boolean continues(List<SheetLine> lines, int first, int line) {
    SheetLine head = lines.get(first);
    SheetLine next = lines.get(line);
    int lead = 0;
    while (HeaderText.trim(head.cell(lead)).isEmpty()) {
      lead++;
    }
    if (!HeaderText.trim(next.cell(lead)).isEmpty() || next.filled() == 0) {
      return false;
    }
    for (int i = 0; i < next.cells().size(); i++) {
      PlanCell cell = PlanCell.of(next.cell(i));
      boolean yearLabel = cell.number() != null && RowLabels.findYear(cell.text()).isPresent();
      if (cell.number() != null && !yearLabel) {
        return false;
      }
    }
    // "合计" with blanks only, or an area without numbers, is no header: a header fills a group
    return next.filled() > 1 || lines.size() > line + 1 && isUnderGroup(head, next);
  }

  private static boolean isUnderGroup(SheetLine head, SheetLine next) {
    for (int i = 0; i < next.cells().size(); i++) {
      if (!HeaderText.trim(next.cell(i)).isEmpty() && HeaderText.trim(head.cell(i)).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** A blank under which a lower header line has a name belongs to the group on its left. */
  private static String label(List<SheetLine> lines, int line, int end, int column) {
    String own = HeaderText.trim(lines.get(line).cell(column));
    if (!own.isEmpty()) {
      return own;
    }
    boolean below = false;
    for (int lower = line + 1; lower < end; lower++) {
      below |= !HeaderText.trim(lines.get(lower).cell(column)).isEmpty();
    }
    for (int left = column - 1; below && left >= 0; left--) {
      String group = HeaderText.trim(lines.get(line).cell(left));
      if (!group.isEmpty()) {
        return group;
      }
    }
    return "";
  }
}
