package org.caremap.supply;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * Services against the groups that need them.
 *
 * @param run id of the inputs
 * @param inputs what it was computed from
 * @param method by network or straight line
 * @param minutes cut-off, inclusive
 * @param zoneMinutes cut-offs of zones that have their own
 * @param speedKmh flat walking speed
 * @param profile walking profile
 * @param level areas of this level's depth are the rows
 * @param area the area that the question was restricted to, null for all
 * @param places types of facility that count as a place of care
 * @param needs who needs what, and which clause says so
 * @param summary all points asked for, the pairs first of which most people lack the content
 * @param rows in order of code
 * @param unassigned points in no area of the level; null where every point is in one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SupplyAnswer(
    String run,
    RunInputs inputs,
    String method,
    double minutes,
    Map<String, Double> zoneMinutes,
    double speedKmh,
    String profile,
    String level,
    @Nullable String area,
    List<String> places,
    List<Clause> needs,
    List<Cell> summary,
    List<Row> rows,
    @Nullable List<Cell> unassigned) {
  /**
   * A group, a service, and the clause that joins them.
   *
   * @param group code of the group
   * @param service code of the service
   * @param quote the clause, word for word
   * @param seed the document
   * @param zh where it is from, in Chinese
   * @param en the same in English
   */
  public record Clause(
      String group, String service, String quote, String seed, String zh, String en) {}

  /**
   * One area.
   *
   * @param code of the area
   * @param name of the area
   * @param level of the area
   * @param parent code of the area it is part of
   * @param cells every needed pair, in the order of groups and services
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(
      String code, String name, String level, @Nullable String parent, List<Cell> cells) {}

  /**
   * One group and one service it needs. people = served + contentMissing + contentUnknown +
   * placeMissing.
   *
   * @param group code of the group
   * @param service code of the service
   * @param people known people of the group
   * @param served who reach in time a facility that offers the service
   * @param contentMissing who reach a place of care in time, but none that offers it
   * @param contentUnknown the same, but one of these places does not say what it offers
   * @param placeMissing who reach none in time
   * @param unknownPoints points whose count is unknown; they are in nothing else
   */
  public record Cell(
      String group,
      String service,
      double people,
      double served,
      double contentMissing,
      double contentUnknown,
      double placeMissing,
      int unknownPoints) {}
}
