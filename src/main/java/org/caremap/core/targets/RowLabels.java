package org.caremap.core.targets;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells total, subtotal, share and note lines from areas by what they are called. */
final class RowLabels {
  private static final Pattern NOTE =
      Pattern.compile(
          "^(注$|注[:：\\d]|备注|说明|附注|填表|填报|制表|审核人|联系人|负责人|联系电话|来源|资料来源|单位[:：]|notes?\\b|sources?\\b|remarks?\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PART_OF =
      Pattern.compile("^(其中|of which)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SUBTOTAL = Pattern.compile("小计|\\bsub-? ?total\\b");
  private static final Pattern TOTAL =
      Pattern.compile(
          "合计|总计|共计|总和|总量|总数|累计|汇总|^全(市|区|县|州|省|镇|乡|街道|旗)$"
              + "|\\btotals?\\b|^(grand )?sum\\b|^overall$|^(the )?(whole|entire) \\w+$|^all( areas)?$");
  private static final Pattern PERCENT =
      Pattern.compile("占比|比例|百分比|百分率|^(覆盖|达标|完成)率|^[(]?%|\\b(percent|percentage|share)\\b");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)");

  /** 24年: this century's. */
  private static final Pattern SHORT_YEAR = Pattern.compile("^['’]?(\\d\\d) ?年(度|底|末)?$");

  private RowLabels() {}

  static PlanRow.Kind kind(String label) {
    String name = HeaderText.name(label);
    if (NOTE.matcher(name).find() || PART_OF.matcher(name).find()) {
      return PlanRow.Kind.OTHER;
    }
    if (PERCENT.matcher(name).find()) {
      return PlanRow.Kind.PERCENT;
    }
    if (SUBTOTAL.matcher(name).find()) {
      return PlanRow.Kind.SUBTOTAL;
    }
    return TOTAL.matcher(name).find() ? PlanRow.Kind.TOTAL : PlanRow.Kind.AREA;
  }

  /** The last year named in a text. */
  static OptionalInt findYear(String text) {
    Matcher matcher = YEAR.matcher(HeaderText.trim(text));
    OptionalInt year = OptionalInt.empty();
    while (matcher.find()) {
      year = OptionalInt.of(Integer.parseInt(matcher.group(1)));
    }
    if (year.isEmpty()) {
      Matcher brief = SHORT_YEAR.matcher(HeaderText.trim(text));
      return brief.find() ? OptionalInt.of(2000 + Integer.parseInt(brief.group(1))) : year;
    }
    return year;
  }
}
