package org.caremap.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.EdgeSnapper;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphBuilder;
import org.caremap.osm.BackgroundFeature;
import org.caremap.osm.BackgroundKind;
import org.caremap.streets.StreetNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SketchMapTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final LocalProjection GROUND = new LocalProjection(121.16, 31.9);
  private static final BoundingBox KILOMETER = box(-500, -500, 500, 500);

  private static BoundingBox box(double west, double south, double east, double north) {
    return new BoundingBox(
        GROUND.lon(west), GROUND.lat(south), GROUND.lon(east), GROUND.lat(north));
  }

  /** Streets given as metres east and north of the middle. */
  private static final class Streets {
    private final StreetGraphBuilder builder = new StreetGraphBuilder();
    private final List<BackgroundFeature> background = new ArrayList<>();

    Streets street(StreetClass streetClass, @Nullable String name, double... xy) {
      int from = builder.addNode(GROUND.lon(xy[0]), GROUND.lat(xy[1]));
      int to = builder.addNode(GROUND.lon(xy[xy.length - 2]), GROUND.lat(xy[xy.length - 1]));
      double[] inner = new double[xy.length - 4];
      for (int i = 0; i < inner.length; i += 2) {
        inner[i] = GROUND.lon(xy[i + 2]);
        inner[i + 1] = GROUND.lat(xy[i + 3]);
      }
      builder.addEdge(from, to, inner, EdgeTraits.of(streetClass), name);
      return this;
    }

    Streets background(BackgroundKind kind, Geometry geometry) {
      background.add(new BackgroundFeature(kind, geometry, null));
      return this;
    }

    StreetNetwork network() {
      StreetGraph graph = builder.build();
      return new StreetNetwork(
          new UUID(1, 2),
          "t",
          Instant.EPOCH,
          false,
          "",
          graph,
          new EdgeSnapper(graph),
          background,
          List.of());
    }
  }

  private static Geometry square(double half) {
    Coordinate[] ring = new Coordinate[5];
    for (int i = 0; i < 5; i++) {
      double x = (i % 4 == 1 || i % 4 == 2) ? half : -half;
      double y = (i % 4 >= 2) ? half : -half;
      ring[i] = new Coordinate(GROUND.lon(x), GROUND.lat(y));
    }
    return GEOMETRY.createPolygon(ring);
  }

  private static Document parse(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError(svg, e);
    }
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> words(Document document) {
    return elements(document, "text").stream()
        .filter(text -> text.getAttribute("aria-hidden").isEmpty())
        .map(Node::getTextContent)
        .toList();
  }

  private static SketchPin pin(double x, double y, String mark, @Nullable String label) {
    return new SketchPin(GROUND.lon(x), GROUND.lat(y), mark, label, SketchPin.Kind.OTHER);
  }

  @Test
  void aTownIsDrawnWithItsNames() {
    StreetNetwork town =
        new Streets()
            .street(StreetClass.MAJOR, "人民路", -900, 100, 900, 100)
            .street(StreetClass.RESIDENTIAL, "南北街", 200, -900, 200, 900)
            .street(StreetClass.PATH, "小径", -300, -300, 300, -300)
            .street(StreetClass.MAJOR, "远方路", 5000, 5000, 6000, 5000)
            .background(BackgroundKind.WATER, square(80))
            .background(
                BackgroundKind.RAILWAY,
                GEOMETRY.createLineString(
                    new Coordinate[] {
                      new Coordinate(GROUND.lon(-900), GROUND.lat(-250)),
                      new Coordinate(GROUND.lon(900), GROUND.lat(-250))
                    }))
            .network();
    String svg =
        new SketchMap(360, 330, KILOMETER)
            .title("地图")
            .description("附近的街道")
            .streets(town)
            .circle(square(300))
            .way(new double[] {GROUND.lon(0), GROUND.lat(0), GROUND.lon(200), GROUND.lat(100)})
            .pin(pin(0, 0, "1", "餐点"))
            .svg();
    Document picture = parse(svg);
    assertThat(words(picture)).contains("人民路", "南北街", "餐点", "1", "北");
    assertThat(words(picture)).doesNotContain("小径", "远方路");
    assertThat(picture.getDocumentElement().getAttribute("aria-label")).isEqualTo("地图. 附近的街道");
    assertThat(elements(picture, "title").get(0).getTextContent()).isEqualTo("地图");
    assertThat(elements(picture, "desc").get(0).getTextContent()).isEqualTo("附近的街道");
    assertThat(svg).contains("#bcdcec").contains("stroke-dasharray=\"7 7\"").contains("#1450b8");
    // The upright street's name is turned, and reads upwards or downwards but never upside down.
    assertThat(svg).containsPattern("rotate\\(-?90\\)");
  }

  /** A box of 1,000 m is shown on 330 less twice 1.8 lines of 18 units. */
  @Test
  void theScaleBarIsAsLongAsItSays() {
    double metersPerUnit = 1000 / (330 - 2 * 1.8 * 18);
    Document picture = parse(new SketchMap(360, 330, KILOMETER).svg());
    // 0.36 of 360 units are 489 m: 200 m is the round length below.
    assertThat(words(picture)).containsExactly("200 米", "北");
    String bar = elements(picture, "path").get(0).getAttribute("d");
    String[] ends = bar.split("[MLZ ]+");
    double units = Double.parseDouble(ends[5]) - Double.parseDouble(ends[3]);
    assertThat(units).isCloseTo(200 / metersPerUnit, org.assertj.core.api.Assertions.within(0.15));
    assertThat(words(parse(new SketchMap(360, 330, box(-9000, -9000, 9000, 9000)).svg())))
        .containsExactly("5 公里", "北");
  }

  @Test
  void everyPinIsOnTheSheetAndNoneHidesAnother() {
    long seed = 20261125;
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      SketchMap map = new SketchMap(360, 330, KILOMETER).textSize(20);
      int count = 1 + random.nextInt(8);
      for (int i = 0; i < count; i++) {
        // Some on one spot, some far out of the box that was asked for.
        double far = random.nextInt(3) == 0 ? 4000 : 3;
        map.pin(
            pin(random.nextGaussian() * far, random.nextGaussian() * far, "" + (i + 1), "名称" + i));
      }
      Document picture = parse(map.svg());
      List<Element> marks =
          elements(picture, "circle").stream()
              .filter(c -> !c.getAttribute("r").equals("3"))
              .toList();
      assertThat(marks).as("seed %d round %d", seed, round).hasSize(count);
      for (Element a : marks) {
        double r = number(a, "r");
        assertThat(number(a, "cx")).isBetween(r, 360 - r);
        assertThat(number(a, "cy")).isBetween(r, 330 - r);
        for (Element b : marks) {
          if (a != b) {
            assertThat(
                    Math.hypot(
                        number(a, "cx") - number(b, "cx"), number(a, "cy") - number(b, "cy")))
                .as("seed %d round %d", seed, round)
                .isGreaterThan(1.9 * r);
          }
        }
      }
    }
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void wordsFromOutsideStayWords() {
    String evil = "</text><script>alert('\"&')</script>\u0001]]>";
    StreetNetwork town = new Streets().street(StreetClass.MAJOR, evil, -9000, 0, 9000, 0).network();
    Document picture =
        parse(
            new SketchMap(3000, 3000, KILOMETER)
                .title(evil)
                .description(evil)
                .font(evil)
                .words(evil, evil, evil)
                .streets(town)
                .pin(pin(0, 50, evil, evil))
                .svg());
    assertThat(elements(picture, "script")).isEmpty();
    assertThat(words(picture)).contains(evil.replace("\u0001", ""));
  }

  @ParameterizedTest
  @EnumSource(StreetClass.class)
  void degenerateStreetsAreNoTrouble(StreetClass streetClass) {
    StreetNetwork odd =
        new Streets()
            .street(streetClass, "零", 0, 0, 0, 0)
            .street(streetClass, null, 10, 10, 10, 10, 20, 20)
            .street(streetClass, "环", 50, 50, 80, 50, 80, 80, 50, 50)
            .network();
    String svg =
        new SketchMap(360, 330, box(0, 0, 0, 0)).streets(odd).pin(pin(0, 0, "", null)).svg();
    parse(svg);
    assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void noStreetsAreFineToo() {
    StreetNetwork none = new Streets().network();
    for (StreetNetwork network : new StreetNetwork[] {null, none}) {
      String svg =
          new SketchMap(360, 330, box(0, 0, 0, 0))
              .streets(network)
              .circle(GEOMETRY.createPolygon())
              .pin(pin(0, 0, "餐", "店"))
              .svg();
      assertThat(words(parse(svg))).contains("餐", "店");
      assertThat(svg).doesNotContain("NaN");
    }
  }

  @Test
  void theSameInputGivesTheSameText() {
    String first = random(7).svg();
    assertThat(random(7).svg()).isEqualTo(first);
    assertThat(random(8).svg()).isNotEqualTo(first);
  }

  private static SketchMap random(long seed) {
    Random random = new Random(seed);
    Streets streets = new Streets();
    for (int i = 0; i < 300; i++) {
      double x = random.nextGaussian() * 600;
      double y = random.nextGaussian() * 600;
      StreetClass[] classes = StreetClass.values();
      streets.street(
          classes[random.nextInt(classes.length)],
          "路" + random.nextInt(20),
          x,
          y,
          x + random.nextGaussian() * 200,
          y + random.nextGaussian() * 200);
    }
    return new SketchMap(360, 330, KILOMETER).streets(streets.network()).pin(pin(0, 0, "1", "点"));
  }

  @Test
  void whatCannotBeDrawnIsNamed() {
    assertThatThrownBy(() -> new SketchMap(Double.NaN, 300, KILOMETER)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new SketchMap(360, 330, KILOMETER).way(new double[] {1, 2}))
        .hasMessageContaining("two points");
    assertThatThrownBy(() -> pin(Double.NaN, 0, "", null)).hasMessageContaining("position");
    assertThatThrownBy(() -> new SketchMap(360, 330, KILOMETER).textSize(0))
        .hasMessageContaining("0");
  }
}
