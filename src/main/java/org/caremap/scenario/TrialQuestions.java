package org.caremap.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caremap.coverage.Questions;
import org.caremap.coverage.SurveyQuestions;
import org.caremap.coverage.Trial;
import org.caremap.facility.CodeLists;
import org.caremap.platform.Query;

/** The one place that reads what scenarios are asked, from a request or as it was kept. */
@ApplicationScoped
public class TrialQuestions {
  private static final String[] PARAMETERS = {
    "type",
    "minutes",
    "zoneMinutes",
    "speedKmh",
    "profile",
    "trip",
    "flat",
    "group",
    "area",
    "level",
    "capacity"
  };

  private final Questions questions;
  private final SurveyQuestions surveys;
  private final CodeLists codes;

  TrialQuestions(Questions questions, SurveyQuestions surveys, CodeLists codes) {
    this.questions = questions;
    this.surveys = surveys;
    this.codes = codes;
  }

  /**
   * What is asked of changes.
   *
   * @param capacity whether places are asked for, by the exact assignment, which takes longer
   */
  public record Asked(Trial.Question question, boolean capacity) {
    /** As parameters, defaults spelt out, in order of name. */
    Map<String, String> parameters() {
      Map<String, String> parameters = new TreeMap<>(SurveyQuestions.parameters(question.scope()));
      // Streets are what changes: never by straight lines.
      parameters.remove("straightLine");
      parameters.put("type", String.join(",", question.types()));
      parameters.put("group", question.group().code());
      parameters.put("capacity", Boolean.toString(capacity));
      return parameters;
    }
  }

  /** Names of the parameters, and more. */
  public static String[] parameters(String... more) {
    return Stream.concat(Stream.of(PARAMETERS), Stream.of(more)).toArray(String[]::new);
  }

  /**
   * @throws org.caremap.platform.ProblemException 400 naming the legal values
   */
  public Asked read(Query query) {
    return new Asked(
        new Trial.Question(
            codes.requireTypes(query.texts("type")), questions.group(query), surveys.scope(query)),
        query.flag("capacity"));
  }

  /**
   * The same of another type than the query's.
   *
   * @throws org.caremap.platform.ProblemException 400 naming the legal values
   */
  public Asked read(Query query, String type) {
    return new Asked(
        new Trial.Question(
            codes.requireTypes(List.of(type)), questions.group(query), surveys.scope(query)),
        false);
  }

  /** A question as {@link Asked#parameters} wrote it down. */
  Asked read(Map<String, String> written) {
    return read(SurveyQuestions.query(written, PARAMETERS));
  }

  /** The question with every default, of some types. */
  Asked defaults(Set<String> types) {
    return read(Map.of("type", String.join(",", List.copyOf(types))));
  }
}
