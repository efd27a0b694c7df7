package org.caremap.elevation;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.OperationNotFoundException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultEngineeringCRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.geotools.util.factory.Hints;

/**
 * A GeoTIFF of heights: where its pixels lie, and their values, read strip by strip.
 *
 * <p>GeoTools says where the pixels lie; the pixels are read directly, without its raster
 * machinery, which keeps whole images.
 */
final class GeoTiff implements AutoCloseable {
  /** Lowest height on land is −430 m (Dead Sea), a few mines are deeper. */
  static final double LOWEST_METERS = -500;

  /** Mount Everest has 8,849 m. */
  static final double HIGHEST_METERS = 9000;

  /** Rows of a strip are chosen so that it has about this many pixels. */
  private static final int STRIP_PIXELS = 1 << 20;

  private static final int COPYRIGHT = 33432;
  private static final int GDAL_METADATA = 42112;
  private static final Pattern SCALE =
      Pattern.compile("role=\"(scale|offset)\"[^>]*>\\s*([-+0-9.eE]+)\\s*<");

  private final ImageInputStream stream;
  private final ImageReader image;
  private final int columns;
  private final int rows;
  private final MathTransform pixelToLonLat;
  private final double noData;
  private final double scale;
  private final double offset;
  private final String credit;

  private GeoTiff(Path file, GeoTiffReader reader, MathTransform pixelToLonLat) throws IOException {
    this.pixelToLonLat = pixelToLonLat;
    GeoTiffIIOMetadataDecoder metadata = reader.getMetadata();
    noData = metadata.hasNoData() ? metadata.getNoData() : Double.NaN;
    String copyright = metadata.getAsciiTIFFTag(Integer.toString(COPYRIGHT));
    credit = copyright == null ? "" : copyright.strip();
    double[] scaleOffset = scaleOffset(metadata.getAsciiTIFFTag(Integer.toString(GDAL_METADATA)));
    scale = scaleOffset[0];
    offset = scaleOffset[1];
    stream = new FileImageInputStream(file.toFile());
    image = new TIFFImageReaderSpi().createReaderInstance();
    image.setInput(stream);
    columns = image.getWidth(0);
    rows = image.getHeight(0);
  }

  /**
   * Opens a file and checks that it is one band of heights somewhere on earth.
   *
   * @throws ElevationProblem naming what is wrong and what is legal
   */
  static GeoTiff open(Path file) throws IOException, ElevationProblem {
    requireTiff(file);
    try {
      requireWhole(file);
      GeoTiffReader reader =
          new GeoTiffReader(
              file.toFile(), new Hints(Hints.FORCE_LONGITUDE_FIRST_AXIS_ORDER, Boolean.TRUE));
      try {
        MathTransform toLonLat =
            ConcatenatedTransform.create(gridToCrs(reader), toWgs84(crs(reader)));
        GeoTiff tiff = new GeoTiff(file, reader, toLonLat);
        try {
          tiff.checkBands();
          return tiff;
        } catch (ElevationProblem | IOException | RuntimeException e) {
          tiff.close();
          throw e;
        }
      } finally {
        reader.dispose();
      }
    } catch (ElevationProblem e) {
      throw e;
    } catch (IOException | FactoryException | RuntimeException e) {
      throw new ElevationProblem(
          "the file cannot be read as a GeoTIFF; it is damaged, cut short, or has no"
              + " georeferencing: "
              + reason(e));
    }
  }

