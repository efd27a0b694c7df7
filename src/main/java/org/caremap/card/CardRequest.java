package org.caremap.card;

import java.util.List;
import org.caremap.area.Area;
import org.caremap.coverage.Walker;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.find.Need;
import org.jspecify.annotations.Nullable;

/**
 * What a card is asked for.
 *
 * @param area community, null where a place is given
 * @param lon degrees of the place, NaN where an area is given
 * @param lat degrees of the place, NaN where an area is given
 * @param needs kinds of help in the order of the card, at least one
 * @param paper size of the sheet
 * @param walker who walks, there and back
 * @param pace the walker's profile, for its name
 * @param text the language
 * @param owner whose card it is, as written by the person who asks; kept nowhere
 */
record CardRequest(
    @Nullable Area area,
    double lon,
    double lat,
    List<Need> needs,
    Paper paper,
    Walker walker,
    WalkingProfiles.Entry pace,
    CardText text,
    @Nullable String owner) {
  /** The same for another area. */
  CardRequest of(Area other) {
    return new CardRequest(other, Double.NaN, Double.NaN, needs, paper, walker, pace, text, owner);
  }
}
