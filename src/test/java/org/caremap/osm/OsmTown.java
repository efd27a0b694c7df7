package org.caremap.osm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.caremap.core.graph.Arcs;
import org.caremap.core.graph.EdgeTraits;
import org.caremap.core.graph.Kerb;
import org.caremap.core.graph.StreetGraph;

/** A small OpenStreetMap file in metres around a corner of 海门, for tests. */
final class OsmTown {
  private static final double LON = 121.2;
  private static final double LAT = 31.9;
  private static final double DEGREES_PER_METER = 1 / 111195.08;

  private final StringBuilder body = new StringBuilder();

  /** A node at metres east and north. */
  OsmTown node(long id, double x, double y, String... tags) {
    body.append("<node id='%d' lon='%.7f' lat='%.7f'>".formatted(id, lon(x), lat(y)))
        .append(tags(tags))
        .append("</node>");
    return this;
  }

  static double lon(double x) {
    return LON + x * DEGREES_PER_METER / Math.cos(Math.toRadians(LAT));
  }

  static double lat(double y) {
    return LAT + y * DEGREES_PER_METER;
  }

  /** A way over nodes "1 2 3". */
  OsmTown way(long id, String refs, String... tags) {
    body.append("<way id='").append(id).append("'>");
    for (String ref : refs.split(" ")) {
      body.append("<nd ref='").append(ref).append("'/>");
    }
    body.append(tags(tags)).append("</way>");
    return this;
  }

  /** A multipolygon of ways "outer:20 inner:21". */
  OsmTown multipolygon(long id, String members, String... tags) {
    body.append("<relation id='").append(id).append("'>");
    for (String member : members.split(" ")) {
      String[] parts = member.split(":");
      body.append("<member type='way' ref='%s' role='%s'/>".formatted(parts[1], parts[0]));
    }
    body.append(tags("type=multipolygon")).append(tags(tags)).append("</relation>");
    return this;
  }

  private static String tags(String... pairs) {
    StringBuilder text = new StringBuilder();
    for (String pair : pairs) {
      String[] parts = pair.split("=", 2);
      text.append("<tag k='%s' v='%s'/>".formatted(parts[0], parts[1]));
    }
    return text.toString();
  }

  OsmStreets.Result read(Path folder) throws IOException {
    Path file = folder.resolve("town.osm");
    return OsmStreets.read(Files.writeString(file, "<osm version='0.6'>" + body + "</osm>"));
  }

  /**
   * Metres from place to place over edges without any of these traits; infinite if there is none.
   */
  static double meters(
      StreetGraph graph, double fromX, double fromY, double toX, double toY, int closedTraits) {
    double[] best = new double[graph.nodeCount()];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int n = 0; n < best.length; n++) {
      if (isAt(graph, n, fromX, fromY)) {
        best[n] = 0;
      }
    }
    Arcs arcs = graph.arcs();
    for (int round = 0; round < best.length; round++) {
      for (int n = 0; n < best.length; n++) {
        for (int a = arcs.offsets()[n]; a < arcs.offsets()[n + 1]; a++) {
          int edge = arcs.edges()[a] >> 1;
          EdgeTraits traits = graph.edgeTraits(edge);
          boolean open =
              (arcs.edges()[a] & 1) == 0 ? graph.isForward(edge) : graph.isBackward(edge);
          boolean kerb = (closedTraits & EdgeTraits.OBSTACLE) != 0 && traits.kerb() == Kerb.RAISED;
          if (open && !kerb && (traits.bits() & closedTraits) == 0) {
            int head = arcs.heads()[a];
            best[head] = Math.min(best[head], best[n] + graph.edgeLengthMeters(edge));
          }
        }
      }
    }
    double nearest = Double.POSITIVE_INFINITY;
    for (int n = 0; n < best.length; n++) {
      if (isAt(graph, n, toX, toY)) {
        nearest = Math.min(nearest, best[n]);
      }
    }
    return nearest;
  }

  private static boolean isAt(StreetGraph graph, int node, double x, double y) {
    return Math.abs(graph.nodeLon(node) - lon(x)) < 1e-7
        && Math.abs(graph.nodeLat(node) - lat(y)) < 1e-7;
  }
}
