package org.caremap.project;

import java.util.Collection;
import java.util.Objects;

/**
 * What projects come to.
 *
 * @param count how many
 * @param costYuan the costs that are known
 * @param unknownCosts of how many the cost is not known; they are in no sum
 * @param places people that the new facilities can take, as far as known
 * @param gainPeople people that they newly cover, each by itself: who gains from two counts twice
 */
public record Sum(int count, double costYuan, int unknownCosts, long places, double gainPeople) {
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
            .filter(project -> project.kind().equals(ProjectKind.ADD.code()))
            .map(ProjectView::capacity)
            .filter(Objects::nonNull)
            .mapToLong(capacity -> capacity)
            .sum(),
        projects.stream()
            .map(ProjectView::gainPeople)
            .filter(Objects::nonNull)
            .mapToDouble(people -> people)
            .sum());
  }
}
