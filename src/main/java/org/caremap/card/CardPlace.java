package org.caremap.card;

import java.util.List;
import org.caremap.find.FindAnswer;
import org.caremap.find.Need;
import org.jspecify.annotations.Nullable;

/**
 * What a card says of one kind of help.
 *
 * @param need the kind
 * @param anywhere how many of it there are at all
 * @param nearest the nearest on foot, null where none can be reached
 * @param delivery those that bring it to the community; empty where none is known
 */
record CardPlace(
    Need need,
    int anywhere,
    FindAnswer.@Nullable Result nearest,
    List<FindAnswer.Delivery> delivery) {
  CardPlace(Need need, int anywhere, FindAnswer answer) {
    this(need, anywhere, answer.results().stream().findFirst().orElse(null), answer.delivery());
  }

  /** The way there as lon, lat, …; empty where there is none. */
  double[] lonLat() {
    if (nearest == null || !(nearest.line().coordinates() instanceof double[][] positions)) {
      return new double[0];
    }
    double[] flat = new double[positions.length * 2];
    for (int i = 0; i < positions.length; i++) {
      flat[2 * i] = positions[i][0];
      flat[2 * i + 1] = positions[i][1];
    }
    return flat;
  }
}
