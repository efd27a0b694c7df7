package org.caremap.core.targets;

/** A file that is no plan table at all: no header, no rows, no area. */
public final class TableProblem extends Exception {
  private static final long serialVersionUID = 1;

  /** Says what is wrong, where, and what is legal. */
  public TableProblem(String message) {
    super(message);
  }
}
