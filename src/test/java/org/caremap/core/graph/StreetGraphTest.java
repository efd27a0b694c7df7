package org.caremap.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.caremap.core.geo.GreatCircle;
import org.junit.jupiter.api.Test;

class StreetGraphTest {
  @Test
  void keepsWhatWasAdded() {
    // A ──┐        C → D   one-way, another component
    //     B
    Town town =
        new Town()
            .node("A", 0, 0)
            .node("B", 300, -400)
            .node("C", 900, 0)
            .node("D", 1000, 0)
            .street("A-B", 300, 0)
            .oneWay("C-D");
    StreetGraph graph = town.build();
    assertThat(graph.nodeCount()).isEqualTo(4);
    assertThat(graph.edgeCount()).isEqualTo(2);
    assertThat(graph.arcCount()).isEqualTo(3);
    int bent = town.edge("A-B");
    assertThat(graph.edgeFrom(bent)).isEqualTo(town.at("A"));
    assertThat(graph.edgeTo(bent)).isEqualTo(town.at("B"));
    assertThat(graph.edgeLengthMeters(bent)).isCloseTo(700, within(0.2));
    assertThat(graph.edgeName(bent)).isEqualTo("A-B");
    assertThat(graph.edgeGeometry(bent)).hasSize(6);
    assertThat(graph.edgeLengthMeters(bent))
        .isCloseTo(GreatCircle.lengthMeters(graph.edgeGeometry(bent)), within(0.0005));
    assertThat(graph.edgeLengthMeters(bent)).isEqualTo(graph.edgeLengthMillimeters(bent) / 1000.0);
    int oneWay = town.edge("C-D");
    assertThat(graph.isForward(oneWay)).isTrue();
    assertThat(graph.isBackward(oneWay)).isFalse();
    assertThat(graph.streetClass(oneWay)).isEqualTo(StreetClass.PATH);
    assertThat(graph.componentCount()).isEqualTo(2);
    assertThat(graph.componentOfNode(town.at("A"))).isEqualTo(graph.largestComponent());
    assertThat(graph.componentOfNode(town.at("D"))).isEqualTo(1);
    assertThat(graph.componentLengthMeters(1)).isCloseTo(100, within(0.1));
    assertThat(graph.totalLengthMeters()).isCloseTo(800, within(0.3));
    assertThat(graph.bounds().contains(Town.lon(300), Town.lat(-1))).isTrue();
  }

  @Test
  void takesLoopsPiecesOfNoLengthAndLonelyNodes() {
    Town town =
        new Town()
            .node("A", 0, 0)
            .node("a", 0, 0)
            .node("lonely", 50, 50)
            .street("A-A", 100, 0, 100, 100)
            .street("A-a");
    StreetGraph graph = town.build();
    assertThat(graph.edgeLengthMeters(town.edge("A-a"))).isZero();
    assertThat(graph.edgeFrom(town.edge("A-A"))).isEqualTo(graph.edgeTo(town.edge("A-A")));
    assertThat(graph.componentCount()).isEqualTo(2);
    assertThat(graph.componentLengthMeters(1)).isZero();
  }

  @Test
  void anEmptyGraphHasNoBounds() {
    StreetGraph graph = new StreetGraphBuilder().build();
    assertThat(graph.largestComponent()).isEqualTo(-1);
    assertThatThrownBy(graph::bounds).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theBuilderNamesWhatIsWrong() {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    int node = builder.addNode(0, 0);
    assertThatThrownBy(() -> builder.addNode(0, 91)).hasMessageContaining("91");
    assertThatThrownBy(
            () -> builder.addEdge(node, 5, new double[0], EdgeTraits.of(StreetClass.PATH), null))
        .hasMessageContaining("[0, 1) but is 5");
    assertThatThrownBy(() -> EdgeTraits.of(StreetClass.PATH, false, false))
        .hasMessageContaining("direction");
  }
}
