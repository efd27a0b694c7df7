package org.caremap.card;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sheets that a card is printed on, upright. */
public enum Paper {
  /** For the wall: 210 by 297 mm. */
  A4(210, 297, 6, 140, 58, 4, 17),
  /** For the pocket: 105 by 148 mm. */
  A6(105, 148, 4, 70, 28, 6, 18);

  private final int widthMillimeters;
  private final int heightMillimeters;
  private final int mostNeeds;
  private final int mapWidthMillimeters;
  private final int mapHeightMillimeters;
  private final int unitsPerMillimeter;
  private final int mapTextUnits;

  Paper(
      int widthMillimeters,
      int heightMillimeters,
      int mostNeeds,
      int mapWidthMillimeters,
      int mapHeightMillimeters,
      int unitsPerMillimeter,
      int mapTextUnits) {
    this.widthMillimeters = widthMillimeters;
    this.heightMillimeters = heightMillimeters;
    this.mostNeeds = mostNeeds;
    this.mapWidthMillimeters = mapWidthMillimeters;
    this.mapHeightMillimeters = mapHeightMillimeters;
    this.unitsPerMillimeter = unitsPerMillimeter;
    this.mapTextUnits = mapTextUnits;
  }

  /** Code as in the address. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  int widthMillimeters() {
    return widthMillimeters;
  }

  int heightMillimeters() {
    return heightMillimeters;
  }

  /** How many kinds of help fit on it in type that an elder can read. */
  int mostNeeds() {
    return mostNeeds;
  }

  /** Width of the sketch map, as in {@code card.css}. */
  int mapWidthMillimeters() {
    return mapWidthMillimeters;
  }

  int mapHeightMillimeters() {
    return mapHeightMillimeters;
  }

  /** How finely the sketch is drawn. */
  int unitsPerMillimeter() {
    return unitsPerMillimeter;
  }

  /**
   * Size of words on the sketch, in those units: 12 points on the large sheet, 8.5 on the small.
   */
  int mapTextUnits() {
    return mapTextUnits;
  }

  /** The paper of a code. */
  static Optional<Paper> find(String code) {
    return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
  }

  /** Codes, separated by commas, for error texts. */
  static String legal() {
    return Arrays.stream(values()).map(Paper::code).collect(Collectors.joining(", "));
  }
}
