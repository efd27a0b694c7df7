package org.caremap.sample;

/** What is drawn behind the streets, on the plane. */
final class Scenery {
  /** left, bottom, right, top */
  final IntList parks = new IntList();

  /** left, bottom, right, top of the box that an oval pond fills */
  final IntList ponds = new IntList();

  /** u1, v1, u2, v2 of narrow ditches */
  final IntList ditches = new IntList();
}
