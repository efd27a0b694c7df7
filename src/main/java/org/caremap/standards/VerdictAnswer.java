package org.caremap.standards;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * What is said of rules.
 *
 * @param run id of the inputs
 * @param inputs what it was computed from
 * @param asOf day of which is judged
 * @param method by which walks were found
 * @param plans codes
 * @param rules one entry a rule, in display order
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VerdictAnswer(
    String run,
    RunInputs inputs,
    String asOf,
    String method,
    List<String> plans,
    List<Rule> rules) {
  /**
   * What is said of one rule.
   *
   * @param rule as {@code /standards/rules} shows it
   * @param outcome met, missed, not-yet, reported, cannot-be-judged, not-applicable: of the rule as
   *     it stands
   * @param outcomeWithExceptions the same where approved exceptions count
   * @param value in its unit; of the worst subject where each is judged by itself; null where it is
   *     not known
   * @param low the value is so much at least
   * @param high the value is so much at most, null where nothing limits it
   * @param numerator what is counted; subjects that keep the rule where each is judged by itself
   * @param denominator for what; subjects where each is judged by itself
   * @param unit in English
   * @param unitZh in Chinese
   * @param threshold of the rule
   * @param wantedMet whether the stricter value is kept, null where there is none or it is unknown
   * @param excepted subjects with an approved exception
   * @param missing what is not known, in English
   * @param missingZh what is not known, in Chinese
   * @param notes what else is to be said, in English
   * @param notesZh what else is to be said, in Chinese
   * @param subjects one entry each; null where they were not asked for
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Rule(
      JsonNode rule,
      String outcome,
      String outcomeWithExceptions,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double numerator,
      @Nullable Double denominator,
      String unit,
      String unitZh,
      double threshold,
      @Nullable Boolean wantedMet,
      int excepted,
      List<String> missing,
      List<String> missingZh,
      List<String> notes,
      List<String> notesZh,
      @Nullable List<Subject> subjects) {
    /** Id of the rule. */
    public String id() {
      return rule.path("id").asText();
    }

    /** The same without its subjects. */
    public Rule brief() {
      return new Rule(
          rule,
          outcome,
          outcomeWithExceptions,
          value,
          low,
          high,
          numerator,
          denominator,
          unit,
          unitZh,
          threshold,
          wantedMet,
          excepted,
          missing,
          missingZh,
          notes,
          notesZh,
          null);
    }
  }

  /**
   * What is said of one area, facility or operator.
   *
   * @param code of an area, null for others
   * @param facility external id of a facility, null for others
   * @param operator name of an operator, null for others
   * @param name for people
   * @param outcome of the rule as it stands
   * @param outcomeWithException the same where its approved exception counts
   * @param value in the unit of the rule; a number of facilities where a share of areas is judged
   * @param low the value is so much at least
   * @param high the value is so much at most, null where nothing limits it
   * @param numerator what is counted
   * @param denominator for what
   * @param missing what is not known, in English
   * @param missingZh what is not known, in Chinese
   * @param exception approved for it, null where none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Subject(
      @Nullable String code,
      @Nullable String facility,
      @Nullable String operator,
      String name,
      String outcome,
      String outcomeWithException,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double numerator,
      @Nullable Double denominator,
      List<String> missing,
      List<String> missingZh,
      @Nullable JsonNode exception) {}

  /** The same without the subjects of its rules. */
  public VerdictAnswer brief() {
    return new VerdictAnswer(
        run, inputs, asOf, method, plans, rules.stream().map(Rule::brief).toList());
  }
}
