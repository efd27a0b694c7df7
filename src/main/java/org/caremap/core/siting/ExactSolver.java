package org.caremap.core.siting;

import java.util.Optional;

/**
 * A solver that proves its answers, behind the search. It may be absent on a machine; then the
 * search goes on without it.
 */
public interface ExactSolver {
  /**
   * Solves.
   *
   * @param problem any that {@link #fits}
   * @param start the best answer known, or one without sites and with infinite gap where none is
   * @param seed same seed, same answer
   * @param listener asked whether to stop; told of progress
   * @return the best answer found with a true bound: where it was stopped not better than the start
   *     perhaps; empty where it cannot run at all
   * @throws NoSelection if it proves that no selection meets the constraints
   */
  Optional<SitingAnswer> solve(
      SitingProblem problem, SitingAnswer start, long seed, Listener listener);

  /** Whether a problem is small enough to be tried. */
  boolean fits(SitingProblem problem);

  /** Proof that no selection of sites meets all constraints together. */
  final class NoSelection extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says so. */
    public NoSelection() {
      super("no selection of sites meets all constraints together", null, false, false);
    }
  }
}
