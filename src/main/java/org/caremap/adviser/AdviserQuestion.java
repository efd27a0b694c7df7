package org.caremap.adviser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of the adviser; it may be left open.
 *
 * @param code stable code
 * @param hintZh what is meant, or null; {@code hintEn} likewise
 * @param many whether several options may hold; one of them then is {@value #NONE}
 * @param paperZh what shows it at the desk, or null; {@code paperEn} likewise
 * @param options at least two
 */
public record AdviserQuestion(
    String code,
    String zh,
    String en,
    @Nullable String hintZh,
    @Nullable String hintEn,
    boolean many,
    @Nullable String paperZh,
    @Nullable String paperEn,
    List<Option> options) {
  /** The option of a question with several answers that says that none of the others holds. */
  public static final String NONE = "none";

  /** One answer. */
  public record Option(String code, String zh, String en) {}

  boolean hasOption(String option) {
    return options.stream().anyMatch(one -> one.code().equals(option));
  }
}
