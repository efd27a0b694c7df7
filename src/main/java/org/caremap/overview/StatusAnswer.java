package org.caremap.overview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is loaded and how answers are found.
 *
 * @param version of this program
 * @param database which engine answers
 * @param sample whether the sample county is shown
 * @param streets the walking network
 * @param elevation heights of the ground
 * @param counts how much is stored
 * @param method by which questions are answered now
 * @param bounds west, south, east, north of what is loaded, null where nothing is
 * @param profiles walking profiles
 * @param detourFactor walking metres per straight metre without streets
 * @param snapLimitMeters farthest a place may be from its street
 * @param groups who can be counted
 * @param attribution whom to credit
 * @param tileLayers online base layers by configuration; usually none
 */
public record StatusAnswer(
    String version,
    String database,
    boolean sample,
    Streets streets,
    Elevation elevation,
    Counts counts,
    String method,
    double @Nullable [] bounds,
    List<Profile> profiles,
    double detourFactor,
    double snapLimitMeters,
    List<Group> groups,
    List<String> attribution,
    List<TileLayer> tileLayers) {
  /** The walking network; all null but {@code loaded} where there is none. */
  public record Streets(
      boolean loaded,
      @Nullable String name,
      @Nullable Integer nodes,
      @Nullable Integer edges,
      @Nullable Double lengthKm,
      @Nullable Integer components,
      @Nullable Instant importedAt) {}

  /**
   * Heights of the ground; all null but {@code loaded} where there are none.
   *
   * @param box west, south, east, north of the raster
   * @param resolutionMeters size of a cell
   * @param attribution whom to credit, as the file says; may be empty
   */
  public record Elevation(
      boolean loaded,
      @Nullable String name,
      double @Nullable [] box,
      @Nullable Double resolutionMeters,
      @Nullable Double minMeters,
      @Nullable Double maxMeters,
      @Nullable String attribution,
      @Nullable Instant importedAt) {}

  /** How much is stored. */
  public record Counts(int facilities, int operatingFacilities, int demandPoints, int areas) {}

  /** A walking profile. */
  public record Profile(
      String code,
      String nameZh,
      String nameEn,
      double speedKmh,
      boolean stepsAllowed,
      String source) {}

  /** A group of people. */
  public record Group(String code, String nameZh, String nameEn) {}

  /** An online base layer. */
  public record TileLayer(String name, String url, String attribution) {}
}
