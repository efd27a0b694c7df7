package org.caremap.ledger;

import java.util.Map;
import java.util.TreeMap;
import org.caremap.coverage.CareSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A slice whose figures can be published and computed again. Implementations are beans; the ledger
 * finds them all.
 */
public interface FigureSource {
  /**
   * What the figures are of: {@code board}, {@code verdicts}, {@code targets} or {@code supply}.
   */
  String kind();

  /**
   * Computes the figures of a question.
   *
   * @param snapshot everything they are computed from
   * @param question the API's parameters by name; a repeated one as one value, separated by commas
   * @return figures by key, in a stable order; what is unknown or endless is left out
   * @throws org.caremap.platform.ProblemException 400 if the question cannot be asked
   */
  Map<String, Double> figures(CareSnapshot snapshot, Map<String, String> question);

  /**
   * A question as this slice's own answers put it into {@link Ledger#inputs}, defaults filled in,
   * so that a published run and the answer on the screen have one id. What it gives, without {@code
   * kind}, must be a question that can be asked.
   */
  default Map<String, String> asked(Map<String, String> question) {
    Map<String, String> asked = new TreeMap<>(question);
    asked.put("kind", kind());
    return asked;
  }

  /**
   * The rules in force that these figures are judged by, as one canonical text, so that they can be
   * kept beside the data: same rules, same text.
   *
   * @return null where the figures need no rules
   */
  default @Nullable String rules(Map<String, String> question) {
    return null;
  }

  /**
   * The same figures under rules as they were: what {@link #rules} once gave.
   *
   * @throws UnsupportedOperationException if this source can only judge by the rules in force
   */
  default Map<String, Double> figuresUnder(
      String rules, CareSnapshot snapshot, Map<String, String> question) {
    throw new UnsupportedOperationException(kind() + " judges by the rules in force only");
  }
}
