package org.caremap.standards;

import java.util.List;
import org.caremap.core.standards.CountyFacts;
import org.caremap.core.standards.RuleJudge;
import org.caremap.core.standards.RuleVerdict;
import org.caremap.core.standards.StandardRule;
import org.caremap.coverage.CareSnapshot;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts of one question, before they are written down.
 *
 * @param facts what was judged
 * @param verdicts one entry a rule
 */
record Judgement(CountyFacts facts, List<RuleVerdict> verdicts) {
  /**
   * Judges.
   *
   * @throws ProblemException 400 where the area of the question is not loaded
   */
  static Judgement of(
      CareSnapshot snapshot, RuleSet rules, VerdictQuestion question, AreaNeighbours neighbours) {
    List<StandardRule> asked = rules.of(question.plans());
    CountyFacts facts =
        CountyReader.read(
            snapshot,
            asked,
            neighbours,
            new StreetWalks(
                snapshot,
                question.walker(),
                question.straightLine(),
                question.asOf(),
                question.countsUndated()),
            question.asOf(),
            question.countsUndated());
    facts = within(facts, question.area());
    RuleJudge judge = new RuleJudge(facts, rules.exceptionsOf(question.plans()));
    return new Judgement(facts, asked.stream().map(judge::judge).toList());
  }

  /**
   * What lies in an area.
   *
   * @param area code, null for everything
   * @throws ProblemException 400 where it is not loaded
   */
  static CountyFacts within(CountyFacts facts, @Nullable String area) {
    if (area == null) {
      return facts;
    }
    if (facts.findArea(area).isEmpty()) {
      throw ProblemException.badParameter("area", area, "the code of a loaded area");
    }
    return facts.within(area);
  }
}
