package org.caremap.standards;

import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** A rule, plan or exception that cannot be used, with field, value and what would be legal. */
final class IllegalRule extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final @Nullable String value;
  private final String legal;

  IllegalRule(String field, @Nullable String value, String legal) {
    super(
        "%s %s; legal: %s"
            .formatted(field, value == null ? "is missing" : "is '" + value + "'", legal));
    this.field = field;
    this.value = value;
    this.legal = legal;
  }

  /** The same for whoever sent it. */
  ProblemException problem() {
    return ProblemException.badParameter(field, value, legal);
  }

  /** The same for whoever wrote the file. */
  IllegalStateException in(String file, String what) {
    return new IllegalStateException("%s, %s: %s".formatted(file, what, getMessage()), this);
  }
}
