package org.caremap.elevation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A raster on disk: header (magic, version, size, place, range, checksum), then 4-byte floats row
 * by row, little endian. Floats, because at samples 20 m apart a decimetre more or less would be
 * half a per cent of slope. Reading maps the file and checks its CRC-32C; nothing is copied to the
 * heap.
 */
final class ElevationFile {
  private static final long MAGIC = 0x31564c45_5f4d43L; // "CM_ELV1" read as little endian
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 128;

  private ElevationFile() {}

  /**
   * Opens a raster.
   *
   * @throws IOException naming the file, if it is missing, damaged or of another version
   */
  static ElevationRaster open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < HEADER_BYTES || size > Integer.MAX_VALUE) {
        throw new IOException(file + " is not an elevation raster: it has " + size + " bytes");
      }
      ByteBuffer buffer = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
      buffer.order(ByteOrder.LITTLE_ENDIAN);
      if (buffer.getLong() != MAGIC) {
        throw new IOException(file + " is not an elevation raster");
      }
      int version = buffer.getInt();
      if (version != VERSION) {
        throw new IOException(
            "%s has version %d, this program reads version %d: import the elevation again"
                .formatted(file, version, VERSION));
      }
      ElevationGrid grid =
          new ElevationGrid(
              buffer.getInt(),
              buffer.getInt(),
              buffer.getDouble(),
              buffer.getDouble(),
              buffer.getDouble(),
              buffer.getDouble());
      float min = buffer.getFloat();
      float max = buffer.getFloat();
      long known = buffer.getLong();
      long checksum = buffer.getLong();
      if (size != HEADER_BYTES + (long) grid.columns() * grid.rows() * Float.BYTES) {
        throw new IOException(file + " is damaged: it has not the length it was written with");
      }
      buffer.position(HEADER_BYTES);
      CRC32C crc = new CRC32C();
      crc.update(buffer.duplicate());
      if (crc.getValue() != checksum) {
        throw new IOException(file + " is damaged: its checksum does not match");
      }
      ByteBuffer body = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
      return new ElevationRaster(grid, body.asFloatBuffer().asReadOnlyBuffer(), min, max, known);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  /** Starts a raster: rows follow from north to south, then {@link Writer#finish}. */
  static Writer create(Path file, ElevationGrid grid) throws IOException {
    return new Writer(file, grid);
  }

  /**
   * Writes a raster to a temporary file beside the target, which takes its place only when it is
   * whole. Closed without being finished, it leaves nothing behind.
   */
  static final class Writer implements AutoCloseable {
    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private final ElevationGrid grid;
    private final ByteBuffer row;
    private final CRC32C crc = new CRC32C();
    private float min = Float.POSITIVE_INFINITY;
    private float max = Float.NEGATIVE_INFINITY;
    private long known;
    private int rows;

    private Writer(Path file, ElevationGrid grid) throws IOException {
      this.file = file;
      this.grid = grid;
      Path folder = file.toAbsolutePath().getParent();
      temporary = Files.createTempFile(folder, file.getFileName() + ".", ".part");
      channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
      channel.position(HEADER_BYTES);
      row = ByteBuffer.allocate(grid.columns() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The next row.
     *
     * @param meters as many values as the grid has columns; NaN where unknown
     */
    void row(float[] meters) throws IOException {
      row.clear();
      for (float value : meters) {
        row.putFloat(value);
        if (!Float.isNaN(value)) {
          known++;
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
      row.flip();
      crc.update(row.duplicate());
      while (row.hasRemaining()) {
        channel.write(row);
      }
      rows++;
    }

    /** Cells so far that have a value. */
    long knownCells() {
      return known;
    }

    /**
     * Puts the raster in its place and opens it.
     *
     * @throws IllegalStateException if rows are missing
     */
    ElevationRaster finish() throws IOException {
      if (rows != grid.rows()) {
        throw new IllegalStateException("wrote %d of %d rows".formatted(rows, grid.rows()));
      }
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      header.putLong(MAGIC).putInt(VERSION);
      header.putInt(grid.columns()).putInt(grid.rows());
      header.putDouble(grid.west()).putDouble(grid.north());
      header.putDouble(grid.stepLon()).putDouble(grid.stepLat());
      header.putFloat(min).putFloat(max).putLong(known).putLong(crc.getValue());
      header.rewind();
      channel.write(header, 0);
      channel.force(true);
      channel.close();
      try {
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return open(file);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(temporary);
    }
  }
}
