package org.caremap.testing;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import javax.imageio.ImageIO;
import javax.media.jai.RasterFactory;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.CoverageFactoryFinder;
import org.geotools.coverage.GridSampleDimension;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;

/** Rasters of heights, made by GeoTools from formulas. */
public final class GeoTiffs {
  private GeoTiffs() {}

  /**
   * A GeoTIFF whose every pixel has the value of a formula at its centre.
   *
   * @param code of the coordinate system, such as {@code EPSG:32650}
   * @param west of the outer border, in the system's unit, easting first
   * @param north of the outer border
   * @param height value by easting and northing of the pixel's centre
   * @param noData value that means unknown, NaN to declare none
   */
  public static byte[] of(
      String code,
      double west,
      double north,
      double step,
      int columns,
      int rows,
      double noData,
      DoubleBinaryOperator height) {
    return of(code, west, north, step, columns, rows, 1, noData, height);
  }

  /** The same with several bands. */
  public static byte[] of(
      String code,
      double west,
      double north,
      double step,
      int columns,
      int rows,
      int bands,
      double noData,
      DoubleBinaryOperator height) {
    try {
      CoordinateReferenceSystem crs = CRS.decode(code, true);
      WritableRaster raster =
          RasterFactory.createBandedRaster(DataBuffer.TYPE_FLOAT, columns, rows, bands, null);
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          double value = height.applyAsDouble(west + (x + 0.5) * step, north - (y + 0.5) * step);
          for (int b = 0; b < bands; b++) {
            raster.setSample(x, y, b, value);
          }
        }
      }
      Map<String, Object> properties = new HashMap<>();
      if (!Double.isNaN(noData)) {
        CoverageUtilities.setNoDataProperty(properties, noData);
      }
      GridSampleDimension[] dimensions = new GridSampleDimension[bands];
      for (int b = 0; b < bands; b++) {
        dimensions[b] = new GridSampleDimension("band" + b);
      }
      ColorModel colors =
          new ComponentColorModel(
              ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
              false,
              false,
              Transparency.OPAQUE,
              DataBuffer.TYPE_FLOAT);
      BufferedImage image = new BufferedImage(colors, raster, false, null);
      GridCoverage2D coverage =
          CoverageFactoryFinder.getGridCoverageFactory(null)
              .create(
                  "heights",
                  image,
                  new ReferencedEnvelope(
                      west, west + columns * step, north - rows * step, north, crs),
                  dimensions,
                  null,
                  properties);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      GeoTiffWriter writer = new GeoTiffWriter(out);
      writer.write(coverage, null);
      writer.dispose();
      return out.toByteArray();
    } catch (FactoryException e) {
      throw new IllegalArgumentException(code, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture of a format of the JDK, without any place on earth. */
  public static byte[] picture(String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_USHORT_GRAY);
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
