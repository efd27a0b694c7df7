package org.caremap.core.targets;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, places and years as the sentences of contradictions name them. */
final class Say {
  private Say() {}

  static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%d", (long) value)
        : String.valueOf(Math.round(value * 1000) / 1000.0);
  }

  static String inYear(@Nullable Integer year) {
    return year == null ? "" : " in " + year;
  }

  static String inYearZh(@Nullable Integer year) {
    return year == null ? "" : year + "年";
  }

  static String row(PlanRow row) {
    String name = row.area().isEmpty() ? "the line without a name" : row.area();
    return name + inYear(row.year()) + " (row " + row.line() + ")";
  }

  static String rowZh(PlanRow row) {
    String name = row.area().isEmpty() ? "未写名称的一行" : row.area();
    String year = row.year() == null || name.contains(row.year() + "年") ? "" : row.year() + "年";
    return name + year + "（第" + row.line() + "行）";
  }

  static @Nullable String area(PlanRow row) {
    return row.area().isEmpty() ? null : row.area();
  }
}