  private static void requireTiff(Path file) throws IOException, ElevationProblem {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(4);
    }
    boolean tiff =
        Arrays.equals(head, new byte[] {'I', 'I', 42, 0})
            || Arrays.equals(head, new byte[] {'M', 'M', 0, 42})
            || Arrays.equals(head, new byte[] {'I', 'I', 43, 0})
            || Arrays.equals(head, new byte[] {'M', 'M', 0, 43});
    if (!tiff) {
      throw new ElevationProblem(
          "the file is not a GeoTIFF: it does not begin as TIFF files do; legal: a GeoTIFF with one"
              + " band of heights in metres");
    }
  }

  private static CoordinateReferenceSystem crs(GeoTiffReader reader) throws ElevationProblem {
    CoordinateReferenceSystem crs = reader.getCoordinateReferenceSystem();
    if (crs == null || crs instanceof DefaultEngineeringCRS) {
      throw new ElevationProblem(
          "the file does not say its coordinate system; legal: a GeoTIFF with georeferencing and an"
              + " EPSG code inside (gdal_translate -a_srs EPSG:… adds one)");
    }
    return crs;
  }

  private static MathTransform gridToCrs(GeoTiffReader reader) throws ElevationProblem {
    MathTransform transform = reader.getOriginalGridToWorld(PixelInCell.CELL_CENTER);
    if (transform == null) {
      throw new ElevationProblem(
          "the file does not say where its pixels lie; legal: a GeoTIFF with georeferencing inside");
    }
    return transform;
  }

  private static MathTransform toWgs84(CoordinateReferenceSystem crs) throws FactoryException {
    try {
      return CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, false);
    } catch (OperationNotFoundException e) {
      // Datums without published parameters differ by less than a cell (CGCS2000: decimetres).
      return CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, true);
    }
  }

  private static void requireWhole(Path file) throws IOException, ElevationProblem {
    TiffExtent extent = TiffExtent.read(file);
    long size = Files.size(file);
    if (extent.lastByte() > size) {
      throw new ElevationProblem(
          "the file is cut short: it has %,d bytes and needs at least %,d"
              .formatted(size, extent.lastByte()));
    }
    if (extent.emptyTiles() > 0) {
      throw new ElevationProblem(
          "the file leaves %,d tiles out; legal: a GeoTIFF with all its pixels (gdal_translate -co"
                  .formatted(extent.emptyTiles())
              + " SPARSE_OK=FALSE)");
    }
  }

  private void checkBands() throws IOException, ElevationProblem {
    if ((long) columns * rows > ElevationGrid.MOST_CELLS) {
      throw new ElevationProblem(
          "the raster has %,d × %,d pixels; legal: up to %,d in all (cut it to your county, or"
                  .formatted(columns, rows, ElevationGrid.MOST_CELLS)
              + " make it coarser: 30 m cells are fine enough)");
    }
    BufferedImage pixel = strip(new Rectangle(0, 0, 1, 1));
    int bands = pixel.getRaster().getNumBands();
    if (bands != 1) {
      throw new ElevationProblem(
          "the file has %d bands; legal: 1, heights in metres".formatted(bands));
    }
    if (pixel.getColorModel() instanceof IndexColorModel) {
      throw new ElevationProblem(
          "the file is a picture with a palette; legal: one band of heights in metres");
    }
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** What the file says of its copyright, empty where nothing. */
  String credit() {
    return credit;
  }

  /** From a position in pixels, whole numbers being centres, to lon, lat. */
  MathTransform pixelToLonLat() {
    return pixelToLonLat;
  }

  /** Takes the rows from the north; NaN where there is no value. */
  @FunctionalInterface
  interface Rows {
    void row(float[] meters) throws IOException;
  }

  /**
   * Hands on every row in metres.
   *
   * @param progress told the share done
   * @throws ElevationProblem if the file breaks off or a value is no height
   */
  void read(Rows to, DoubleConsumer progress) throws IOException, ElevationProblem {
    int stripRows = Math.max(1, Math.min(rows, STRIP_PIXELS / columns));
    // Whole tiles or strips of the file, so that each is decoded once.
    int tileRows = image.getTileHeight(0);
    if (tileRows > 0 && tileRows < rows) {
      stripRows = Math.max(tileRows, stripRows / tileRows * tileRows);
    }
    double[] values = new double[columns];
    float[] meters = new float[columns];
    for (int top = 0; top < rows; top += stripRows) {
      int height = Math.min(stripRows, rows - top);
      Raster strip;
      try {
        strip = strip(new Rectangle(0, top, columns, height)).getRaster();
      } catch (IOException | RuntimeException e) {
        throw new ElevationProblem(
            "the file is damaged or cut short near row %,d of %,d: %s"
                .formatted(top, rows, reason(e)));
      }
      for (int y = 0; y < height; y++) {
        strip.getSamples(strip.getMinX(), strip.getMinY() + y, columns, 1, 0, values);
        for (int x = 0; x < columns; x++) {
          meters[x] = meters(values[x], x, top + y);
        }
        to.row(meters);
      }
      progress.accept((double) (top + height) / rows);
    }
  }

  private float meters(double value, int column, int row) throws ElevationProblem {
    // Values are floats in many files, the text of nodata a double: compare what was stored.
    if (Double.isNaN(value) || value == noData || (float) value == (float) noData) {
      return Float.NaN;
    }
    double height = value * scale + offset;
    if (!(height >= LOWEST_METERS && height <= HIGHEST_METERS)) {
      throw new ElevationProblem(
          "pixel column %,d, row %,d is %s m; legal: [%.0f, %.0f] m (a value that means unknown must"
                  .formatted(column, row, height, LOWEST_METERS, HIGHEST_METERS)
              + " be declared as nodata: gdal_translate -a_nodata)");
    }
    return (float) height;
  }

  private BufferedImage strip(Rectangle region) throws IOException {
    ImageReadParam param = image.getDefaultReadParam();
    param.setSourceRegion(region);
    return image.read(0, param);
  }

  private static double[] scaleOffset(@org.jspecify.annotations.Nullable String gdal) {
    double[] found = {1, 0};
    if (gdal != null) {
      for (Matcher m = SCALE.matcher(gdal); m.find(); ) {
        found[m.group(1).equals("scale") ? 0 : 1] = Double.parseDouble(m.group(2));
      }
    }
    return found;
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** Position of a pixel on earth. */
  double[] lonLat(double column, double row) throws TransformException {
    double[] position = {column, row};
    pixelToLonLat.transform(position, 0, position, 0, 1);
    return position;
  }

  @Override
  public void close() throws IOException {
    image.dispose();
    stream.close();
  }
}
