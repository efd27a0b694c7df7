package org.caremap.core.standards;

import java.util.Arrays;
import java.util.Optional;

/** How a value is held against a threshold. */
public enum Comparison {
  AT_LEAST(">="),
  AT_MOST("<="),
  /** About so much: reported, never judged. */
  ABOUT("~");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** As rules write it. */
  public String sign() {
    return sign;
  }

  /** The comparison of a sign. */
  public static Optional<Comparison> find(String sign) {
    return Arrays.stream(values()).filter(c -> c.sign.equals(sign)).findFirst();
  }
}
