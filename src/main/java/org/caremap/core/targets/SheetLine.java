package org.caremap.core.targets;

import java.util.List;

/**
 * One line of a sheet as it was read.
 *
 * @param number 1-based line of the file
 */
public record SheetLine(int number, List<String> cells) {
  /** The cell, or empty text beyond the last. */
  String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  long filled() {
    return cells.stream().filter(cell -> !HeaderText.trim(cell).isEmpty()).count();
  }
}
