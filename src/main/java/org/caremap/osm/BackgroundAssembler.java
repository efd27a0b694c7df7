package org.caremap.osm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Makes lines and polygons of the ways kept for drawing. */
@SuppressWarnings("EnumOrdinal") // the number that the way table holds
final class BackgroundAssembler {
  private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 4326);

  private BackgroundAssembler() {}

  static List<BackgroundFeature> assemble(
      WayTable ways, NodeTable nodes, WaterRelations relations) {
    List<BackgroundFeature> features = new ArrayList<>();
    for (int way = 0; way < ways.size(); way++) {
      if (ways.trait(way) == WaterRelations.MEMBER) {
        continue;
      }
      BackgroundKind kind = BackgroundKind.values()[ways.trait(way)];
      List<Coordinate> line = new ArrayList<>();
      for (int i = ways.start(way); i < ways.end(way); i++) {
        int node = nodes.indexOf(ways.ref(i));
        if (!nodes.isMissing(node)) {
          line.add(new Coordinate(nodes.lon(node), nodes.lat(node)));
        }
      }
      Geometry shape = shape(kind, line);
      if (shape != null && !shape.isEmpty()) {
        features.add(new BackgroundFeature(kind, shape, ways.name(way)));
      }
    }
    features.addAll(relations.assemble(ways, nodes, GEOMETRY));
    return List.copyOf(features);
  }

  private static @Nullable Geometry shape(BackgroundKind kind, List<Coordinate> line) {
    if (!kind.isArea()) {
      return line.size() < 2 ? null : GEOMETRY.createLineString(line.toArray(Coordinate[]::new));
    }
    // With nodes missing the ring may have come open: close it over the gap.
    if (line.size() >= 3 && !line.get(0).equals2D(line.get(line.size() - 1))) {
      line.add(line.get(0).copy());
    }
    if (line.size() < 4) {
      return null;
    }
    Geometry polygon = GEOMETRY.createPolygon(line.toArray(Coordinate[]::new));
    return polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
  }
}
