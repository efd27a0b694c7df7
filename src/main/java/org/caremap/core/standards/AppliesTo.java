package org.caremap.core.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which areas a rule is about.
 *
 * @param levels codes of levels, or {@link #WHOLE} for the topmost areas that are asked about
 * @param urban only urban or only rural ones, as the smallest area says that says it at all
 * @param zone only those of {@code centre} or {@code outer}, likewise
 * @param area only the area of this code or name and the areas in it
 * @param except not the area of this code or name nor the areas in it
 * @param estateAge only {@code new} or {@code old} estates
 */
public record AppliesTo(
    List<String> levels,
    @Nullable Boolean urban,
    @Nullable String zone,
    @Nullable String area,
    @Nullable String except,
    @Nullable String estateAge) {
  /** The whole territory, whatever its level. */
  public static final String WHOLE = "whole";

  public AppliesTo {
    levels = List.copyOf(levels);
  }

  /** Whether the whole territory is meant without any restriction. */
  public boolean isWhole() {
    return levels.contains(WHOLE);
  }
}
