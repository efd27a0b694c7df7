package org.caremap.siting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.CoverageAnswer;
import org.caremap.coverage.SitingReach;
import org.caremap.ledger.FigureSource;
import org.jspecify.annotations.Nullable;

/**
 * The figures of site selections, for the ledger. The rules they are judged by are the loaded
 * candidates and the grants. Where the time given did not do for a proof, a repetition on a faster
 * or slower machine may find another answer, and says so.
 */
@ApplicationScoped
class SitingFigures implements FigureSource {
  static final String KIND = "siting";

  private final SitingService service;

  SitingFigures(SitingService service) {
    this.service = service;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<String, Double> figures(CareSnapshot snapshot, Map<String, String> question) {
    return figures(service.answer(snapshot, service.read(question), service.book()));
  }

  @Override
  public Map<String, String> asked(Map<String, String> question) {
    return service.read(question).parameters();
  }

  @Override
  public String rules(Map<String, String> question) {
    return service.book().text();
  }

  @Override
  public Map<String, Double> figuresUnder(
      String rules, CareSnapshot snapshot, Map<String, String> question) {
    return figures(service.answer(snapshot, service.read(question), SiteBook.of(rules)));
  }

  private static Map<String, Double> figures(SelectionAnswer answer) {
    Map<String, Double> figures = new LinkedHashMap<>();
    String at = "%s/%s/%s".formatted(KIND, answer.request().type(), answer.request().model());
    put(figures, at + "/objective", answer.objective());
    put(figures, at + "/bound", answer.bound());
    put(figures, at + "/yuan", answer.yuan());
    put(figures, at + "/notCoverable", answer.notCoverable());
    for (SiteFacts site : answer.sites()) {
      String of = at + "/site/" + site.id();
      put(figures, of + "/rank", site.rank() == null ? null : (double) site.rank());
      put(figures, of + "/gain", site.gain());
      put(figures, of + "/priceYuan", site.priceYuan());
    }
    situation(figures, at + "/before", answer.before());
    situation(figures, at + "/after", answer.after());
    return figures;
  }

  private static void situation(
      Map<String, Double> figures, String at, SitingReach.@Nullable Situation situation) {
    if (situation == null) {
      return;
    }
    put(figures, at + "/meanMinutes", situation.meanMinutes());
    numbers(figures, at + "/total", situation.total());
    for (CoverageAnswer.AreaNumbers town : situation.towns()) {
      numbers(figures, at + "/" + town.code(), town.numbers());
    }
    situation.groups().forEach((group, of) -> numbers(figures, at + "/group/" + group, of));
  }

  private static void numbers(
      Map<String, Double> figures, String at, CoverageAnswer.Numbers numbers) {
    put(figures, at + "/demand", numbers.demand());
    put(figures, at + "/covered", numbers.covered());
    put(figures, at + "/unknownPoints", (double) numbers.unknownPoints());
  }

  private static void put(Map<String, Double> figures, String key, @Nullable Double value) {
    if (value != null) {
      figures.put(key, value);
    }
  }
}
