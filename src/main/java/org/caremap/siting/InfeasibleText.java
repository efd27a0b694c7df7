package org.caremap.siting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.caremap.area.Area;
import org.caremap.core.siting.InfeasibleSiting;
import org.caremap.coverage.SurveyQuestions;
import org.jspecify.annotations.Nullable;

/** Says in both languages which constraint of a site selection cannot be met, and what would do. */
final class InfeasibleText {
  private InfeasibleText() {}

  /**
   * @param towns in the order of the problem's towns
   * @param leftOut candidates that could not be chosen for want of data, by what is missing
   */
  static SelectionAnswer.Infeasible of(
      InfeasibleSiting e, List<Area> towns, Map<String, Integer> leftOut) {
    Area town = e.town() >= 0 && e.town() < towns.size() ? towns.get(e.town()) : null;
    String name = town == null ? "" : town.name();
    Double attainable = Double.isFinite(e.attainable()) ? e.attainable() : null;
    String code = e.constraint().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new SelectionAnswer.Infeasible(
        code,
        english(e, name, attainable) + others(e, towns) + missing(leftOut),
        chinese(e, name, attainable) + othersZh(e, towns) + missingZh(leftOut),
        e.wanted(),
        attainable,
        least(e) ? "least" : "most",
        town == null ? null : town.code(),
        town == null ? null : town.name(),
        e.towns().stream()
            .map(
                each ->
                    new SelectionAnswer.ShortTown(
                        towns.get(each.town()).code(),
                        towns.get(each.town()).name(),
                        each.wanted(),
                        each.attainable()))
            .toList());
  }

  private static boolean least(InfeasibleSiting e) {
    return e.constraint() == InfeasibleSiting.Constraint.COUNT
        || e.constraint() == InfeasibleSiting.Constraint.BUDGET;
  }

  /** The other towns that fall short, so that nobody has to find them one by one. */
  private static String others(InfeasibleSiting e, List<Area> towns) {
    String list =
        e.towns().stream()
            .filter(each -> each.town() != e.town())
            .map(
                each ->
                    "%s (at most %s)"
                        .formatted(towns.get(each.town()).name(), share(each.attainable())))
            .collect(Collectors.joining(", "));
    return list.isEmpty() ? "" : "; nor can that of " + list;
  }

  private static String othersZh(InfeasibleSiting e, List<Area> towns) {
    String list =
        e.towns().stream()
            .filter(each -> each.town() != e.town())
            .map(
                each ->
                    "%s（最多可达 %s）"
                        .formatted(towns.get(each.town()).name(), share(each.attainable())))
            .collect(Collectors.joining("、"));
    return list.isEmpty() ? "" : "；同样达不到的还有：" + list;
  }

  private static String missing(Map<String, Integer> leftOut) {
    StringBuilder says = new StringBuilder();
    leftOut.forEach(
        (what, count) ->
            says.append(
                "; %d candidates could not be chosen because their %s is unknown"
                    .formatted(
                        count, what.equals(SitingCase.PRICE_UNKNOWN) ? "price" : "capacity")));
    return says.toString();
  }

  private static String missingZh(Map<String, Integer> leftOut) {
    StringBuilder says = new StringBuilder();
    leftOut.forEach(
        (what, count) ->
            says.append(
                "；另有 %d 个候选点%s未知，不能参选"
                    .formatted(count, what.equals(SitingCase.PRICE_UNKNOWN) ? "费用" : "容量")));
    return says.toString();
  }

  private static String english(InfeasibleSiting e, String town, @Nullable Double attainable) {
    return switch (e.constraint()) {
      case COUNT ->
          (e.wanted() == 1 ? "1 site is" : number(e.wanted()) + " sites are")
              + " too few"
              + (attainable == null
                  ? ""
                  : "; at least %s are needed".formatted(number(attainable)));
      case BUDGET ->
          "%s yuan are not enough".formatted(number(e.wanted()))
              + (attainable == null
                  ? ""
                  : "; at least %s yuan are needed".formatted(number(attainable)));
      case FORCED -> "the forced sites cannot all be opened: " + e.getMessage();
      case COVER_SHARE ->
          "%s cannot be covered".formatted(people(e.wanted()))
              + (attainable == null ? "" : "; at most %s can".formatted(people(attainable)));
      case TOWN_SHARE ->
          "%s of the people of %s cannot be covered".formatted(share(e.wanted()), town)
              + (attainable == null ? "" : "; at most %s can".formatted(share(attainable)));
      case CAPACITY ->
          "there are not places for %s%s"
                  .formatted(people(e.wanted()), town.isEmpty() ? "" : " of " + town)
              + (attainable == null ? "" : "; for %s at most".formatted(people(attainable)));
      case DEMAND ->
          "nothing reaches some of the %s people in time".formatted(number(e.wanted()))
              + (attainable == null ? "" : "; %s can be reached".formatted(number(attainable)));
    };
  }

  private static String chinese(InfeasibleSiting e, String town, @Nullable Double attainable) {
    return switch (e.constraint()) {
      case COUNT ->
          "%s 处新址不够".formatted(number(e.wanted()))
              + (attainable == null ? "" : "，至少需要 %s 处".formatted(number(attainable)));
      case BUDGET ->
          "%s 元资金不够".formatted(number(e.wanted()))
              + (attainable == null ? "" : "，至少需要 %s 元".formatted(number(attainable)));
      case FORCED -> "指定必选的新址不能全部开设";
      case COVER_SHARE ->
          "覆盖达不到 %s".formatted(peopleZh(e.wanted()))
              + (attainable == null ? "" : "，最多可达 %s".formatted(peopleZh(attainable)));
      case TOWN_SHARE ->
          "%s的覆盖比例达不到 %s".formatted(town, share(e.wanted()))
              + (attainable == null ? "" : "，最多可达 %s".formatted(share(attainable)));
      case CAPACITY ->
          "%s服务名额不够 %s".formatted(town, peopleZh(e.wanted()))
              + (attainable == null ? "" : "，最多可容 %s".formatted(peopleZh(attainable)));
      case DEMAND ->
          "%s 人中有人在时限内走不到任何候选点".formatted(number(e.wanted()))
              + (attainable == null ? "" : "，能走到的有 %s 人".formatted(number(attainable)));
    };
  }

  /** A share up to 1, people above: the solver names whichever was asked. */
  private static String people(double value) {
    return value <= 1 ? share(value) + " of the people" : number(value) + " people";
  }

  private static String peopleZh(double value) {
    return value <= 1 ? share(value) : number(value) + " 人";
  }

  private static String number(double value) {
    return SurveyQuestions.plain(Math.rint(value * 1e6) / 1e6);
  }

  // Down, so that nobody is promised what cannot be had.
  private static String share(double value) {
    return SurveyQuestions.plain(Math.floor(value * 1e3 + 1e-6) / 10) + " %";
  }
}
