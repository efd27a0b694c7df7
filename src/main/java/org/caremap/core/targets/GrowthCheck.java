package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Cumulative numbers that fall from one year to a later one. */
final class GrowthCheck implements TableCheck {
  /** What is spent or left, and beds, may become fewer, whatever the rest of the table counts. */
  private static final Pattern NOT_CUMULATIVE =
      Pattern.compile(
          "资金|经费|投资|投入|预算|万元|补贴|剩余|缺口|空置|budget|fund|cost|spend|subsid|invest|money"
              + "|yuan|remaining|gap|left|vacan|waiting|床位|(^|_)beds?(_|$)|(^|_)(rank|score|density)");

  /** Shares of what is reached once for all; others, such as of beds in use, come and go. */
  private static final Pattern REACHED = Pattern.compile("覆盖|达标|标准|coverage|covered|standard");

  private record Fall(PlanRow before, PlanRow after) {}

  @Override
  public void check(PlanTable table, Consumer<Contradiction> found) {
    if (!table.isCumulative()) {
      return;
    }
    for (PlanColumn column : table.columns()) {
      boolean measure =
          column.rule() != null
              && column.rule().role() == ColumnRole.NUMBER; // people, money, means
      if (!column.isTarget() || measure || column.isAdded() || mayFall(column)) {
        continue;
      }
      Collection<List<PlanRow>> areas = table.rowsByArea().values();
      List<Fall> falls = new ArrayList<>();
      long falling = 0;
      long several = 0;
      for (List<PlanRow> rows : areas) {
        List<PlanRow> stated =
            rows.stream().filter(row -> row.cell(column).number() != null).toList();
        List<Fall> here = falls(stated, column);
        falls.addAll(here);
        falling += here.isEmpty() ? 0 : 1;
        several += stated.size() > 1 ? 1 : 0;
      }
      // a column that is not known by name and falls in most areas is simply no cumulative one
      if (column.rule() != null && column.rule().role() == ColumnRole.COUNT
          || falling * 2 <= several) {
        falls.forEach(fall -> found.accept(say(fall, column)));
      }
    }
  }

  private static boolean mayFall(PlanColumn column) {
    ColumnRule rule = column.rule();
    if (rule == null) {
      return !YearlyReading.isSaid(column); // nobody knows what is counted
    }
    boolean share = rule.role() == ColumnRole.PERCENT && rule.zh().isEmpty();
    return share && !REACHED.matcher(column.base()).find()
        || column.hasCode("growth_rate")
        || column.hasCode("completion_rate")
        || NOT_CUMULATIVE.matcher(column.base()).find();
  }

  private static List<Fall> falls(List<PlanRow> stated, PlanColumn column) {
    List<Fall> falls = new ArrayList<>();
    for (int i = 1; i < stated.size(); i++) {
      PlanRow before = stated.get(i - 1);
      PlanRow after = stated.get(i);
      if (PlanTable.orZero(after.cell(column)) < PlanTable.orZero(before.cell(column))) {
        falls.add(new Fall(before, after));
      }
    }
    return falls;
  }

  private static Contradiction say(Fall fall, PlanColumn column) {
    double before = PlanTable.orZero(fall.before().cell(column));
    double after = PlanTable.orZero(fall.after().cell(column));
    PlanRow row = fall.after();
    return new Contradiction(
        "cumulative-falls",
        row.area(),
        row.line(),
        column.header(),
        row.year(),
        Contradiction.number(after),
        Contradiction.number(before),
        "%s: %s falls to %s from %s%s, but the numbers are cumulative."
            .formatted(
                Say.row(row),
                column.en(),
                Say.number(after),
                Say.number(before),
                Say.inYear(fall.before().year())),
        "%s：%s从%s的%s降到%s，但表中目标数为累计数。"
            .formatted(
                Say.rowZh(row),
                column.zh(),
                Say.inYearZh(fall.before().year()),
                Say.number(before),
                Say.number(after)));
  }
}
