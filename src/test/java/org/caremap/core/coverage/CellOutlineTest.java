package org.caremap.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.caremap.core.coverage.CellOutline.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class CellOutlineTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /**
   *
   *
   * <pre>
   * # # #        a ring of eight cells around a hole,
   * # . #        and a ninth that touches it only at a corner
   * # # #
   *       #
   * </pre>
   */
  @Test
  void holesAndCornersThatTouch() {
    List<Cell> cells = new ArrayList<>(List.of(new Cell(3, -1)));
    for (int i = 0; i < 9; i++) {
      if (i != 4) {
        cells.add(new Cell(i % 3, i / 3));
      }
    }
    List<CellOutline.Part> parts = CellOutline.of(cells);
    assertThat(parts).hasSize(2);
    assertThat(parts).anySatisfy(p -> assertThat(p.holes()).hasSize(1));
    assertThat(parts).allSatisfy(p -> assertThat(p.shell()).hasSize(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 35, 60, 90})
  void agreesWithTheUnionOfSquares(int percentFilled) {
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(1000L * percentFilled + seed);
      Set<Cell> cells = new LinkedHashSet<>(Set.of(new Cell(0, 0)));
      for (int i = 0; i < 144; i++) {
        if (random.nextInt(100) < percentFilled) {
          cells.add(new Cell(i % 12 - 6, i / 12 - 6));
        }
      }
      Geometry traced = polygons(CellOutline.of(cells));
      List<Geometry> squares = new ArrayList<>();
      for (Cell c : cells) {
        squares.add(
            GEOMETRY.toGeometry(new Envelope(c.column(), c.column() + 1, c.row(), c.row() + 1)));
      }
      assertThat(traced.isValid()).as("valid, seed %d of %d %%", seed, percentFilled).isTrue();
      assertThat(traced.equalsTopo(UnaryUnionOp.union(squares)))
          .as("same as the union, seed %d of %d %%", seed, percentFilled)
          .isTrue();
    }
  }

  private static Geometry polygons(List<CellOutline.Part> parts) {
    return GEOMETRY.createMultiPolygon(
        parts.stream()
            .map(
                part ->
                    GEOMETRY.createPolygon(
                        ring(part.shell()),
                        part.holes().stream()
                            .map(CellOutlineTest::ring)
                            .toArray(LinearRing[]::new)))
            .toArray(Polygon[]::new));
  }

  private static LinearRing ring(List<Cell> corners) {
    return GEOMETRY.createLinearRing(
        corners.stream()
            .map(corner -> new Coordinate(corner.column(), corner.row()))
            .toArray(Coordinate[]::new));
  }
}
