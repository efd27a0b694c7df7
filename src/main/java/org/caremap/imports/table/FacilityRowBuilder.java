package org.caremap.imports.table;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.caremap.facility.FacilityStanding;
import org.caremap.facility.MedicalCare;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Facilities. */
final class FacilityRowBuilder implements RowBuilder<FacilityRow> {
  private static final int MOST_PLACES = 1_000_000;
  private static final int MOST_STARS = 5;
  private static final double LARGEST_FLOOR_SQUARE_METERS = 10_000_000;

  private final RowGeometry geometry;
  private final IdRegister ids = new IdRegister();
  private final Vocabulary types;
  private final Vocabulary services;
  private final Vocabulary statuses = AliasBook.get().vocabulary("status");
  private final Vocabulary yesNo = AliasBook.get().vocabulary("yesNo");
  private final Vocabulary socialRun = AliasBook.get().vocabulary("sociallyRun");
  private final Vocabulary standardMet = AliasBook.get().vocabulary("meetsStandard");
  private final Vocabulary medical = AliasBook.get().vocabulary("medicalCare");
  private final Vocabulary stars = AliasBook.get().vocabulary("starRating");

  FacilityRowBuilder(RowGeometry geometry, ReadOptions options) {
    this.geometry = geometry;
    this.types = new Vocabulary(options.knownTypes());
    this.services = new Vocabulary(options.knownServices());
  }

  @Override
  public @Nullable FacilityRow build(RowCells cells, @Nullable Geometry own) {
    String id = ids.claim(cells, "id", RowCells.ID_LENGTH);
    String name = cells.required("name", RowCells.NAME_LENGTH);
    String type = cells.requiredCode("type", types);
    RowGeometry.Position position = geometry.position(cells, own);
    String nameEn = cells.literal("nameEn", RowCells.NAME_LENGTH);
    String status = cells.code("status", statuses);
    String operator = cells.text("operator", RowCells.TEXT_LENGTH);
    String address = cells.text("address", RowCells.TEXT_LENGTH);
    String phone = cells.text("phone", RowCells.TEXT_LENGTH);
    String hours = cells.parsed("openingHours", CellParsers::openingHours);
    String fees = cells.text("fees", RowCells.TEXT_LENGTH);
    Set<String> offered = cells.codes("services", services);
    Integer beds = cells.integer("beds", MOST_PLACES);
    Integer nursingBeds = cells.integer("nursingBeds", MOST_PLACES);
    Integer meals = cells.integer("mealsPerDay", MOST_PLACES);
    Integer rating = cells.parsed("starRating", this::stars);
    double floor = cells.number("floorAreaSquareMeters", LARGEST_FLOOR_SQUARE_METERS);
    Boolean stepFree = cells.flag("stepFree", yesNo);
    LocalDate verified = cells.parsed("lastVerified", CellParsers::date);
    String area = cells.literal("area", RowCells.CODE_LENGTH);
    String source = cells.text("source", RowCells.TEXT_LENGTH);
    Integer free = cells.integer("freePlaces", MOST_PLACES);
    LocalDate freeOn = cells.parsed("freePlacesOn", CellParsers::date);
    String audience = cells.text("audience", RowCells.TEXT_LENGTH);
    List<String> delivery = cells.parsed("deliveryAreas", CellParsers::areaCodes);
    String website = cells.parsed("website", CellParsers::website);
    FacilityStanding standing = standing(cells);
    String sourceCrs =
        cells.parsed("sourceDatum", (label, text) -> geometry.sourceDatum(label, text));
    if (!cells.good() || id == null || name == null || type == null || position == null) {
      return null;
    }
    return new FacilityRow(
        cells.row(),
        id,
        name,
        nameEn,
        type,
        status,
        position.lon(),
        position.lat(),
        operator,
        address,
        phone,
        hours,
        fees,
        offered,
        beds,
        nursingBeds,
        meals,
        rating,
        Double.isNaN(floor) ? null : floor,
        stepFree,
        verified,
        area,
        source,
        sourceCrs == null ? position.sourceCrs() : sourceCrs,
        free,
        freeOn,
        audience,
        delivery == null ? List.of() : delivery,
        website,
        standing);
  }

  private FacilityStanding standing(RowCells cells) {
    LocalDate opened = cells.parsed("openedOn", FacilityRowBuilder::openingDay);
    Boolean social = cells.flag("sociallyRun", socialRun);
    String care = cells.codeOrUnknown("medicalCare", medical);
    Integer residents = cells.integer("residents", MOST_PLACES);
    double land = cells.number("landAreaSquareMeters", FacilityStanding.LARGEST_LAND_SQUARE_METERS);
    Boolean standard = cells.flag("meetsStandard", standardMet);
    String centre = cells.literal("leadingCentre", RowCells.ID_LENGTH);
    Boolean demonstration = cells.flag("demonstrationSite", yesNo);
    Boolean regional = cells.flag("regionalCentre", yesNo);
    return new FacilityStanding(
        opened,
        social,
        care == null ? null : MedicalCare.find(care).orElseThrow(),
        residents,
        Double.isNaN(land) ? null : land,
        standard,
        centre,
        demonstration,
        regional);
  }

  private static LocalDate openingDay(String label, String text) throws CellProblem {
    LocalDate day = CellParsers.date(label, text);
    if (!FacilityStanding.isOpeningDay(day, LocalDate.now(ZoneOffset.UTC).plusDays(1))) {
      throw new CellProblem(
          label,
          text,
          "cannot be the day of opening; legal is " + FacilityStanding.legalOpeningDays());
    }
    return day;
  }

  private Integer stars(String label, String text) throws CellProblem {
    double number = stars.find(text).map(Numbers::parse).orElseGet(() -> Numbers.parse(text));
    if (!(number >= 0 && number <= MOST_STARS && number == Math.rint(number))) {
      throw new CellProblem(
          label, text, "is no star rating; legal is a whole number from 0 to " + MOST_STARS);
    }
    return (int) number;
  }
}
