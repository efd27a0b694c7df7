package org.caremap.targets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is achieved, as far as that is known.
 *
 * @param atLeast what is achieved for certain; null where nothing can be said
 * @param atMost what may be achieved; infinite where nothing can be said
 * @param missing what is not known, in English
 * @param missingZh the same in Chinese
 */
record Achieved(
    @Nullable Double atLeast, double atMost, List<String> missing, List<String> missingZh) {

  static Achieved unknown(String missing, String missingZh) {
    return new Achieved(null, Double.POSITIVE_INFINITY, List.of(missing), List.of(missingZh));
  }

  double least() {
    return atLeast == null ? 0 : atLeast;
  }
}
