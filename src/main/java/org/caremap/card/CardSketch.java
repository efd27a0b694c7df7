package org.caremap.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caremap.core.geo.BoundingBox;
import org.caremap.find.FindAnswer;
import org.caremap.print.PrintFonts;
import org.caremap.sketch.SketchMap;
import org.caremap.sketch.SketchPin;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;

/** The map of a card: the start, the places by their numbers, and the ways there. */
final class CardSketch {
  // Farther than this nobody walks, and a map of everything between would show nothing.
  private static final long FARTHEST_SECONDS = 30 * 60;

  // The sketch's paper, which on a card would be ink.
  private static final String TINTED = "fill=\"#faf8f2\"";
  private static final String WHITE = "fill=\"#ffffff\"";

  private CardSketch() {}

  /**
   * @param places in the order of the card
   * @return an {@code <svg>} element; empty where no place can be reached
   */
  static String svg(
      @Nullable StreetNetwork streets,
      CardStart start,
      List<CardPlace> places,
      Paper paper,
      CardText text) {
    List<Integer> shown = shown(places);
    if (shown.isEmpty()) {
      return "";
    }
    SketchMap map =
        new SketchMap(
                paper.mapWidthMillimeters() * paper.unitsPerMillimeter(),
                paper.mapHeightMillimeters() * paper.unitsPerMillimeter(),
                new BoundingBox(start.lon(), start.lat(), start.lon(), start.lat()))
            .title(text.get("map"))
            .description(description(places, shown, text))
            .words(text.get("meters"), text.get("kilometers"), text.get("north"))
            .font("'" + PrintFonts.FAMILY + "', sans-serif")
            .textSize(paper.mapTextUnits())
            .streets(streets);
    for (int i : shown) {
      map.way(places.get(i).lonLat());
    }
    map.pin(
        new SketchPin(start.lon(), start.lat(), text.get("startMark"), null, SketchPin.Kind.HOME));
    for (int i : shown) {
      FindAnswer.Place f = places.get(i).nearest().facility();
      map.pin(
          new SketchPin(
              f.lon(),
              f.lat(),
              String.format(Locale.ROOT, "%d", i + 1),
              null,
              SketchPin.Kind.OTHER));
    }
    return map.svg().replace(TINTED, WHITE);
  }

  /** Indices of the places on the map: those near, or the nearest of all where none is. */
  private static List<Integer> shown(List<CardPlace> places) {
    List<Integer> near = new ArrayList<>();
    int nearest = -1;
    for (int i = 0; i < places.size(); i++) {
      FindAnswer.Result walk = places.get(i).nearest();
      if (walk != null) {
        if (walk.seconds() <= FARTHEST_SECONDS) {
          near.add(i);
        }
        if (nearest < 0 || walk.seconds() < places.get(nearest).nearest().seconds()) {
          nearest = i;
        }
      }
    }
    return near.isEmpty() && nearest >= 0 ? List.of(nearest) : near;
  }

  private static String description(List<CardPlace> places, List<Integer> shown, CardText text) {
    StringBuilder words = new StringBuilder(text.get("mapAlt"));
    for (int i : shown) {
      FindAnswer.Result walk = places.get(i).nearest();
      words
          .append(' ')
          .append(i + 1)
          .append(": ")
          .append(walk.facility().properties().name())
          .append(text.get("sentenceEnd").strip());
    }
    return words.toString();
  }
}
