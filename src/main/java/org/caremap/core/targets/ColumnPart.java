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
 * @param year of a part that names one; null otherwise
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
    /** Of a quarter, a half year or a month. */
    PERIOD,
    /** Existing and planned together up to the end of one year. */
    UP_TO,
    /** Existing and planned together. */
    TOTAL
  }

  private static final String PLANS = "(?:拟新[建增]|新增|新建|计划|规划|拟建|建设|建成|目标|达到)*(?:数量?|个数)?";

  /** What a head over its parts adds to the name of the thing. */
  private static final Pattern TAIL =
      Pattern.compile("建设(?:情况|任务|规模)?$|(?<=站|点|中心|机构|院|所|床位)(?:数量?|个数)$");

  private record Form(Kind kind, Pattern pattern) {}

  private static final List<Form> FORMS =
      List.of(
          new Form(Kind.EXISTING, Pattern.compile("(?:^|_)(?:existing|current)(?=_|$)")),
          new Form(
              Kind.EXISTING,
              Pattern.compile(
                  "/?(?:(?:截至|截止|到|至)?(?:19|20)\\d\\d年?(?:底|末)?)?"
                      + "(?:现有|已有|既有|原有|已建成?|现状)(?:数量?|个数)?")),
          new Form(
              Kind.PERIOD,
              Pattern.compile(
                  "/?((?:19|20)\\d\\d)?年?(?:第?[一二三四1-4]季度|[上下]半年|(?:十?[一二]|[三四五六七八九十]|1[0-2]|[1-9])月份?)"
                      + PLANS)),
          new Form(
              Kind.PERIOD,
              Pattern.compile(
                  "(?:^|_)(?:((?:19|20)\\d\\d)_)?(?:q_?[1-4]|h_?[12]|(?:quarter|half)_[1-4]"
                      + "|(?:first|second|third|fourth|1st|2nd|3rd|4th)_(?:quarter|half(?:_year)?))"
                      + "(?:_((?:19|20)\\d\\d))?(?=_|$)")),
          new Form(
              Kind.UP_TO,
              Pattern.compile(
                  "/?(?:截至|截止|到|至)?((?:19|20)\\d\\d)年?(?:底|末)?(?:累计|总计|合计|共计|总数|总量|达到)"
                      + "(?:数量?|个数|"
                      + "新增|新建|计划|规划|拟建|建设|建成|目标|达到|覆盖)*")),
          new Form(
              Kind.UP_TO,
              Pattern.compile(
                  "(?:^|_)(?:in_)?(?:cumulative|total)_(?:by_|until_|to_|up_to_)?((?:19|20)\\d\\d)(?=_|$)"
                      + "|(?:^|_)(?:by|until|up_to)_(?:(?:the_)?end_of_)?((?:19|20)\\d\\d)"
                      + "(?:_in)?(?:_total|_cumulative)?(?=_|$)"
                      + "|(?:^|_)((?:19|20)\\d\\d)_cumulative(?=_|$)")),
          new Form(
              Kind.YEAR,
              Pattern.compile(
                  "(?:^|_)(?:(?:planned|new|target|plan|to_be_built|to_build|additional|added|proposed)_)*"
                      + "(?:in_|for_)?((?:19|20)\\d\\d)"
                      + "(?:_planned|_new|_target|_plan)?(?=_|$)")),
          new Form(
              Kind.YEAR, Pattern.compile("/?(?:截至|截止|到|至)?((?:19|20)\\d\\d)年?(?:底|末|度)?" + PLANS)),
          new Form(Kind.TOTAL, Pattern.compile("(?:^|_)total(?=_|$)")),
          new Form(Kind.TOTAL, Pattern.compile("/?(?:[两二三四五]年)?(?:合计|总计|小计|总数|共计|累计)(?:数量?|个数)?")),
          new Form(Kind.PLANNED, Pattern.compile("(?:^|_)(?:planned|new|additional)(?=_|$)")),
          new Form(
              Kind.PLANNED,
              Pattern.compile("/?(?:今年|明年|后年|本年度?|次年)?(?:规划|计划|新建|新增|拟建|拟新建|拟新增)(?:数量?|个数)?")));

  /** Takes the part off a plain header. */
  static ColumnPart of(String plain) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern.matcher(plain);
      if (matcher.find()) {
        String base = plain.substring(0, matcher.start()) + plain.substring(matcher.end());
        String bare = base.replace("()", "").replaceAll("^[_/:、，]+|[_/:、，]+$", "");
        return new ColumnPart(TAIL.matcher(bare).replaceFirst(""), form.kind, year(matcher));
      }
    }
    return new ColumnPart(plain, Kind.WHOLE, null);
  }

  private static @Nullable Integer year(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return Integer.valueOf(matcher.group(i));
      }
    }
    return null;
  }
}
