package org.caremap.elevation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.caremap.core.geo.GreatCircle;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;

/**
 * Turns a GeoTIFF into a raster along longitude and latitude, so that looking a height up needs no
 * projection. A file that lies along them is taken as it is; others are resampled bilinearly at
 * their own resolution.
 */
final class ElevationConverter {
  /** Points on each side of a raster by which its outline is found. */
  private static final int OUTLINE = 64;

  /** A grid is along longitude and latitude if its corners are this near to a straight one. */
  private static final double CELLS_OFF = 0.01;

  private static final double COPY_SHARE = 0.4;

  private ElevationConverter() {}

  /**
   * Converts a file.
   *
   * @param target where the raster goes; nothing is left there where this throws
   * @param progress told the share done
   * @throws ElevationProblem naming what is wrong with the file
   */
  static ElevationRaster convert(GeoTiff tiff, Path target, DoubleConsumer progress)
      throws IOException, ElevationProblem {
    try {
      ElevationGrid straight = straight(tiff);
      ElevationRaster raster =
          straight != null
              ? copy(tiff, straight, target, progress)
              : resample(tiff, target, progress);
      if (raster.knownCells() == 0) {
        Files.deleteIfExists(target);
        throw new ElevationProblem("the raster has no value in any pixel: all are nodata");
      }
      return raster;
    } catch (TransformException e) {
      throw new ElevationProblem(
          "the raster's pixels have no place on earth in its coordinate system: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new ElevationProblem("the raster cannot be used: " + e.getMessage());
    }
  }

  private static ElevationRaster copy(
      GeoTiff tiff, ElevationGrid grid, Path target, DoubleConsumer progress)
      throws IOException, ElevationProblem {
    try (ElevationFile.Writer writer = ElevationFile.create(target, grid)) {
      tiff.read(writer::row, progress);
      return writer.finish();
    }
  }

  /** The file's own grid where it lies along longitude and latitude, else null. */
  private static @org.jspecify.annotations.Nullable ElevationGrid straight(GeoTiff tiff)
      throws TransformException, ElevationProblem {
    int right = tiff.columns() - 1;
    int bottom = tiff.rows() - 1;
    double[] first = checked(tiff.lonLat(0, 0));
    double[] across = tiff.lonLat(Math.max(1, right), 0);
    double[] down = tiff.lonLat(0, Math.max(1, bottom));
    double[] last = checked(tiff.lonLat(Math.max(1, right), Math.max(1, bottom)));
    double[] middle = tiff.lonLat(Math.max(1, right) / 2.0, Math.max(1, bottom) / 2.0);
    double stepLon = (across[0] - first[0]) / Math.max(1, right);
    double stepLat = (first[1] - down[1]) / Math.max(1, bottom);
    if (!(stepLon > 0 && stepLat > 0)) {
      return null;
    }
    double lonOff = CELLS_OFF * stepLon;
    double latOff = CELLS_OFF * stepLat;
    boolean straight =
        Math.abs(across[1] - first[1]) < latOff
            && Math.abs(down[0] - first[0]) < lonOff
            && Math.abs(last[0] - across[0]) < lonOff
            && Math.abs(last[1] - down[1]) < latOff
            && Math.abs(middle[0] - (first[0] + last[0]) / 2) < lonOff
            && Math.abs(middle[1] - (first[1] + last[1]) / 2) < latOff;
    return straight
        ? new ElevationGrid(tiff.columns(), tiff.rows(), first[0], first[1], stepLon, stepLat)
        : null;
  }

  private static double[] checked(double[] lonLat) throws ElevationProblem {
    if (!(Math.abs(lonLat[0]) <= 180.5 && Math.abs(lonLat[1]) <= 90.5)) {
      throw new ElevationProblem(
          "a corner of the raster lies at longitude %s, latitude %s; legal: [-180, 180], [-90, 90]"
              .formatted(lonLat[0], lonLat[1]));
    }
    return lonLat;
  }

  private static ElevationRaster resample(GeoTiff tiff, Path target, DoubleConsumer progress)
      throws IOException, ElevationProblem, TransformException {
    ElevationGrid grid = matching(tiff);
    MathTransform toPixel;
    try {
      toPixel = tiff.pixelToLonLat().inverse();
    } catch (org.geotools.api.referencing.operation.NoninvertibleTransformException e) {
      throw new ElevationProblem("the raster's georeferencing has no inverse: " + e.getMessage());
    }
    Path unprojected = target.resolveSibling(target.getFileName() + ".pixels");
    try {
      ElevationRaster pixels =
          copy(
              tiff,
              ElevationGrid.ofCells(tiff.columns(), tiff.rows()),
              unprojected,
              share -> progress.accept(COPY_SHARE * share));
      try (ElevationFile.Writer writer = ElevationFile.create(target, grid)) {
        float[] meters = new float[grid.columns()];
        double[] positions = new double[2 * grid.columns()];
        for (int row = 0; row < grid.rows(); row++) {
          double lat = grid.north() - row * grid.stepLat();
          for (int column = 0; column < grid.columns(); column++) {
            positions[2 * column] = grid.west() + column * grid.stepLon();
            positions[2 * column + 1] = lat;
          }
          try {
            toPixel.transform(positions, 0, positions, 0, grid.columns());
          } catch (TransformException e) {
            // The corners of the box may lie where the projection does not reach.
            Arrays.fill(positions, Double.NaN);
          }
          for (int column = 0; column < grid.columns(); column++) {
            meters[column] = (float) pixels.at(positions[2 * column], positions[2 * column + 1]);
          }
          writer.row(meters);
          progress.accept(COPY_SHARE + (1 - COPY_SHARE) * (row + 1) / grid.rows());
        }
        return writer.finish();
      }
    } finally {
      Files.deleteIfExists(unprojected);
    }
  }

  /** The box around the raster, cut into cells as large as its own in the middle. */
  private static ElevationGrid matching(GeoTiff tiff) throws TransformException, ElevationProblem {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= OUTLINE; i++) {
      double x = -0.5 + (double) i / OUTLINE * tiff.columns();
      double y = -0.5 + (double) i / OUTLINE * tiff.rows();
      double[][] sides = {{x, -0.5}, {x, tiff.rows() - 0.5}, {-0.5, y}, {tiff.columns() - 0.5, y}};
      for (double[] side : sides) {
        double[] place = checked(tiff.lonLat(side[0], side[1]));
        west = Math.min(west, place[0]);
        east = Math.max(east, place[0]);
        south = Math.min(south, place[1]);
        north = Math.max(north, place[1]);
      }
    }
    double x = (tiff.columns() - 1) / 2.0;
    double y = (tiff.rows() - 1) / 2.0;
    double[] middle = tiff.lonLat(x, y);
    double[] right = tiff.lonLat(x + 1, y);
    double[] below = tiff.lonLat(x, y + 1);
    double meters =
        Math.min(
            GreatCircle.meters(middle[0], middle[1], right[0], right[1]),
            GreatCircle.meters(middle[0], middle[1], below[0], below[1]));
    double stepLat = Math.toDegrees(meters / GreatCircle.EARTH_RADIUS_METERS);
    double stepLon = stepLat / Math.cos(Math.toRadians(middle[1]));
    double columns = Math.max(1, Math.ceil((east - west) / stepLon));
    double rows = Math.max(1, Math.ceil((north - south) / stepLat));
    if (!(columns * rows <= ElevationGrid.MOST_CELLS)) {
      throw new ElevationProblem(
          "along longitude and latitude the raster has %,.0f × %,.0f cells; legal: up to %,d in all"
              .formatted(columns, rows, ElevationGrid.MOST_CELLS));
    }
    return new ElevationGrid(
        (int) columns, (int) rows, west + stepLon / 2, north - stepLat / 2, stepLon, stepLat);
  }
}
