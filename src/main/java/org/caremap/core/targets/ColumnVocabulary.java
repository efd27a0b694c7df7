package org.caremap.core.targets;

import java.util.List;
import java.util.Optional;

/**
 * The columns that are known by name; the first rule that fits counts.
 *
 * @param rules in order of precedence
 */
public record ColumnVocabulary(List<ColumnRule> rules) {

  /** The rule for a header; plain as {@link HeaderText#plain} gives it. */
  Optional<ColumnRule> find(String plain) {
    return rules.stream().filter(rule -> rule.matches(plain)).findFirst();
  }
}
