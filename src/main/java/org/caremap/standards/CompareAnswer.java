package org.caremap.standards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.caremap.ledger.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * Two plans side by side.
 *
 * @param run id of the inputs
 * @param inputs what it was computed from
 * @param asOf day of which is judged
 * @param plans the two codes
 * @param rows rules about the same thing beside each other, then those of one plan only
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CompareAnswer(
    String run, RunInputs inputs, String asOf, List<String> plans, List<Row> rows) {
  /**
   * One thing that is asked.
   *
   * @param indicator code
   * @param level of areas
   * @param urban only urban or only rural ones, null for both
   * @param zone only those of a zone, null for all
   * @param types of facilities
   * @param sameScope whether both are about exactly the same areas and types
   * @param a what the first plan asks and its verdict, null where it asks nothing
   * @param b what the second plan asks and its verdict, null where it asks nothing
   * @param contradict whether both ask, but not the same
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(
      String indicator,
      List<String> level,
      @Nullable Boolean urban,
      @Nullable String zone,
      List<String> types,
      boolean sameScope,
      VerdictAnswer.@Nullable Rule a,
      VerdictAnswer.@Nullable Rule b,
      boolean contradict) {}
}
