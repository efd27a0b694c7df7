package org.caremap.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The county's skeleton: great lines, then each field between them cut again and again by roads and
 * canals until the parcels have the size that fits the place.
 */
final class Plan {
  private static final int OUTSIDE = Integer.MIN_VALUE;
  private static final int BORDER_PARCEL_METERS = 560;
  private static final int ISLAND_DIKE_METERS = 35;

  private final Settlement settlement;
  private final Segments segments;
  private final Names names;
  private final Parcels parcels = new Parcels();
  private final List<Waterway> waterways = new ArrayList<>();
  private final int[] lineU;
  private final int[] lineV;
  private final int[] fields; // tree of each field, row by row, the island last
  private final IntList tree = new IntList(); // 1 along v or 0, cut, low child, high child

  Plan(Settlement settlement, Segments segments, Names names, Dice dice) {
    this.settlement = settlement;
    this.segments = segments;
    this.names = names;
    double stretch = settlement.stretch();
    lineU = Arrays.stream(MacroLine.ALONG_V).mapToInt(line -> line.meters(stretch)).toArray();
    lineV = Arrays.stream(MacroLine.ALONG_U).mapToInt(line -> line.meters(stretch)).toArray();
    fields = new int[(lineU.length - 1) * (lineV.length - 1) + 1];
    int[] stylesU = styles(MacroLine.ALONG_V);
    int[] stylesV = styles(MacroLine.ALONG_U);
    for (int row = 0; row < lineV.length - 1; row++) {
      for (int column = 0; column < lineU.length - 1; column++) {
        int field = row * (lineU.length - 1) + column;
        fields[field] = field(column, row, stylesU, stylesV, dice.fork(field));
      }
    }
    fields[fields.length - 1] = island(dice.fork(fields.length));
    greatWaters(stylesU, stylesV);
  }

  Parcels parcels() {
    return parcels;
  }

  List<Waterway> waterways() {
    return waterways;
  }

  /** Parcel whose outer rectangle holds the point, or {@link Parcels#NONE}. */
  int parcelAt(double u, double v) {
    int node = root(u, v);
    while (node >= 0) {
      double coordinate = tree.get(4 * node) == 1 ? u : v;
      node = tree.get(4 * node + (coordinate < tree.get(4 * node + 1) ? 2 : 3));
    }
    return node == OUTSIDE ? Parcels.NONE : ~node;
  }

  private int root(double u, double v) {
    if (v < 0) {
      int[] island = settlement.island();
      boolean inside = u >= island[0] && u < island[2] && v >= island[1] && v < island[3];
      return inside ? fields[fields.length - 1] : OUTSIDE;
    }
    int column = slot(lineU, u);
    int row = slot(lineV, v);
    boolean inside = column >= 0 && row >= 0 && column < lineU.length - 1 && row < lineV.length - 1;
    return inside ? fields[row * (lineU.length - 1) + column] : OUTSIDE;
  }

  private static int slot(int[] lines, double coordinate) {
    int slot = -1;
    while (slot + 1 < lines.length && lines[slot + 1] <= coordinate) {
      slot++;
    }
    return slot;
  }

  private int[] styles(MacroLine[] lines) {
    return Arrays.stream(lines).mapToInt(line -> segments.style(line.street())).toArray();
  }

  private int field(int column, int row, int[] stylesU, int[] stylesV, Dice dice) {
    MacroLine[] us = MacroLine.ALONG_V;
    MacroLine[] vs = MacroLine.ALONG_U;
    int[] outer = {lineU[column], lineV[row], lineU[column + 1], lineV[row + 1]};
    int[] inner = {
      outer[0] + us[column].bank(),
      outer[1] + vs[row].bank(),
      outer[2] - us[column + 1].bank(),
      outer[3] - vs[row + 1].bank()
    };
    int[] sides = {stylesU[column], stylesV[row], stylesU[column + 1], stylesV[row + 1]};
    return cut(outer, inner, sides, dice);
  }

  private int island(Dice dice) {
    int[] outer = settlement.island();
    int[] inner = {
      outer[0] + ISLAND_DIKE_METERS,
      outer[1] + ISLAND_DIKE_METERS,
      outer[2] - ISLAND_DIKE_METERS,
      outer[3] - ISLAND_DIKE_METERS
    };
    int style = segments.style(Style.street(StreetSink.Road.MINOR, "环岛路"));
    return cut(outer, inner, new int[] {style, style, style, style}, dice);
  }

