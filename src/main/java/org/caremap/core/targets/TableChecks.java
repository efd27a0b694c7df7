package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All contradictions of a plan table. */
public final class TableChecks {
  private static final List<TableCheck> CHECKS =
      List.of(
          new CellCheck(),
          new AreaCheck(),
          new GrowthCheck(),
          new SurplusCheck(),
          new PartCheck(),
          new SettlementSumCheck(),
          new CompletionCheck(),
          new RowTotalCheck(),
          new TotalCheck(),
          new FullCoverageCheck(),
          new OneEachCheck(),
          new PercentRowCheck());

  private TableChecks() {}

  /**
   * @return in the order of the rows; empty where the table does not contradict itself
   */
  public static List<Contradiction> of(PlanTable table) {
    List<Contradiction> found = new ArrayList<>();
    CHECKS.forEach(check -> check.check(table, found::add));
    found.sort(Comparator.comparingInt(Contradiction::row)); // stable: checks keep their order
    return List.copyOf(found);
  }
}
