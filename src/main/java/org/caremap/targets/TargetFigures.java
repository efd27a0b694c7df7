package org.caremap.targets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caremap.coverage.CareSnapshot;
import org.caremap.ledger.FigureSource;
import org.caremap.platform.ProblemException;

/** Progress against yearly targets, for publication. */
@ApplicationScoped
class TargetFigures implements FigureSource {
  private static final Set<String> KNOWN = new TreeSet<>(Set.of("kind", "code", "asOf", "area"));

  private final TargetService targets;

  TargetFigures(TargetService targets) {
    this.targets = targets;
  }

  @Override
  public String kind() {
    return TargetService.KIND;
  }

  @Override
  public Map<String, Double> figures(CareSnapshot snapshot, Map<String, String> question) {
    return targets.figures(snapshot, read(question), null);
  }

  @Override
  public String rules(Map<String, String> question) {
    return targets.rules(read(question));
  }

  @Override
  public Map<String, Double> figuresUnder(
      String rules, CareSnapshot snapshot, Map<String, String> question) {
    return targets.figures(snapshot, read(question), rules);
  }

  /** The question as {@link TargetService#progress} records it: a published run has the same id. */
  public Map<String, String> asked(Map<String, String> question) {
    return read(question).texts();
  }

  private ProgressQuestion read(Map<String, String> question) {
    for (String name : question.keySet()) {
      if (!KNOWN.contains(name)) {
        throw ProblemException.badParameter(
            name, question.get(name), "one of the parameters " + String.join(", ", KNOWN));
      }
    }
    return ProgressQuestion.of(question, targets.today());
  }
}