  private int cut(int[] outer, int[] inner, int[] sides, Dice dice) {
    int width = inner[2] - inner[0];
    int height = inner[3] - inner[1];
    double u = (inner[0] + inner[2]) / 2.0;
    double v = (inner[1] + inner[3]) / 2.0;
    double radii = settlement.nearestRadii(inner);
    int longest = Math.max(width, height);
    double target = radii < 1 ? 430 : radii < 1.5 ? 660 : 1_060;
    if (settlement.onBorder(inner)) {
      target = Math.min(target, BORDER_PARCEL_METERS);
    }
    if (longest <= target * dice.between(1.25, 1.55)) {
      return settlement.isLand(u, v) ? ~parcels.add(outer, inner, sides) : OUTSIDE;
    }
    boolean alongV = width >= height;
    int axis = alongV ? 0 : 1;
    int at = inner[axis] + (int) (longest * dice.between(0.38, 0.62));
    boolean canal =
        longest > 1_900 && Math.min(width, height) > 700 && dice.chance(radii < 1 ? 0.25 : 0.5);
    int half = canal ? dice.whole(6, 13) : 0;
    int bank = canal ? half + 9 : 0;
    String name =
        canal
            ? names.canal(dice)
            : radii < 1 || longest > 8_000 ? names.street(dice) : names.countryRoad(dice);
    int style = segments.style(canal ? bankStreet(name, dice) : road(longest, radii, name));
    if (canal) {
      waterways.add(
          new Waterway(
              false,
              alongV,
              at,
              half,
              bank,
              inner[1 - axis],
              inner[3 - axis],
              outer[1 - axis],
              outer[3 - axis],
              sides[1 - axis],
              sides[3 - axis],
              name));
    }
    int node = tree.size() / 4;
    tree.addAll(alongV ? 1 : 0, at, OUTSIDE, OUTSIDE);
    int low =
        cut(
            with(outer, axis + 2, at),
            with(inner, axis + 2, at - bank),
            with(sides, axis + 2, style),
            dice);
    int high =
        cut(with(outer, axis, at), with(inner, axis, at + bank), with(sides, axis, style), dice);
    tree.set(4 * node + 2, low);
    tree.set(4 * node + 3, high);
    return node;
  }

  private static int[] with(int[] box, int index, int value) {
    int[] copy = box.clone();
    copy[index] = value;
    return copy;
  }

  private static Style bankStreet(String canal, Dice dice) {
    return Style.loose(
        StreetSink.Road.RESIDENTIAL, canal.replace("河", "河路"), dice.between(0.2, 0.6));
  }

  private static Style road(int length, double radii, String name) {
    if (radii < 1) {
      return Style.street(length > 1_700 ? StreetSink.Road.MAJOR : StreetSink.Road.MINOR, name);
    }
    if (length > 2_400) {
      return Style.street(length > 8_000 ? StreetSink.Road.MAJOR : StreetSink.Road.MINOR, name);
    }
    return Style.loose(StreetSink.Road.RESIDENTIAL, name, length > 1_500 ? 0.05 : 0.25);
  }

  private void greatWaters(int[] stylesU, int[] stylesV) {
    for (int i = 0; i < lineU.length; i++) {
      for (int row = 0; row < lineV.length - 1; row++) {
        great(MacroLine.ALONG_V[i], true, lineU[i], MacroLine.ALONG_U, lineV, row, stylesV);
      }
    }
    for (int i = 0; i < lineV.length; i++) {
      for (int column = 0; column < lineU.length - 1; column++) {
        great(MacroLine.ALONG_U[i], false, lineV[i], MacroLine.ALONG_V, lineU, column, stylesU);
      }
    }
  }

  private void great(
      MacroLine water,
      boolean vertical,
      int line,
      MacroLine[] across,
      int[] crossings,
      int span,
      int[] styles) {
    if (water.half() > 0) {
      waterways.add(
          new Waterway(
              water.kind() == MacroLine.Kind.RAIL,
              vertical,
              line,
              water.half(),
              water.bank(),
              crossings[span] + across[span].bank(),
              crossings[span + 1] - across[span + 1].bank(),
              crossings[span],
              crossings[span + 1],
              styles[span],
              styles[span + 1],
              water.name()));
    }
  }
}
