package org.caremap.targets;

import java.util.List;
import org.caremap.core.targets.Contradiction;
import org.caremap.core.targets.PlanTable;
import org.caremap.core.targets.TableChecks;
import org.caremap.core.targets.TableProblem;

/** Plan tables from the bytes of a file, by the columns that are known by name. */
public final class TableReader {
  private static final int MOST_BYTES = 20 << 20;

  private TableReader() {}

  /**
   * @param name of the file, for messages
   * @throws TableProblem naming file, row, field, value and what is legal
   */
  public static PlanTable read(byte[] file, String name) throws TableProblem {
    if (file.length > MOST_BYTES) {
      throw new TableProblem(
          name + ": it has " + file.length + " bytes; a plan table has at most " + MOST_BYTES);
    }
    try {
      return PlanTable.of(SheetFile.read(file, name), ColumnCatalog.builtIn());
    } catch (TableProblem e) {
      String message = String.valueOf(e.getMessage());
      throw new TableProblem(message.startsWith(name) ? message : name + ": " + message);
    }
  }

  /** What a file's table says against itself; errors as {@link #read}. */
  public static List<Contradiction> check(byte[] file, String name) throws TableProblem {
    return TableChecks.of(read(file, name));
  }
}
