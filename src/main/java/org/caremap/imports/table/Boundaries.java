package org.caremap.imports.table;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Makes boundaries valid multipolygons in WGS 84. */
final class Boundaries {
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  private final PositionCheck check;
  private long repaired;

  Boundaries(PositionCheck check) {
    this.check = check;
  }

  /**
   * @throws CellProblem where the geometry is no area, out of range or beyond repair
   */
  MultiPolygon toWgs84(Geometry geometry, CoordinateSystem system) throws CellProblem {
    if (!(geometry instanceof Polygonal) || geometry.isEmpty()) {
      throw new CellProblem(
          "geometry",
          (geometry.isEmpty() ? "empty " : "") + geometry.getGeometryType(),
          "cannot be the boundary of an area; legal are Polygon and MultiPolygon");
    }
    Geometry moved = WGS84.createGeometry(geometry);
    Mover mover = new Mover(system);
    moved.apply(mover);
    if (mover.problem != null) {
      throw mover.problem;
    }
    if (!moved.isValid()) {
      moved = GeometryFixer.fix(moved);
      repaired++;
    }
    MultiPolygon result = multiPolygon(moved);
    if (result.isEmpty() || !(result.getArea() > 0)) {
      throw new CellProblem(
          "geometry", geometry.getGeometryType(), "encloses no area; legal is a proper polygon");
    }
    result.setSRID(4326);
    return result;
  }

  List<String> notes() {
    return repaired == 0
        ? List.of()
        : List.of(
            repaired
                + (repaired == 1 ? " boundary was" : " boundaries were")
                + " not valid (crossing itself, for instance) and repaired.");
  }

  private static MultiPolygon multiPolygon(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return WGS84.createMultiPolygon(polygons.toArray(new Polygon[0]));
  }

  /** Moves every coordinate; stops at the first that cannot be moved. */
  private final class Mover implements CoordinateSequenceFilter {
    private final CoordinateSystem system;
    private CellProblem problem;

    Mover(CoordinateSystem system) {
      this.system = system;
    }

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      try {
        double[] lonLat =
            check.toWgs84(system, sequence.getX(i), sequence.getY(i), "geometry", "geometry");
        sequence.setOrdinate(i, CoordinateSequence.X, lonLat[0]);
        sequence.setOrdinate(i, CoordinateSequence.Y, lonLat[1]);
      } catch (CellProblem e) {
        problem = e;
      }
    }

    @Override
    public boolean isDone() {
      return problem != null;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
