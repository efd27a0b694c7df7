package org.caremap.sample;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** What is drawn behind the streets, on the plane. */
final class Scenery {
  /** left, bottom, right, top */
  final IntList parks = new IntList();

  /** left, bottom, right, top of the box that an oval pond fills */
  final IntList ponds = new IntList();

  /** u1, v1, u2, v2 of narrow ditches */
  final IntList ditches = new IntList();

  /** Finds parks by place; made when all parks are there. */
  STRtree parkIndex() {
    STRtree index = new STRtree();
    for (int i = 0; i < parks.size(); i += 4) {
      Envelope box =
          new Envelope(parks.get(i), parks.get(i + 2), parks.get(i + 1), parks.get(i + 3));
      index.insert(box, box);
    }
    index.build();
    return index;
  }
}
