package org.caremap.sample;

/**
 * The pieces of land between roads and canals: rectangles of the plane as left, bottom, right, top.
 * The outer rectangles tile the land up to the middle of each canal; the inner ones end at the
 * streets around the parcel.
 */
final class Parcels {
  static final int NONE = -1;

  private final IntList outer = new IntList();
  private final IntList inner = new IntList();
  private final IntList sides = new IntList();

  int add(int[] outerBox, int[] innerBox, int[] sideStyles) {
    outer.addAll(outerBox);
    inner.addAll(innerBox);
    sides.addAll(sideStyles);
    return outer.size() / 4 - 1;
  }

  int size() {
    return outer.size() / 4;
  }

  int[] outer(int parcel) {
    return box(outer, parcel);
  }

  int[] inner(int parcel) {
    return box(inner, parcel);
  }

  /** Street styles on the left, bottom, right and top side. */
  int[] sides(int parcel) {
    return box(sides, parcel);
  }

  double middleU(int parcel) {
    return (outer.get(4 * parcel) + outer.get(4 * parcel + 2)) / 2.0;
  }

  double middleV(int parcel) {
    return (outer.get(4 * parcel + 1) + outer.get(4 * parcel + 3)) / 2.0;
  }

  double squareMeters(int parcel) {
    return (double) (outer.get(4 * parcel + 2) - outer.get(4 * parcel))
        * (outer.get(4 * parcel + 3) - outer.get(4 * parcel + 1));
  }

  private static int[] box(IntList list, int parcel) {
    int at = 4 * parcel;
    return new int[] {list.get(at), list.get(at + 1), list.get(at + 2), list.get(at + 3)};
  }
}
