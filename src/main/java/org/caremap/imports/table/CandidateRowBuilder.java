package org.caremap.imports.table;

import java.util.Set;
import org.caremap.candidate.Candidate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Candidate sites. */
final class CandidateRowBuilder implements RowBuilder<CandidateRow> {
  private static final double TEN_THOUSAND = 10_000;

  private final RowGeometry geometry;
  private final IdRegister ids = new IdRegister();
  private final Vocabulary types;
  private final Vocabulary kinds = AliasBook.get().vocabulary("candidateKind");
  private final Vocabulary availability = AliasBook.get().vocabulary("available");

  CandidateRowBuilder(RowGeometry geometry, ReadOptions options) {
    this.geometry = geometry;
    this.types = new Vocabulary(options.knownTypes());
  }

  @Override
  public @Nullable CandidateRow build(RowCells cells, @Nullable Geometry own) {
    String id = ids.claim(cells, "id", RowCells.ID_LENGTH);
    String name = cells.required("name", RowCells.NAME_LENGTH);
    String kind = cells.code("kind", kinds);
    RowGeometry.Position position = geometry.position(cells, own);
    double squareMeters = cells.number("areaSquareMeters", Candidate.LARGEST_SQUARE_METERS);
    Double cost = cost(cells);
    Integer capacity = cells.integer("capacity", Candidate.MOST_PEOPLE);
    Set<String> suits = cells.codes("types", types);
    String owner = cells.text("owner", RowCells.TEXT_LENGTH);
    String address = cells.text("address", RowCells.TEXT_LENGTH);
    String area = cells.literal("areaCode", RowCells.CODE_LENGTH);
    Boolean available = cells.flag("available", availability);
    if (!cells.good() || id == null || name == null || position == null) {
      return null;
    }
    return new CandidateRow(
        cells.row(),
        id,
        name,
        kind,
        position.lon(),
        position.lat(),
        Double.isNaN(squareMeters) ? null : squareMeters,
        cost,
        capacity,
        suits,
        owner,
        address,
        area,
        available);
  }

  /** Budgets are mostly written in units of 10,000 yuan; the heading says which. */
  private static @Nullable Double cost(RowCells cells) {
    double yuan = cells.number("costYuan", Candidate.HIGHEST_YUAN);
    double tenThousands =
        cells.number("costTenThousandYuan", Candidate.HIGHEST_YUAN / TEN_THOUSAND);
    if (Double.isNaN(tenThousands)) {
      return Double.isNaN(yuan) ? null : yuan;
    }
    // Decimal: 12.3 means 123,000 and not 122,999.99…
    double fromTenThousands =
        java.math.BigDecimal.valueOf(tenThousands).movePointRight(4).doubleValue();
    if (!Double.isNaN(yuan) && yuan != fromTenThousands) {
      cells.fail(
          new CellProblem(
              cells.label("costTenThousandYuan"),
              Numbers.text(tenThousands),
              "contradicts "
                  + cells.label("costYuan")
                  + " "
                  + Numbers.text(yuan)
                  + "; legal is one of the two, or the same amount in both"));
    }
    return fromTenThousands;
  }
}
