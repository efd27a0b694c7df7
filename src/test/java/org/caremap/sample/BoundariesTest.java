package org.caremap.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.index.strtree.STRtree;

class BoundariesTest {

  private static SampleCounty county;
  private static List<SampleArea> areas;

  @BeforeAll
  static void draw() {
    county = SampleCounty.of(SampleOptions.standard());
    areas = county.areas();
  }

  private static List<SampleArea> children(String code) {
    return areas.stream().filter(area -> code.equals(area.parentCode())).toList();
  }

  /** Estates and natural villages have no outline. */
  private static List<SampleArea> outlined() {
    return areas.stream().filter(area -> area.code().length() <= 12).toList();
  }

  @Test
  void boundariesAreValidAndChildrenTileTheirParent() {
    int parents = 0;
    for (SampleArea area : outlined()) {
      assertThat(area.boundary().isValid()).as(area.name()).isTrue();
      assertThat(area.boundary().getSRID()).isEqualTo(4326);
      List<SampleArea> children = children(area.code());
      if (!children.isEmpty() && area.code().length() < 12) {
        parents++;
        double sum = 0;
        Geometry parent = area.boundary().buffer(1e-9);
        for (SampleArea child : children) {
          sum += child.boundary().getArea();
          assertThat(parent.covers(child.boundary())).as(child.name()).isTrue();
        }
        // Inside the parent and as large as it in sum: no overlap without a gap, and neither seen.
        double whole = area.boundary().getArea();
        assertThat(sum).as(area.name()).isCloseTo(whole, within(whole * 1e-9));
      }
    }
    assertThat(parents).isEqualTo(14);
  }

  @Test
  void everyAreaIsOnePieceExceptWhereTheRiverDivides() {
    long scattered =
        outlined().stream().filter(area -> area.boundary().getNumGeometries() > 1).count();
    assertThat(areas.get(0).boundary().getNumGeometries()).isEqualTo(2);
    assertThat(scattered).isLessThanOrEqualTo(4);
  }

  @Test
  void parentsComeFirstAndCodesNest() {
    assertThat(areas.get(0).level()).isEqualTo("county");
    TreeMap<String, Integer> order = new TreeMap<>();
    for (SampleArea area : areas) {
      assertThat(order.put(area.code(), order.size())).as(area.code()).isNull();
      if (area.parentCode() != null) {
        assertThat(order).containsKey(area.parentCode());
        assertThat(area.code()).startsWith(area.parentCode());
      }
    }
  }

  @Test
  void communitiesAreAsManyAsInTheTargetTable() throws Exception {
    Path table =
        Path.of(System.getProperty("caremap.shared", "../shared"))
            .resolve("seed-tables/haimen-2018-targets.csv");
    assumeTrue(Files.exists(table), () -> "needs " + table);
    Map<String, String> printed =
        Files.readAllLines(table).stream()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[3].equals("2018"))
            .collect(
                Collectors.toMap(
                    cells -> cells[0],
                    cells -> cells[1] + "+" + (cells[2].isEmpty() ? "0" : cells[2])));
    Map<String, String> drawn =
        children("320684").stream()
            .collect(
                Collectors.toMap(
                    SampleArea::name,
                    town -> {
                      List<SampleArea> own = children(town.code());
                      long urban = own.stream().filter(SampleArea::urban).count();
                      return urban + "+" + (own.size() - urban);
                    }));
    assertThat(drawn).isEqualTo(printed).hasSize(13);
  }

  @Test
  void waterIsCrossedOnlyOnBridges() {
    STRtree waters = new STRtree();
    int canals = 0;
    for (SampleWater water : county.background()) {
      assertThat(water.geometry().isValid()).as("%s %s", water.kind(), water.name()).isTrue();
      if (water.kind().equals("canal") && water.geometry() instanceof Polygonal) {
        Geometry meters = toMeters(water.geometry());
        waters.insert(meters.getEnvelopeInternal(), PreparedGeometryFactory.prepare(meters));
        canals++;
      }
    }
    assertThat(canals).isGreaterThan(100);
    int bridges = 0;
    for (Drawn.Edge edge : Drawn.of(county).edges) {
      for (Object found : waters.query(edge.line().getEnvelopeInternal())) {
        PreparedGeometry water = (PreparedGeometry) found;
        if (water.intersects(edge.line())
            && water.getGeometry().intersection(edge.line()).getLength() > 4) {
          bridges++;
          assertThat(edge.line().getLength()).as("%s", edge).isLessThan(90);
        }
      }
    }
    assertThat(bridges).isBetween(500, 5_000);
  }

  @Test
  void nobodyLivesInWaterOrPark() {
    STRtree index = new STRtree();
    for (SampleWater water : county.background()) {
      if (water.geometry() instanceof Polygonal) {
        index.insert(
            water.geometry().getEnvelopeInternal(),
            new IndexedPointInAreaLocator(water.geometry()));
      }
    }
    int[] asked = new int[1];
    county.demand(point -> assertDry(index, point.lon(), point.lat(), asked));
    county.facilities(facility -> assertDry(index, facility.lon(), facility.lat(), asked));
    assertThat(asked[0]).as("boxes of water or park that held a site").isGreaterThan(100);
  }

  private static void assertDry(STRtree index, double lon, double lat, int[] asked) {
    Coordinate at = new Coordinate(lon, lat);
    for (Object found : index.query(new Envelope(at))) {
      asked[0]++;
      assertThat(((IndexedPointInAreaLocator) found).locate(at))
          .as("%s, %s", lon, lat)
          .isEqualTo(Location.EXTERIOR);
    }
  }

  private static Geometry toMeters(Geometry degrees) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence from, Geometry parent) {
        CoordinateSequence to = from.copy();
        for (int i = 0; i < to.size(); i++) {
          Coordinate at = Drawn.meters(to.getX(i), to.getY(i));
          to.setOrdinate(i, 0, at.x);
          to.setOrdinate(i, 1, at.y);
        }
        return to;
      }
    }.transform(degrees);
  }
}
