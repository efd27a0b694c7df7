package org.caremap.standards;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * Both verdicts on every community.
 *
 * @param run id of the inputs
 * @param inputs what it was computed from
 * @param asOf day of which is judged
 * @param method by which walks were found
 * @param plans codes
 * @param level of the rows
 * @param group who is counted
 * @param rows one entry a community, in order of code
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CommunitiesAnswer(
    String run,
    RunInputs inputs,
    String asOf,
    String method,
    List<String> plans,
    String level,
    String group,
    List<Row> rows) {
  /**
   * One community.
   *
   * @param disagree whether it has what a rule says and its people do not reach one in time, or the
   *     reverse, for any kind of facility
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(
      String code,
      String name,
      String level,
      @Nullable String parent,
      @Nullable String parentName,
      @Nullable Boolean urban,
      @Nullable String serviceZone,
      Institutional institutional,
      List<Spatial> spatial,
      boolean disagree) {}

  /**
   * Whether it has what the rules say.
   *
   * @param met rules that it keeps
   * @param missed rules that it does not, those with time left too
   * @param cannotBeJudged rules for which something is missing
   * @param rules one entry a rule about it
   */
  public record Institutional(int met, int missed, int cannotBeJudged, List<OneRule> rules) {}

  /** One rule about a community, with its exception if there is one. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record OneRule(
      String id,
      String zh,
      String en,
      List<String> types,
      String outcome,
      String outcomeWithException,
      @Nullable Double value,
      double threshold,
      List<String> missing,
      List<String> missingZh,
      @Nullable JsonNode exception) {}

  /**
   * Whether its people arrive in time.
   *
   * @param rule id of the rule that names the minutes, null where the question does
   * @param types of the facilities, the nearest of any counts
   * @param minutes inclusive
   * @param minutesFrom {@code rule} or {@code parameter}
   * @param shareRequired of the people
   * @param group who is counted
   * @param covered of the people of known number, who arrive in time at facilities known to serve
   * @param coveredAtMost who arrive if those of unknown opening day serve as well
   * @param uncovered who do not arrive at facilities known to serve
   * @param share of the known people who arrive in time, null where nobody is known or it is not
   *     known which facilities serve
   * @param outcome met, missed or cannot-be-judged
   * @param disagree whether the rules about having such a facility say the opposite
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Spatial(
      @Nullable String rule,
      List<String> types,
      double minutes,
      String minutesFrom,
      double shareRequired,
      String group,
      double demand,
      double covered,
      double coveredAtMost,
      double uncovered,
      int unknownPoints,
      @Nullable Double share,
      String outcome,
      List<String> missing,
      List<String> missingZh,
      boolean disagree) {}
}
