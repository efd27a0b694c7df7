package org.caremap.imports.table;

import org.caremap.area.AreaFacts;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/** Areas. */
final class AreaRowBuilder implements RowBuilder<AreaRow> {
  private static final double MOST_PEOPLE = DemandRowBuilder.MOST_PEOPLE * 100;

  private final RowGeometry geometry;
  private final IdRegister ids = new IdRegister();
  private final Vocabulary levels = AliasBook.get().vocabulary("level");
  private final Vocabulary urbanRural = AliasBook.get().vocabulary("urban");
  private final Vocabulary zones = AliasBook.get().vocabulary("serviceZone");
  private final Vocabulary estateAges = AliasBook.get().vocabulary("estateAge");
  private final Vocabulary yesNo = AliasBook.get().vocabulary("yesNo");

  AreaRowBuilder(RowGeometry geometry) {
    this.geometry = geometry;
  }

  @Override
  public @Nullable AreaRow build(RowCells cells, @Nullable Geometry own) {
    String code = ids.claim(cells, "code", RowCells.CODE_LENGTH);
    String name = cells.required("name", RowCells.NAME_LENGTH);
    String level = level(cells, code);
    String parent = cells.literal("parent", RowCells.CODE_LENGTH);
    if (parent != null && parent.equals(code)) {
      cells.fail(
          new CellProblem(
              cells.label("parent"),
              parent,
              "an area cannot be its own parent; legal is the code of"
                  + " the area above, or nothing"));
    }
    Boolean urban = cells.flag("urban", urbanRural);
    String zone = cells.code("serviceZone", zones);
    double households = cells.number("households", MOST_PEOPLE);
    double residents = cells.number("residents", MOST_PEOPLE);
    AreaFacts facts = facts(cells);
    MultiPolygon boundary = geometry.boundary(cells, own);
    if (!cells.good() || code == null || name == null || level == null) {
      return null;
    }
    return new AreaRow(
        cells.row(),
        code,
        name,
        level,
        parent,
        urban,
        zone,
        Double.isNaN(households) ? null : households,
        Double.isNaN(residents) ? null : residents,
        boundary,
        facts);
  }

  private AreaFacts facts(RowCells cells) {
    String age = cells.code("estateAge", estateAges);
    double purchased = cells.number("purchasedServiceElders", MOST_PEOPLE);
    double emergency = cells.number("emergencyCallElders", MOST_PEOPLE);
    Boolean regional = cells.flag("regionalProvision", yesNo);
    return new AreaFacts(
        age,
        Double.isNaN(purchased) ? null : purchased,
        Double.isNaN(emergency) ? null : emergency,
        regional);
  }

  /** The level given, or else the one that a Chinese division code implies. */
  private @Nullable String level(RowCells cells, @Nullable String code) {
    int before = cells.faults();
    String given = cells.code("level", levels);
    if (given != null || cells.faults() > before) {
      return given;
    }
    String implied = code == null ? null : impliedLevel(code);
    return implied != null ? implied : cells.requiredCode("level", levels);
  }

  /**
   * Level by the shape of the code: GB/T 2260 (2, 4 or 6 digits), GB/T 10114 (9 digits, the last
   * three below 100 for streets) and the 12-digit statistical codes (the last three from 200 to 399
   * for villages).
   */
  static @Nullable String impliedLevel(String code) {
    if (!code.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
      return null;
    }
    String padded = code + "0".repeat(12 - code.length());
    int village = Integer.parseInt(padded.substring(9));
    int town = Integer.parseInt(padded.substring(6, 9));
    if (village > 0) {
      return village >= 200 && village < 400 ? "village" : "community";
    }
    if (town > 0) {
      return town < 100 ? "street" : "town";
    }
    if (!padded.substring(4, 6).equals("00")) {
      return "county";
    }
    return padded.substring(2, 4).equals("00") ? "province" : "city";
  }
}
