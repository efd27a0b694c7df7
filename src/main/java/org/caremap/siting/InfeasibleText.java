package org.caremap.siting;

import java.util.List;
import java.util.Locale;
import org.caremap.area.Area;
import org.caremap.core.siting.InfeasibleSiting;
import org.caremap.coverage.SurveyQuestions;
import org.jspecify.annotations.Nullable;

/** Says in both languages which constraint of a site selection cannot be met, and what would do. */
final class InfeasibleText {
  private InfeasibleText() {}

  /**
   * @param towns in the order of the problem's towns
   */
  static SelectionAnswer.Infeasible of(InfeasibleSiting e, List<Area> towns) {
    Area town = e.town() >= 0 && e.town() < towns.size() ? towns.get(e.town()) : null;
    String name = town == null ? "" : town.name();
    Double attainable = Double.isFinite(e.attainable()) ? e.attainable() : null;
    String code = e.constraint().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new SelectionAnswer.Infeasible(
        code,
        english(e, name, attainable),
        chinese(e, name, attainable),
        e.wanted(),
        attainable,
        town == null ? null : town.code(),
        town == null ? null : town.name());
  }

  private static String english(InfeasibleSiting e, String town, @Nullable Double attainable) {
    return switch (e.constraint()) {
      case COUNT ->
          "%s sites are too few".formatted(number(e.wanted()))
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
          "%s 个新址不够".formatted(number(e.wanted()))
              + (attainable == null ? "" : "，至少需要 %s 个".formatted(number(attainable)));
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
          "%s 人中有人在时限内走不到任何备选点".formatted(number(e.wanted()))
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
    return SurveyQuestions.plain(Math.floor(value * 1e4 + 1e-6) / 100) + "%";
  }
}
