package org.caremap.core.siting;

import java.util.function.BooleanSupplier;

/** Told how a search goes on, and asked whether it shall. Called by the thread that searches. */
public interface Listener {
  /**
   * A better answer, or the same with a better bound; the first call is the answer at once.
   *
   * @param answer feasible, with a true bound
   */
  void better(SitingAnswer answer);

  /**
   * Where the search is.
   *
   * @param share in [0, 1], never less than before
   * @param phase greedy, interchange, lagrange or exact
   */
  void progress(double share, String phase);

  /** Whether the search is to end with what it has; asked often. */
  boolean cancelled();

  /** Hears nothing and never ends a search. */
  static Listener silent() {
    return until(() -> false);
  }

  /** Hears nothing and ends a search when it is enough. */
  static Listener until(BooleanSupplier enough) {
    return new Listener() {
      @Override
      public void better(SitingAnswer answer) {}

      @Override
      public void progress(double share, String phase) {}

      @Override
      public boolean cancelled() {
        return enough.getAsBoolean();
      }
    };
  }
}
