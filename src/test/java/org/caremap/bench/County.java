package org.caremap.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.StreetGraphBuilder;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.imports.SampleData;
import org.caremap.peers.OurEngine;
import org.caremap.sample.SampleCounty;
import org.caremap.sample.SampleDemandPoint;
import org.caremap.sample.SampleFacility;
import org.caremap.sample.SampleOptions;

/**
 * A generated county with half as many demand points as street nodes and one facility of 500 nodes.
 * Below the generator's least size it is the west of one.
 */
@SuppressWarnings("ArrayRecordComponent") // made once, only read
record County(OurEngine engine, NetworkPlaces demand, double[] people, NetworkPlaces facilities) {
  private static final String GROUP = "age60";
  private static final int LEAST_GENERATED = 20_000;

  static County of(int streetNodes, double metersPerSecond) {
    SampleCounty sample =
        SampleCounty.of(SampleOptions.forStreetNodes(Math.max(LEAST_GENERATED, streetNodes)));
    StreetGraph graph = SampleData.graph(sample);
    double east = Double.POSITIVE_INFINITY;
    if (streetNodes < graph.nodeCount() && streetNodes < LEAST_GENERATED) {
      east =
          IntStream.range(0, graph.nodeCount())
              .mapToDouble(graph::nodeLon)
              .sorted()
              .skip(streetNodes)
              .findFirst()
              .orElse(east);
      graph = westOf(graph, east);
    }
    double limit = east;
    OurEngine engine = new OurEngine(graph, metersPerSecond);
    List<SampleDemandPoint> points = new ArrayList<>();
    sample.demand(
        point -> {
          if (point.lon() < limit) {
            points.add(point);
          }
        });
    List<SampleFacility> facilities = new ArrayList<>();
    sample.facilities(
        facility -> {
          if (facility.lon() < limit) {
            facilities.add(facility);
          }
        });
    int group = SampleDemandPoint.GROUPS.indexOf(GROUP);
    return new County(
        engine,
        engine.snap(
            points.stream().mapToDouble(SampleDemandPoint::lon).toArray(),
            points.stream().mapToDouble(SampleDemandPoint::lat).toArray()),
        points.stream().mapToDouble(point -> point.counts()[group]).toArray(),
        engine.snap(
            facilities.stream().mapToDouble(SampleFacility::lon).toArray(),
            facilities.stream().mapToDouble(SampleFacility::lat).toArray()));
  }

  /** The edges whose ends both lie west of a longitude. */
  private static StreetGraph westOf(StreetGraph graph, double east) {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    int[] kept = new int[graph.nodeCount()];
    for (int n = 0; n < kept.length; n++) {
      kept[n] = graph.nodeLon(n) < east ? builder.addNode(graph.nodeLon(n), graph.nodeLat(n)) : -1;
    }
    for (int e = 0; e < graph.edgeCount(); e++) {
      int from = kept[graph.edgeFrom(e)];
      int to = kept[graph.edgeTo(e)];
      if (from >= 0 && to >= 0) {
        double[] line = graph.edgeGeometry(e);
        builder.addEdge(
            from,
            to,
            Arrays.copyOfRange(line, 2, line.length - 2),
            graph.edgeTraits(e),
            graph.edgeName(e));
      }
    }
    return builder.build();
  }

  double coverage() {
    return engine.coverage(demand, facilities, people, CityRaces.SECONDS);
  }
}
