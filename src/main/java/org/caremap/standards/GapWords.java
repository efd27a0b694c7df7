package org.caremap.standards;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.standards.Gap;

/** What is missing, in words. */
final class GapWords {
  private record Kind(Gap.Field field, Gap.Of of) {}

  private GapWords() {}

  /** For example {@code beds of 12 facilities}. */
  static List<String> en(Collection<Gap> gaps) {
    return counts(gaps).entrySet().stream()
        .map(
            one ->
                one.getKey().of() == Gap.Of.RULE
                    ? one.getKey().field().code()
                    : one.getKey().field().code() + " of " + one.getKey().of().en(one.getValue()))
        .toList();
  }

  /** For example {@code 床位数（12 处设施）}. */
  static List<String> zh(Collection<Gap> gaps) {
    return counts(gaps).entrySet().stream()
        .map(
            one ->
                one.getKey().of() == Gap.Of.RULE
                    ? one.getKey().field().zh()
                    : one.getKey().field().zh() + "（" + one.getKey().of().zh(one.getValue()) + "）")
        .toList();
  }

  private static Map<Kind, Integer> counts(Collection<Gap> gaps) {
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    gaps.forEach(gap -> counts.merge(new Kind(gap.field(), gap.of()), 1, Integer::sum));
    return counts;
  }
}
