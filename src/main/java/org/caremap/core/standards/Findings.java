package org.caremap.core.standards;

import java.util.List;

/** What an indicator finds, before anything is judged. */
public sealed interface Findings {
  /** The things it found something of. */
  List<Subject> subjects();

  /** Each subject is judged by itself; the rule is met when all are. */
  record Each(List<Subject> subjects) implements Findings {}

  /**
   * The share of subjects that have enough is judged, in percent.
   *
   * @param enough what a subject needs, at least
   */
  record Share(List<Subject> subjects, double enough) implements Findings {}

  /**
   * One value over all is judged; the subjects explain it.
   *
   * @param whole the value
   */
  record Together(Measure whole, List<Subject> subjects) implements Findings {}
}
