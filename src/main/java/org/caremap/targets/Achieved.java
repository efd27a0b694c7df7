package org.caremap.targets;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is achieved, as far as that is known.
 *
 * @param atLeast what is achieved for certain; null where nothing can be said
 * @param atMost what may be achieved; infinite where nothing can be said
 * @param missing what is not known, in English
 * @param missingZh the same in Chinese
 * @param lacking where facts of facilities are missing, of how many each, so that areas can be
 *     added up; empty where something else is missing
 */
record Achieved(
    @Nullable Double atLeast,
    double atMost,
    List<String> missing,
    List<String> missingZh,
    Map<String, Integer> lacking) {

  Achieved(@Nullable Double atLeast, double atMost, List<String> missing, List<String> missingZh) {
    this(atLeast, atMost, missing, missingZh, Map.of());
  }

  static Achieved unknown(String missing, String missingZh) {
    return new Achieved(null, Double.POSITIVE_INFINITY, List.of(missing), List.of(missingZh));
  }

  double least() {
    return atLeast == null ? 0 : atLeast;
  }
}
