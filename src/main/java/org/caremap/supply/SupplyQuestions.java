package org.caremap.supply;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;

/** The one place that reads a question of supply, from a request or from the ledger. */
@ApplicationScoped
public class SupplyQuestions {
  private final SurveyQuestions surveys;

  SupplyQuestions(SurveyQuestions surveys) {
    this.surveys = surveys;
  }

  /**
   * Names of all parameters.
   *
   * @param more names that the caller reads itself
   */
  public static String[] parameters(String... more) {
    return SurveyQuestions.parameters(more);
  }

  /**
   * @throws ProblemException 400 naming the legal values
   */
  public SupplyQuestion of(Query query) {
    return new SupplyQuestion(surveys.scope(query));
  }

  /** A question as {@link SupplyQuestion#parameters} wrote it down. */
  SupplyQuestion read(Map<String, String> written) {
    return of(SurveyQuestions.query(written, parameters("kind")));
  }
}
