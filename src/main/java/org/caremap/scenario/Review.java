package org.caremap.scenario;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a change means against the data of today.
 *
 * @param index of the change
 * @param op of the change
 * @param key of the change, or the facility's external id
 * @param state {@code kept}, {@code moved}, {@code gone} or {@code conflict}
 * @param effect whether it still does anything
 * @param message in English
 * @param messageZh in Chinese
 */
public record Review(
    int index,
    String op,
    String key,
    String state,
    boolean effect,
    String message,
    String messageZh) {
  static final String KEPT = "kept";
  static final String MOVED = "moved";
  static final String GONE = "gone";
  static final String CONFLICT = "conflict";

  /** Whether rebasing drops the change. */
  @JsonIgnore
  boolean isGone() {
    return state.equals(GONE);
  }
}
