package org.caremap.adviser;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a rule may apply: exactly one of a question with the answers that count, {@code all} of
 * several conditions, or {@code any} of them. An open question makes it neither true nor false.
 *
 * @param question code of a question, with {@code is}
 * @param is codes of its options
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(
    @Nullable String question,
    @Nullable List<String> is,
    @Nullable List<Condition> all,
    @Nullable List<Condition> any) {
  static Condition answer(String question, List<String> is) {
    return new Condition(question, is, null, null);
  }

  static Condition all(List<Condition> all) {
    return new Condition(null, null, all, null);
  }

  static Condition any(List<Condition> any) {
    return new Condition(null, null, null, any);
  }
}
