package org.caremap.core.targets;

/** What the cells of a column are. */
public enum ColumnRole {
  /** Name of the area that a row is about. */
  AREA,
  /** Name of the area that the row's area lies in. */
  PARENT,
  /** What a row is about where an area has several: a type of facility, an item of the plan. */
  CATEGORY,
  /** Year of the row's targets. */
  YEAR,
  /** Running number: never summed. */
  SERIAL,
  /** Words. */
  TEXT,
  /** A number of the area itself, the same in each of its rows. */
  ATTRIBUTE,
  /** Whole things that are counted and summed. */
  COUNT,
  /** A share of 0 to 100: never summed. */
  PERCENT,
  /** Numbers of unknown meaning. */
  NUMBER
}
