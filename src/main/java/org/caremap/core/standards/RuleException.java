package org.caremap.core.standards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exception that somebody approved. It never hides that a rule is missed: both are said.
 *
 * @param id lasting
 * @param rule id of the rule
 * @param area code of the area it is for, null where it is for a facility
 * @param facility id of the facility it is for, null where it is for an area
 * @param kind what is allowed or asked
 * @param servedBy facility elsewhere that serves this area too; only for {@link Kind#SHARED}
 * @param required facilities that are needed instead; only for {@link Kind#SEVERAL}
 * @param reason why
 * @param approver who allowed it
 * @param approvedOn since when
 */
public record RuleException(
    String id,
    String rule,
    @Nullable String area,
    @Nullable String facility,
    Kind kind,
    @Nullable String servedBy,
    @Nullable Double required,
    String reason,
    String approver,
    LocalDate approvedOn) {
  /** Kinds of exceptions. */
  public enum Kind {
    /** Small communities share a facility. */
    SHARED,
    /** A large community needs several. */
    SEVERAL,
    /** The rule is waived. */
    WAIVED;

    /** As in the API. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
