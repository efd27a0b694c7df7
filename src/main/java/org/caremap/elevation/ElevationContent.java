package org.caremap.elevation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** What an elevation holds, as bytes that are the same on every machine, and as a file. */
public final class ElevationContent {
  private static final int BUFFER_BYTES = 1 << 16;

  private ElevationContent() {}

  /**
   * Writes the place of the cells and their values, row by row.
   *
   * @throws IOException if the channel cannot be written
   */
  public static void write(Elevation elevation, WritableByteChannel channel) throws IOException {
    ElevationRaster raster = elevation.raster();
    ElevationGrid grid = raster.grid();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(grid.columns()).putInt(grid.rows());
    buffer.putDouble(grid.west()).putDouble(grid.north());
    buffer.putDouble(grid.stepLon()).putDouble(grid.stepLat());
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        if (buffer.remaining() < Float.BYTES) {
          drain(buffer, channel);
        }
        buffer.putFloat(raster.valueAt(row, column));
      }
    }
    drain(buffer, channel);
  }

  private static void drain(ByteBuffer buffer, WritableByteChannel channel) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /**
   * Writes an elevation to a file that {@link #open} reads.
   *
   * @throws IOException if the file cannot be written
   */
  public static void save(Elevation elevation, Path file) throws IOException {
    ElevationRaster raster = elevation.raster();
    ElevationGrid grid = raster.grid();
    try (ElevationFile.Writer writer = ElevationFile.create(file, grid)) {
      float[] values = new float[grid.columns()];
      for (int row = 0; row < grid.rows(); row++) {
        for (int column = 0; column < values.length; column++) {
          values[column] = raster.valueAt(row, column);
        }
        writer.row(values);
      }
      writer.finish();
    }
  }

  /**
   * Opens a file of {@link #save}.
   *
   * @param name to call it
   * @throws IOException naming the file, if it is missing, damaged or of another version
   */
  public static Elevation open(Path file, String name) throws IOException {
    return new Elevation(UUID.randomUUID(), name, Instant.EPOCH, "", "", ElevationFile.open(file));
  }
}
