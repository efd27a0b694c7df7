package org.caremap.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.standards.Outcome;
import org.caremap.coverage.CareSnapshot;
import org.caremap.ledger.FigureSource;
import org.jspecify.annotations.Nullable;

/** The figures of verdicts, for the ledger. An outcome is 1 where met and 0 where missed. */
@ApplicationScoped
class VerdictFigures implements FigureSource {
  private final VerdictService verdicts;
  private final VerdictQuestions questions;
  private final StandardsService standards;

  VerdictFigures(VerdictService verdicts, VerdictQuestions questions, StandardsService standards) {
    this.verdicts = verdicts;
    this.questions = questions;
    this.standards = standards;
  }

  @Override
  public String kind() {
    return VerdictQuestion.KIND;
  }

  @Override
  public Map<String, Double> figures(CareSnapshot snapshot, Map<String, String> question) {
    return figures(snapshot, question, standards.inForce());
  }

  @Override
  public String rules(Map<String, String> question) {
    return standards.inForce().text(questions.read(question).plans());
  }

  @Override
  public Map<String, Double> figuresUnder(
      String rules, CareSnapshot snapshot, Map<String, String> question) {
    return figures(snapshot, question, RuleSet.parse(rules, standards.reader()));
  }

  @Override
  public Map<String, String> asked(Map<String, String> question) {
    return isCommunities(question)
        ? questions.readCommunities(question).parameters()
        : questions.read(question).parameters();
  }

  private static boolean isCommunities(Map<String, String> question) {
    return "true".equals(question.get("communities"));
  }

  private Map<String, Double> figures(
      CareSnapshot snapshot, Map<String, String> question, RuleSet rules) {
    return isCommunities(question)
        ? figures(verdicts.communities(snapshot, questions.readCommunities(question), rules))
        : figures(verdicts.verdicts(snapshot, questions.read(question), rules));
  }

  private static Map<String, Double> figures(VerdictAnswer answer) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (VerdictAnswer.Rule rule : answer.rules()) {
      String at = "verdicts/" + rule.id();
      put(figures, at + "/value", rule.value());
      put(figures, at + "/low", rule.low());
      put(figures, at + "/high", rule.high());
      put(figures, at + "/numerator", rule.numerator());
      put(figures, at + "/denominator", rule.denominator());
      put(figures, at + "/outcome", outcome(rule.outcome()));
      put(figures, at + "/outcomeWithExceptions", outcome(rule.outcomeWithExceptions()));
      for (VerdictAnswer.Subject one :
          rule.subjects() == null ? List.<VerdictAnswer.Subject>of() : rule.subjects()) {
        String of = at + "/" + name(one);
        put(figures, of + "/value", one.value());
        put(figures, of + "/outcome", outcome(one.outcome()));
      }
    }
    return figures;
  }

  private static String name(VerdictAnswer.Subject one) {
    if (one.code() != null) {
      return one.code();
    }
    return one.facility() != null ? one.facility() : one.name();
  }

  private static Map<String, Double> figures(CommunitiesAnswer answer) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (CommunitiesAnswer.Row row : answer.rows()) {
      String at = "verdicts/communities/" + row.code();
      put(figures, at + "/met", (double) row.institutional().met());
      put(figures, at + "/missed", (double) row.institutional().missed());
      put(figures, at + "/cannotBeJudged", (double) row.institutional().cannotBeJudged());
      put(figures, at + "/disagree", row.disagree() ? 1.0 : 0);
      for (CommunitiesAnswer.Spatial one : row.spatial()) {
        String of = at + "/" + String.join("+", one.types()) + "/" + one.group();
        put(figures, of + "/demand", one.demand());
        put(figures, of + "/covered", one.covered());
        put(figures, of + "/share", one.share());
        put(figures, of + "/outcome", outcome(one.outcome()));
      }
    }
    return figures;
  }

  private static @Nullable Double outcome(String code) {
    if (code.equals(Outcome.MET.code())) {
      return 1.0;
    }
    boolean missed = code.equals(Outcome.MISSED.code()) || code.equals(Outcome.NOT_YET.code());
    return missed ? (Double) 0.0 : null;
  }

  private static void put(Map<String, Double> figures, String key, @Nullable Double value) {
    if (value != null) {
      figures.put(key, value);
    }
  }
}
