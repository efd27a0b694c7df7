package org.caremap.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.coverage.Questions;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.facility.Code;
import org.caremap.facility.CodeLists;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.population.DemandGroup;

/** The one place that reads a board's question, from a request or from the ledger. */
@ApplicationScoped
public class BoardQuestions {
  private static final double MOST_WEIGHT = 1000;
  private static final String[] PARAMETERS =
      SurveyQuestions.parameters("type", "types", "group", "weights", "capacity");

  private final Questions questions;
  private final SurveyQuestions surveys;
  private final CodeLists codes;

  BoardQuestions(Questions questions, SurveyQuestions surveys, CodeLists codes) {
    this.questions = questions;
    this.surveys = surveys;
    this.codes = codes;
  }

  /**
   * Names of all parameters.
   *
   * @param more names that the caller reads itself
   */
  public static String[] parameters(String... more) {
    String[] all = new String[PARAMETERS.length + more.length];
    System.arraycopy(PARAMETERS, 0, all, 0, PARAMETERS.length);
    System.arraycopy(more, 0, all, PARAMETERS.length, more.length);
    return all;
  }

  /**
   * The question of a board: at least one type.
   *
   * @throws ProblemException 400 naming the legal values
   */
  public BoardQuestion board(Query query) {
    return question(query, codes.requireTypes(types(query)));
  }

  /**
   * The question of a matrix: all types where none is named.
   *
   * @throws ProblemException 400 naming the legal values
   */
  public BoardQuestion matrix(Query query) {
    List<String> types = types(query);
    return question(
        query,
        types.isEmpty()
            ? codes.listTypes().stream().map(Code::code).toList()
            : codes.requireTypes(types));
  }

  /** A question as {@link BoardQuestion#parameters} wrote it down. */
  BoardQuestion read(Map<String, String> written) {
    Query query = SurveyQuestions.query(written, parameters("kind", "matrix"));
    return isMatrix(written) ? matrix(query) : board(query);
  }

  static boolean isMatrix(Map<String, String> written) {
    return "true".equals(written.get("matrix"));
  }

  private static List<String> types(Query query) {
    List<String> types = new ArrayList<>(query.texts("type"));
    query.texts("types").stream().filter(type -> !types.contains(type)).forEach(types::add);
    return types;
  }

  private BoardQuestion question(Query query, List<String> types) {
    return new BoardQuestion(
        types,
        questions.group(query),
        weights(query),
        surveys.scope(query),
        query.text("capacity") == null || query.flag("capacity"));
  }

  private static Map<String, Double> weights(Query query) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String pair : query.texts("weights")) {
      int colon = pair.lastIndexOf(':');
      String group = colon < 1 ? "" : pair.substring(0, colon).strip();
      double weight = colon < 1 ? Double.NaN : number(pair.substring(colon + 1));
      boolean legal = DemandGroup.find(group).isPresent() && weight >= 0 && weight <= MOST_WEIGHT;
      if (!legal || weights.put(group, weight) != null) {
        throw ProblemException.badParameter(
            "weights",
            pair,
            "<group>:<number from 0 to 1000>, each group once, separated by commas; groups: "
                + DemandGroup.legal());
      }
    }
    if (!weights.isEmpty() && weights.values().stream().allMatch(weight -> weight == 0)) {
      throw ProblemException.badParameter(
          "weights", query.text("weights"), "at least one weight greater than 0");
    }
    return weights;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
