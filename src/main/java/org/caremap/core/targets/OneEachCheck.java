package org.caremap.core.targets;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * One centre for every street, or every town: where the total line says as many as the table lists,
 * none may stay without.
 */
final class OneEachCheck implements TableCheck {

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    for (PartGroup group : PartGroup.of(table)) {
      ColumnRule rule = group.parts().get(0).rule();
      if (rule != null && (rule.each().equals("street") || rule.each().equals("town"))) {
        check(table, group, rule, found);
      }
    }
  }

  private static void check(
      PlanTable table, PartGroup group, ColumnRule rule, Consumer<Contradiction> found) {
    List<PlanRow> places =
        table.distinctRows().stream().filter(row -> isSuch(row.area(), rule.each())).toList();
    boolean claimed =
        table.rows().stream()
            .filter(row -> row.kind() == PlanRow.Kind.TOTAL)
            .anyMatch(row -> group.sum(row) == places.size());
    if (places.isEmpty() || !claimed) {
      return;
    }
    for (PlanRow row : places) {
      if (group.sum(row) == 0) {
        found.accept(say(row, group.parts().get(0), rule, places.size()));
      }
    }
  }

  private static boolean isSuch(String area, String each) {
    String name = HeaderText.name(area).toLowerCase(Locale.ROOT);
    return each.equals("street")
        ? name.endsWith("街道") || name.endsWith(" street") || name.endsWith("subdistrict")
        : name.endsWith("镇") || name.endsWith("乡") || name.endsWith(" town");
  }

  private static Contradiction say(PlanRow row, PlanColumn column, ColumnRule rule, int count) {
    String kindZh = rule.each().equals("street") ? "街道" : "乡镇";
    return new Contradiction(
        "short-of-full-coverage",
        row.area(),
        row.line(),
        column.header(),
        null,
        0L,
        1L,
        "%s: no %s exists or is planned, though the total line has %d for %d %ss."
            .formatted(Say.row(row), rule.en(), count, count, rule.each()),
        "%s：%s既无现有数也无计划数，而合计为%d个，恰为%d个%s各一个。"
            .formatted(Say.rowZh(row), rule.zh(), count, count, kindZh));
  }
}
