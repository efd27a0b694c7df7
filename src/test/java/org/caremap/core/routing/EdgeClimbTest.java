package org.caremap.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.caremap.core.geo.ElevationModel;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphBuilder;
import org.caremap.core.graph.Town;
import org.junit.jupiter.api.Test;

class EdgeClimbTest {
  /** Heights by metres east and north of the town's corner. */
  private static ElevationModel ground(DoubleBinaryOperator height) {
    return (lon, lat) -> height.applyAsDouble(Town.METERS.x(lon), Town.METERS.y(lat));
  }

  private static EdgeClimb street(ElevationModel model, int traits, double... xy) {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    int last = xy.length - 2;
    int a = builder.addNode(Town.lon(xy[0]), Town.lat(xy[1]));
    int b = builder.addNode(Town.lon(xy[last]), Town.lat(xy[last + 1]));
    double[] inner = new double[xy.length - 4];
    for (int i = 0; i < inner.length; i += 2) {
      inner[i] = Town.lon(xy[i + 2]);
      inner[i + 1] = Town.lat(xy[i + 3]);
    }
    int edge = builder.addEdge(a, b, inner, EdgeTraits.of(StreetClass.PATH).with(traits), null);
    StreetGraph graph = builder.build();
    int built = builder.edgeInGraph(edge);
    assertThat(graph.edgeFrom(built)).as("built as given").isEqualTo(builder.nodeInGraph(a));
    return EdgeClimb.of(graph, built, model);
  }

  /**
   * 100 m east, 10 m up: uphill e^0.35 = 1.419068 times as long, downhill |−0.05| as on the flat.
   */
  @Test
  void aRampOfTenPercent() {
    EdgeClimb ramp = street(ground((x, y) -> 0.1 * x), 0, 0, 0, 100, 0);
    int length = ramp.lengthMillimeters();
    assertThat(length).isCloseTo(100_000, within(20));
    assertThat(ramp.pieceCount()).isIn(5, 6);
    assertThat(ramp.flatMillimeters(0, length, SlopeRule.TOBLER))
        .isCloseTo(Math.round(1.419068 * length), within(40L));
    assertThat(ramp.flatMillimeters(length, 0, SlopeRule.TOBLER)).isCloseTo(length, within(40L));
    assertThat(ramp.flatMillimeters(0, length, SlopeRule.NONE)).isEqualTo(length);
    assertThat(ramp.ascentMeters(0, length)).isCloseTo(10, within(1e-3));
    assertThat(ramp.descentMeters(0, length)).isZero();
    assertThat(ramp.ascentMeters(length, 0)).isZero();
    assertThat(ramp.descentMeters(length, 0)).isCloseTo(10, within(1e-3));
    assertThat(ramp.descentMeters(length, length / 2)).isCloseTo(5, within(1e-3));
    assertThat(ramp.steepestGradient()).isCloseTo(0.1, within(1e-4));
  }

  /**
   * 200 m over a hill of 10 m in the middle: half up at +10 %, half down at −10 %, the same both
   * ways: 100 · 1.419068 + 100 · 1.
   */
  @Test
  void aHillInTheMiddleIsNotFlat() {
    EdgeClimb hill = street(ground((x, y) -> 10 - 0.1 * Math.abs(x - 100)), 0, 0, 0, 60, 0, 200, 0);
    int length = hill.lengthMillimeters();
    long there = hill.flatMillimeters(0, length, SlopeRule.TOBLER);
    assertThat(there).isCloseTo(241_907, within(300L));
    assertThat(hill.flatMillimeters(length, 0, SlopeRule.TOBLER)).isCloseTo(there, within(100L));
    assertThat(hill.ascentMeters(0, length)).isCloseTo(10, within(0.02));
    assertThat(hill.descentMeters(0, length)).isCloseTo(10, within(0.02));
  }

  /** Over a valley 30 m deep, from 5 m up to 9 m: 4 m in 80 m are 5 %. */
  @Test
  void aBridgeRunsStraightOverItsValley() {
    ElevationModel valley =
        ground((x, y) -> Math.abs(x) < 0.1 ? 5 : Math.abs(x - 80) < 0.1 ? 9 : -30);
    EdgeClimb bridge = street(valley, EdgeTraits.BRIDGE, 0, 0, 80, 0);
    int length = bridge.lengthMillimeters();
    assertThat(bridge.pieceCount()).isGreaterThanOrEqualTo(4);
    assertThat(bridge.steepestGradient()).isCloseTo(0.05, within(1e-4));
    assertThat(bridge.flatMillimeters(0, length, SlopeRule.TOBLER))
        .isCloseTo(Math.round(length * Math.exp(0.175)), within(20L));
    EdgeClimb tunnel = street(valley, EdgeTraits.TUNNEL, 0, 0, 80, 0);
    assertThat(tunnel.ascentMeters(0, length)).isCloseTo(4, within(1e-6));
    assertThat(street(valley, 0, 0, 0, 80, 0).ascentMeters(0, length)).isGreaterThan(30);
  }

