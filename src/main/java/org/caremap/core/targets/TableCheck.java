package org.caremap.core.targets;

import java.util.function.Consumer;

/** Looks for one kind of contradiction; says nothing of a table that has none. */
interface TableCheck {
  void check(PlanTable table, Consumer<Contradiction> found);
}
