package org.caremap.core.siting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the best sites: an answer at once, then better ones and better bounds, then proof where
 * the size allows. The same problem and seed give the same answer.
 */
public final class SitingSearch {
  private SitingSearch() {}

  /**
   * Solves.
   *
   * @param problem what is asked
   * @param seed of the random steps
   * @param exact solver that proves, if there is one
   * @param listener told of answers and asked whether to go on
   * @return the best answer found, with a true bound
   * @throws InfeasibleSiting saying which constraint fails
   */
  public static SitingAnswer solve(
      SitingProblem problem, long seed, @Nullable ExactSolver exact, Listener listener) {
    Feasibility.check(problem);
    return new SearchRun(problem, seed, exact, listener).run();
  }

  static List<Integer> newSites(SitingProblem problem, boolean[] open) {
    List<Integer> sites = new ArrayList<>();
    for (int j = 0; j < open.length; j++) {
      if (open[j] && !problem.isExisting(j)) {
        sites.add(j);
      }
    }
    return List.copyOf(sites);
  }
}
