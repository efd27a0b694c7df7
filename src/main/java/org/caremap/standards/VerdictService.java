package org.caremap.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.caremap.core.standards.RuleVerdict;
import org.caremap.core.standards.StandardRule;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.RecentAnswers;
import org.caremap.ledger.Ledger;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/** Judges the rules of plans, and every community by them. */
@ApplicationScoped
public class VerdictService {
  // An answer for a thousand communities takes 5 MB.
  private static final int KEPT = 6;

  private final StandardsService standards;
  private final Ledger ledger;
  private final RecentAnswers<Asked, VerdictAnswer> verdicts = new RecentAnswers<>(KEPT);
  private final RecentAnswers<AskedOfAll, CommunitiesAnswer> communities =
      new RecentAnswers<>(KEPT);
  private volatile @Nullable AreaNeighbours neighbours;

  VerdictService(StandardsService standards, Ledger ledger) {
    this.standards = standards;
    this.ledger = ledger;
  }

  private record Asked(VerdictQuestion question, String rules) {}

  private record AskedOfAll(CommunitiesQuestion question, String rules) {}

  /**
   * The verdict on every rule of the plans asked for, by the rules in force.
   *
   * @throws org.caremap.platform.ProblemException 400 where the area is unknown
   */
  public VerdictAnswer verdicts(CareSnapshot snapshot, VerdictQuestion question) {
    return verdicts(snapshot, question, standards.inForce());
  }

  VerdictAnswer verdicts(CareSnapshot snapshot, VerdictQuestion question, RuleSet rules) {
    String hash = rules.hash(question.plans());
    return verdicts.get(
        snapshot,
        new Asked(question, hash),
        () -> {
          RunInputs inputs = ledger.inputs(snapshot, question.parameters(), hash);
          return new VerdictAnswer(
              inputs.id(),
              inputs,
              question.asOf().toString(),
              snapshot.method(question.straightLine()).code(),
              question.plans(),
              judge(snapshot, question, rules).verdicts().stream().map(this::write).toList());
        });
  }

  /**
   * Both verdicts on every community, by the rules in force.
   *
   * @throws org.caremap.platform.ProblemException 400 where the area is unknown
   */
  public CommunitiesAnswer communities(CareSnapshot snapshot, CommunitiesQuestion question) {
    return communities(snapshot, question, standards.inForce());
  }

  CommunitiesAnswer communities(
      CareSnapshot snapshot, CommunitiesQuestion question, RuleSet rules) {
    VerdictQuestion asked = question.verdicts();
    String hash = rules.hash(asked.plans());
    return communities.get(
        snapshot,
        new AskedOfAll(question, hash),
        () -> {
          RunInputs inputs = ledger.inputs(snapshot, question.parameters(), hash);
          return new CommunitiesAnswer(
              inputs.id(),
              inputs,
              asked.asOf().toString(),
              snapshot.method(asked.straightLine()).code(),
              asked.plans(),
              question.level().code(),
              question.group().code(),
              // A rule about the whole territory stays one when only a part is shown.
              new CommunityRows(question, judge(snapshot, asked.everywhere(), rules)).list());
        });
  }

  /**
   * Two plans side by side.
   *
   * @param plans two codes
   * @throws org.caremap.platform.ProblemException 400 where the area is unknown
   */
  public CompareAnswer compare(
      CareSnapshot snapshot, VerdictQuestion question, List<String> plans) {
    RuleSet rules = standards.inForce();
    VerdictAnswer a = verdicts(snapshot, question.withPlans(plans.subList(0, 1)), rules);
    VerdictAnswer b = verdicts(snapshot, question.withPlans(plans.subList(1, 2)), rules);
    RunInputs inputs =
        ledger.inputs(snapshot, question.withPlans(plans).parameters(), rules.hash(plans));
    return new CompareAnswer(
        inputs.id(),
        inputs,
        question.asOf().toString(),
        plans,
        new PlanComparison(
                rules.of(plans.subList(0, 1)),
                rules.of(plans.subList(1, 2)),
                List.of(a.brief(), b.brief()))
            .rows());
  }

  private Judgement judge(CareSnapshot snapshot, VerdictQuestion question, RuleSet rules) {
    AreaNeighbours known = neighbours;
    if (known == null || !known.isOf(snapshot.areas())) {
      known = new AreaNeighbours(snapshot.areas());
      neighbours = known;
    }
    return Judgement.of(snapshot, rules, question, known);
  }

  private VerdictAnswer.Rule write(RuleVerdict verdict) {
    StandardRule rule = verdict.rule();
    return VerdictWriter.write(
        verdict, VerdictWriter.rule(rule, standards.isChanged(rule), standards.isBuiltIn(rule)));
  }
}
