package org.caremap.siting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caremap.core.geo.LocalProjection;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.StreetClass;
import org.caremap.core.graph.StreetGraphBuilder;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WalkingProfile;
import org.junit.jupiter.api.Test;

/**
 * Corners of a window of three by three junctions, 500 m apart.
 *
 * <pre>
 *   6---7---8
 *   |   |   |
 *   3---4===5      4=5: steps
 *   |   |   |
 *   0---1---2
 * </pre>
 */
class StreetCornersTest {
  private static final LocalProjection GROUND = new LocalProjection(121, 31.9);
  private static final int SIDE = 3;
  private static final double STREET = 500;
  private static final double WALK = 720;

  private static WalkingNetwork network(WalkingProfile profile) {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    for (int n = 0; n < SIDE * SIDE; n++) {
      builder.addNode(GROUND.lon(n % SIDE * STREET), GROUND.lat(STREET * (n / SIDE)));
    }
    for (int n = 0; n < SIDE * SIDE; n++) {
      if (n % SIDE < SIDE - 1) {
        EdgeTraits traits =
            n == 4 ? EdgeTraits.of(StreetClass.STEPS) : EdgeTraits.of(StreetClass.RESIDENTIAL);
        builder.addEdge(n, n + 1, new double[0], traits, "横" + n / SIDE + "街");
      }
      if (n / SIDE < SIDE - 1) {
        builder.addEdge(n, n + SIDE, new double[0], EdgeTraits.of(StreetClass.RESIDENTIAL), null);
      }
    }
    return WalkingNetwork.of(builder.build(), profile);
  }

  private static List<Integer> nodes(List<StreetCorners.Corner> corners) {
    return corners.stream()
        .map(
            corner ->
                (int)
                    (Math.round(GROUND.x(corner.lon()) / STREET)
                        + SIDE * Math.round(GROUND.y(corner.lat()) / STREET)))
        .toList();
  }

  private static List<StreetCorners.Corner> pick(
      boolean steps, double x, double y, double need, int most) {
    return StreetCorners.pick(
        network(new WalkingProfile("somebody", 0.8, steps)),
        new double[] {GROUND.lon(x)},
        new double[] {GROUND.lat(y)},
        new double[] {need},
        WALK,
        most);
  }

  @Test
  void junctionsOfThreePiecesWithPeopleNear() {
    // In the middle: 4 is near, 1, 3, 5 and 7 are a walk away; 0, 2, 6 and 8 join two pieces only.
    List<Integer> around = nodes(pick(true, STREET, STREET, 10, 9));
    assertThat(around.get(0)).isEqualTo(4);
    assertThat(around).containsExactlyInAnyOrder(4, 1, 3, 5, 7);
    assertThat(nodes(pick(true, STREET, STREET, 10, 1))).containsExactly(4);
    assertThat(pick(true, STREET, STREET, 10, 0)).isEmpty();
    assertThat(pick(true, STREET, STREET, 0, 9)).as("nobody").isEmpty();
    assertThat(pick(true, STREET, STREET + 20_000, 10, 9)).as("nobody near").isEmpty();
  }

  @Test
  void whatCannotBeWalkedIsNoStreetPiece() {
    // Without steps 4 joins three pieces and 5 two.
    assertThat(nodes(pick(false, STREET, STREET, 10, 9))).containsExactlyInAnyOrder(4, 1, 3, 7);
  }

  @Test
  void namesOfTheStreetsThatMeet() {
    assertThat(pick(true, STREET, STREET, 10, 1).get(0).name()).isEqualTo("横1街");
  }

  @Test
  void oneACell() {
    // A walk of 4,500 m has cells of 400 m: still one each; the same question, the same answer.
    assertThat(pick(true, STREET, STREET, 10, 9)).isEqualTo(pick(true, STREET, STREET, 10, 9));
    assertThat(pick(true, STREET, STREET, 10, 9)).doesNotHaveDuplicates();
  }
}