  @Test
  void aLiftIsLevel() {
    EdgeClimb lift = street(ground((x, y) -> x), EdgeTraits.LIFT, 0, 0, 30, 0);
    assertThat(lift.steepestGradient()).isZero();
  }

  /** East of 50 m nothing is known: pieces that touch it are flat, and are counted. */
  @Test
  void unknownHeightsAreFlatAndRemembered() {
    EdgeClimb half = street(ground((x, y) -> x > 50 ? Double.NaN : 0.1 * x), 0, 0, 0, 99.9, 0);
    // Pieces end at 20, 40, 60, 80, 100 m: two are known.
    assertThat(half.pieceCount()).isEqualTo(5);
    assertThat(half.unknownPieceCount()).isEqualTo(3);
    int length = half.lengthMillimeters();
    assertThat(half.flatMillimeters(0, length, SlopeRule.TOBLER))
        .isCloseTo(Math.round(length * (0.4 * 1.419068 + 0.6)), within(30L));
    assertThat(half.ascentMeters(0, length)).isCloseTo(0.04 * 99.9, within(0.01));
    EdgeClimb none = street(ElevationModel.NONE, EdgeTraits.BRIDGE, 0, 0, 99.9, 0);
    assertThat(none.unknownPieceCount()).isEqualTo(none.pieceCount());
    assertThat(none.flatMillimeters(0, length, SlopeRule.TOBLER)).isEqualTo(length);
  }

  /**
   * Corners do not matter: samples lie every 20 m along the street, not along the crow's flight.
   */
  @Test
  void samplesFollowTheStreet() {
    // 40 m east, 40 m north, height = metres north / 20.
    EdgeClimb corner = street(ground((x, y) -> y / 20), 0, 0, 0, 40, 0, 40, 39.9);
    int length = corner.lengthMillimeters();
    assertThat(corner.pieceCount()).isEqualTo(4);
    assertThat(corner.sampleElevationMeters(1)).isCloseTo(0, within(1e-3));
    assertThat(corner.sampleElevationMeters(2)).isCloseTo(0, within(5e-3));
    assertThat(corner.sampleElevationMeters(3)).isCloseTo(1, within(5e-3));
    assertThat(corner.sampleElevationMeters(4)).isCloseTo(1.995, within(5e-3));
    assertThat(corner.sampleMillimeters(4)).isCloseTo(length, within(1e-6));
    for (int i = 0; i < corner.pieceCount(); i++) {
      assertThat(corner.sampleMillimeters(i + 1) - corner.sampleMillimeters(i))
          .isLessThanOrEqualTo(20_000);
    }
  }

  @Test
  void partsAddUpWithoutARest() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      double wave = 5 + random.nextDouble() * 60;
      double height = random.nextDouble() * 8;
      EdgeClimb edge =
          street(
              ground((x, y) -> height * Math.sin(x / wave) + 0.02 * y),
              0,
              0,
              0,
              10 + 200 * random.nextDouble(),
              50 * random.nextDouble(),
              300 * random.nextDouble(),
              80);
      int length = edge.lengthMillimeters();
      for (SlopeRule rule : SlopeRule.values()) {
        int a = random.nextInt(length + 1);
        int b = a + random.nextInt(length - a + 1);
        int c = b + random.nextInt(length - b + 1);
        assertThat(edge.flatMillimeters(a, b, rule) + edge.flatMillimeters(b, c, rule))
            .as("seed %d round %d %s %d %d %d", seed, round, rule, a, b, c)
            .isEqualTo(edge.flatMillimeters(a, c, rule));
        assertThat(edge.flatMillimeters(c, b, rule) + edge.flatMillimeters(b, a, rule))
            .isEqualTo(edge.flatMillimeters(c, a, rule));
        assertThat(edge.flatMillimeters(b, b, rule)).isZero();
      }
      assertThat(edge.ascentMeters(0, length) - edge.descentMeters(0, length))
          .as("up less down is what lies between the ends; seed %d round %d", seed, round)
          .isCloseTo(
              edge.sampleElevationMeters(edge.pieceCount()) - edge.sampleElevationMeters(0),
              within(1e-6));
    }
  }

  @Test
  void anEdgeWithoutLengthCostsNothing() {
    EdgeClimb point = street(ground((x, y) -> x), 0, 5, 5, 5, 5);
    assertThat(point.lengthMillimeters()).isZero();
    assertThat(point.flatMillimeters(0, 0, SlopeRule.TOBLER)).isZero();
    assertThat(point.steepestGradient()).isZero();
  }

  @Test
  void positionsOffTheEdgeAreRefused() {
    EdgeClimb ramp = street(ElevationModel.FLAT, 0, 0, 0, 10, 0);
    assertThatThrownBy(() -> ramp.flatMillimeters(0, 10_100, SlopeRule.TOBLER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10100")
        .hasMessageContaining("[0, ");
    assertThatThrownBy(() -> ramp.ascentMeters(-1, 3)).isInstanceOf(IllegalArgumentException.class);
  }
}
