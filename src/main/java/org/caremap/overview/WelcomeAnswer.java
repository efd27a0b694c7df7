package org.caremap.overview;

import java.util.List;
import org.caremap.find.Hotlines;
import org.jspecify.annotations.Nullable;

/**
 * What the search page needs before anybody asks: small, and the same for everybody.
 *
 * @param version of this program
 * @param sample whether the sample county is shown
 * @param method by which questions are answered now
 * @param bounds west, south, east, north of what is loaded, null where nothing is
 * @param detourFactor walking metres per straight metre without streets
 * @param snapLimitMeters farthest a place may be from its street
 * @param needs what can be asked for
 * @param types kinds of facility
 * @param services what facilities offer
 * @param profiles who walks
 * @param hotline the county's elder-service hotline, null where none is configured
 * @param emergency other numbers
 * @param attribution whom to credit
 * @param timeZone in which opening hours are meant
 */
public record WelcomeAnswer(
    String version,
    boolean sample,
    String method,
    double @Nullable [] bounds,
    double detourFactor,
    double snapLimitMeters,
    List<NeedButton> needs,
    List<Kind> types,
    List<Name> services,
    List<Profile> profiles,
    Hotlines.@Nullable Hotline hotline,
    List<Hotlines.Hotline> emergency,
    List<String> attribution,
    String timeZone) {

  /**
   * A need.
   *
   * @param facilities how many operating facilities answer it
   */
  public record NeedButton(
      String code,
      String nameZh,
      String nameEn,
      String hintZh,
      String hintEn,
      String symbol,
      String color,
      List<String> types,
      List<String> services,
      int facilities) {}

  /** A kind of facility. */
  public record Kind(
      String code, String nameZh, String nameEn, @Nullable String symbol, @Nullable String color) {}

  /** A code with its names. */
  public record Name(String code, String nameZh, String nameEn) {}

  /** A walking profile. */
  public record Profile(
      String code, String nameZh, String nameEn, double speedKmh, boolean stepsAllowed) {}
}
