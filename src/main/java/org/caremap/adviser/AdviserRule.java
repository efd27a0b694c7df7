package org.caremap.adviser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service or subsidy that may apply to somebody.
 *
 * @param code stable code
 * @param kind {@code service} or {@code subsidy}
 * @param getZh what one gets, in plain words; {@code getEn} likewise
 * @param when to whom it may apply; null: to everybody
 * @param ask where to ask: facility types, or {@value #AREA_OFFICE}
 * @param statusZh how sure it is and what to ask for; {@code statusEn} likewise
 */
public record AdviserRule(
    String code,
    String kind,
    String nameZh,
    String nameEn,
    String getZh,
    String getEn,
    @Nullable Condition when,
    List<String> ask,
    Source source,
    String statusZh,
    String statusEn) {
  /** The office of the street, town or village; no facility of the map. */
  public static final String AREA_OFFICE = "area_office";

  /**
   * Where a rule is from.
   *
   * @param document code of the document
   * @param placeZh where it holds; {@code placeEn} likewise
   * @param clause chapter and number in the document, Chinese
   * @param quote the clause, letter by letter
   */
  public record Source(
      String document, String placeZh, String placeEn, String clause, String quote) {}
}
