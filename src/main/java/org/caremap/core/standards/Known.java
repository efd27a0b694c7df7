package org.caremap.core.standards;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A truth and what would have to be known to say it.
 *
 * @param truth yes, no, unknown
 * @param gaps empty unless unknown
 */
public record Known(Truth truth, Set<Gap> gaps) {
  static final Known YES = new Known(Truth.YES, Set.of());
  static final Known NO = new Known(Truth.NO, Set.of());

  static Known of(boolean holds) {
    return holds ? YES : NO;
  }

  static Known unknown(Gap gap) {
    return new Known(Truth.UNKNOWN, Set.of(gap));
  }

  /** Whether an input that may be unknown is as asked; always so where nothing is asked. */
  static Known asked(@Nullable Boolean asked, @Nullable Boolean given, Gap.Field field, String id) {
    if (asked == null) {
      return YES;
    }
    return given == null
        ? unknown(new Gap(field, Gap.Of.FACILITY, id))
        : of(asked.booleanValue() == given.booleanValue());
  }

  Known and(Known other) {
    return with(truth.and(other.truth), other.gaps);
  }

  Known or(Known other) {
    return with(truth.or(other.truth), other.gaps);
  }

  private Known with(Truth result, Collection<Gap> others) {
    if (result != Truth.UNKNOWN) {
      return result == Truth.YES ? YES : NO;
    }
    if (others.isEmpty()) {
      return new Known(result, gaps);
    }
    Set<Gap> all = new LinkedHashSet<>(gaps);
    all.addAll(others);
    return new Known(result, all);
  }
}
