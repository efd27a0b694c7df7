package org.caremap.project;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What projects come to.
 *
 * @param count how many
 * @param costYuan the costs that are known
 * @param unknownCosts of how many the cost is not known; they are in no sum
 * @param places people that the facilities of these projects can take afterwards, as far as known:
 *     the sum of the projects' capacities
 * @param gainPeople people who come within reach, each project by itself: who gains from two counts
 *     twice; null where no project says it
 * @param lostPeople people who are within reach and would be no more, counted in the same way
 * @param unknownGains of how many projects that can move people's reach nobody knows how; they are
 *     in no sum
 */
public record Sum(
    int count,
    double costYuan,
    int unknownCosts,
    long places,
    @Nullable Double gainPeople,
    @Nullable Double lostPeople,
    int unknownGains) {
  static Sum of(Collection<ProjectView> projects) {
    return new Sum(
        projects.size(),
        projects.stream()
            .map(ProjectView::costYuan)
            .filter(Objects::nonNull)
            .mapToDouble(yuan -> yuan)
            .sum(),
        (int) projects.stream().filter(project -> project.costYuan() == null).count(),
        projects.stream()
            .map(ProjectView::capacity)
            .filter(Objects::nonNull)
            .mapToLong(capacity -> capacity)
            .sum(),
        people(projects, ProjectView::gainPeople),
        people(projects, ProjectView::lostPeople),
        (int)
            projects.stream()
                .filter(ProjectView::movesReach)
                .filter(p -> p.gainPeople() == null || p.lostPeople() == null)
                .count());
  }

  /** Null where nobody knows of any: what is not known is not nought. */
  private static @Nullable Double people(
      Collection<ProjectView> projects, Function<ProjectView, @Nullable Double> of) {
    double[] known =
        projects.stream().map(of).filter(Objects::nonNull).mapToDouble(people -> people).toArray();
    if (known.length == 0) {
      return null;
    }
    double sum = 0;
    for (double people : known) {
      sum += people;
    }
    return sum;
  }
}
