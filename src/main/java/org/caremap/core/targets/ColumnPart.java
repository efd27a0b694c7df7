package org.caremap.core.targets;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a thing's numbers a column holds, told by its header: {@code <thing>_existing},
 * {@code <thing>_2020}, {@code <thing>_planned}, {@code <thing>_total}, and the same in Chinese.
 *
 * @param base the header without the part
 * @param year of a part {@link Kind#YEAR}; null otherwise
 */
record ColumnPart(String base, Kind kind, @Nullable Integer year) {
  enum Kind {
    /** The header names no part. */
    WHOLE,
    /** There already. */
    EXISTING,
    /** Of one year. */
    YEAR,
    /** To come, no year given. */
    PLANNED,
    /** Existing and planned together. */
    TOTAL
  }

  private record Form(Kind kind, Pattern pattern) {}

  private static final List<Form> FORMS =
      List.of(
          new Form(Kind.EXISTING, Pattern.compile("(?:^|_)(?:existing|current)(?=_|$)")),
          new Form(Kind.EXISTING, Pattern.compile("/?(?:现有|已有|已建成?|现状)(?:数量?|个数)?")),
          new Form(
              Kind.YEAR,
              Pattern.compile(
                  "(?:^|_)(?:planned_|new_|target_|plan_)?((?:19|20)\\d\\d)"
                      + "(?:_planned|_new|_target|_plan)?(?=_|$)")),
          new Form(
              Kind.YEAR,
              Pattern.compile(
                  "/?(?:到|至)?((?:19|20)\\d\\d)年?(?:底|末)?"
                      + "(?:新增|新建|计划|规划|拟建|建设|建成|目标|达到)*(?:数量?|个数)?")),
          new Form(Kind.TOTAL, Pattern.compile("(?:^|_)total(?=_|$)")),
          new Form(Kind.TOTAL, Pattern.compile("/?(?:合计|总计|小计|总数|共计)")),
          new Form(Kind.PLANNED, Pattern.compile("(?:^|_)(?:planned|new|additional)(?=_|$)")),
          new Form(Kind.PLANNED, Pattern.compile("/?(?:规划|计划|新建|新增|拟建)(?:数量?|个数)?")));

  /** Takes the part off a plain header. */
  static ColumnPart of(String plain) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern.matcher(plain);
      if (matcher.find()) {
        String base = plain.substring(0, matcher.start()) + plain.substring(matcher.end());
        Integer year = form.kind == Kind.YEAR ? Integer.valueOf(matcher.group(1)) : null;
        return new ColumnPart(base.replaceAll("^[_/]+|[_/]+$", ""), form.kind, year);
      }
    }
    return new ColumnPart(plain, Kind.WHOLE, null);
  }
}
