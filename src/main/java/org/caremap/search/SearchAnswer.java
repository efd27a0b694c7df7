package org.caremap.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param results best first
 */
public record SearchAnswer(List<Result> results) {
  /**
   * One of the results.
   *
   * @param kind code of a {@link SearchKind}
   * @param id internal id, facilities only
   * @param code area code, areas only
   * @param type facility type, level of an area, or OpenStreetMap value of a place
   * @param name as people know it
   * @param detail address or the areas that it lies in, null where unknown
   * @param lon degrees, WGS 84
   * @param lat degrees, WGS 84
   * @param match code of a {@link SearchMatch}
   */
  public record Result(
      String kind,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String id,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String type,
      String name,
      @Nullable String detail,
      double lon,
      double lat,
      String match) {}

  static SearchAnswer of(List<SearchHit> hits) {
    return new SearchAnswer(
        hits.stream()
            .map(
                hit -> {
                  SearchEntry e = hit.entry();
                  return new Result(
                      e.kind().code(),
                      e.id(),
                      e.code(),
                      e.type(),
                      e.name(),
                      e.detail(),
                      rounded(e.lon()),
                      rounded(e.lat()),
                      hit.match().code());
                })
            .toList());
  }

  /** To a centimetre. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }
}
