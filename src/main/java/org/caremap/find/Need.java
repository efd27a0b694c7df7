package org.caremap.find;

import java.util.List;
import org.caremap.facility.Facility;
import org.jspecify.annotations.Nullable;

/**
 * What somebody comes for, in everyday words.
 *
 * @param code stable code
 * @param zh Chinese name
 * @param en English name
 * @param hintZh what that means, Chinese
 * @param hintEn the same in English
 * @param symbol one character for its button
 * @param color {@code #rrggbb}
 * @param types kinds of facility that answer it
 * @param orTypes kinds that answer it where they offer one of {@code withServices}
 * @param withServices services, see {@code orTypes}
 * @param deliveredBy kinds that bring it home
 */
public record Need(
    String code,
    String zh,
    String en,
    String hintZh,
    String hintEn,
    String symbol,
    String color,
    List<String> types,
    List<String> orTypes,
    List<String> withServices,
    List<String> deliveredBy) {
  /** Fills in lists that the file leaves out. */
  public Need(
      String code,
      String zh,
      String en,
      @Nullable String hintZh,
      @Nullable String hintEn,
      String symbol,
      String color,
      @Nullable List<String> types,
      @Nullable List<String> orTypes,
      @Nullable List<String> withServices,
      @Nullable List<String> deliveredBy) {
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.hintZh = hintZh == null ? "" : hintZh;
    this.hintEn = hintEn == null ? "" : hintEn;
    this.symbol = symbol;
    this.color = color;
    this.types = copy(types);
    this.orTypes = copy(orTypes);
    this.withServices = copy(withServices);
    this.deliveredBy = copy(deliveredBy);
  }

  private static List<String> copy(@Nullable List<String> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** Whether a facility answers it, whatever its status. */
  public boolean isAnsweredBy(Facility facility) {
    String type = facility.details().type();
    return types.contains(type)
        || orTypes.contains(type)
            && facility.details().services().stream().anyMatch(withServices::contains);
  }
}
