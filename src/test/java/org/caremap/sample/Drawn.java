package org.caremap.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/** The streets of a county, collected for tests; lengths on the sphere's local plane. */
final class Drawn implements StreetSink {
  static final double METERS_PER_LAT_DEGREE = 111_195;
  static final double METERS_PER_LON_DEGREE =
      METERS_PER_LAT_DEGREE * Math.cos(Math.toRadians(31.9));
  private static final GeometryFactory PLANE = new GeometryFactory();

  record Edge(int from, int to, LineString line, Road road, @Nullable String name) {}

  final List<Coordinate> nodes = new ArrayList<>();
  final List<Edge> edges = new ArrayList<>();
  private final STRtree index = new STRtree();

  static Drawn of(SampleCounty county) {
    Drawn drawn = new Drawn();
    county.streets(drawn);
    return drawn;
  }

  static Coordinate meters(double lon, double lat) {
    return new Coordinate(lon * METERS_PER_LON_DEGREE, lat * METERS_PER_LAT_DEGREE);
  }

  @Override
  public int addNode(double lon, double lat) {
    nodes.add(new Coordinate(lon, lat));
    return nodes.size() - 1;
  }

  @Override
  public void addEdge(int from, int to, double[] inner, Road road, @Nullable String name) {
    Coordinate[] points = new Coordinate[inner.length / 2 + 2];
    points[0] = meters(nodes.get(from).x, nodes.get(from).y);
    for (int i = 0; i < inner.length / 2; i++) {
      points[i + 1] = meters(inner[2 * i], inner[2 * i + 1]);
    }
    points[points.length - 1] = meters(nodes.get(to).x, nodes.get(to).y);
    LineString line = PLANE.createLineString(points);
    edges.add(new Edge(from, to, line, road, name));
    index.insert(line.getEnvelopeInternal(), line);
  }

  /** Whether a street passes within a distance. */
  boolean hasStreetWithin(double lon, double lat, double meters) {
    Coordinate at = meters(lon, lat);
    Envelope around = new Envelope(at);
    around.expandBy(meters);
    for (Object line : index.query(around)) {
      if (((LineString) line).isWithinDistance(PLANE.createPoint(at), meters)) {
        return true;
      }
    }
    return false;
  }

  /** For each node, the least node number it is connected with. */
  int[] components() {
    int[] label = new int[nodes.size()];
    Arrays.setAll(label, i -> i);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Edge edge : edges) {
        int least = Math.min(label[label[edge.from]], label[label[edge.to]]);
        changed |= label[edge.from] != least || label[edge.to] != least;
        label[label[edge.from]] = least;
        label[label[edge.to]] = least;
        label[edge.from] = least;
        label[edge.to] = least;
      }
    }
    return label;
  }
}
