package org.caremap.elevation;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Where the pixels of a TIFF's first image are stored (TIFF 6.0, section 2, and BigTIFF). Decoders
 * fill what a short file lacks with zeros, which would be heights; so it is looked for here.
 *
 * @param lastByte file position after the last byte of pixels
 * @param emptyTiles number of strips or tiles that are left out
 */
record TiffExtent(long lastByte, int emptyTiles) {
  private static final int BIG = 43;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTES = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int LONG8 = 16;
  private static final int MOST_TILES = 50_000_000;

  /**
   * Reads the directory of the first image.
   *
   * @throws IOException if the file ends before, or its directory makes no sense
   */
  static TiffExtent read(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      in.setByteOrder(
          in.readUnsignedByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      in.seek(2);
      boolean big = in.readUnsignedShort() == BIG;
      in.seek(big ? 8 : 4);
      in.seek(big ? in.readLong() : in.readUnsignedInt());
      long entries = big ? in.readLong() : in.readUnsignedShort();
      long start = in.getStreamPosition();
      int entryBytes = big ? 20 : 12;
      long[] offsets = null;
      long[] bytes = null;
      for (long i = 0; i < entries; i++) {
        in.seek(start + i * entryBytes);
        int tag = in.readUnsignedShort();
        if (tag == STRIP_OFFSETS || tag == TILE_OFFSETS) {
          offsets = values(in, big);
        } else if (tag == STRIP_BYTES || tag == TILE_BYTES) {
          bytes = values(in, big);
        }
      }
      if (offsets == null || bytes == null || offsets.length != bytes.length) {
        throw new IOException("it does not say where its pixels are stored");
      }
      long last = 0;
      int empty = 0;
      for (int i = 0; i < offsets.length; i++) {
        last = Math.max(last, Math.addExact(offsets[i], bytes[i]));
        empty += bytes[i] == 0 ? 1 : 0;
      }
      return new TiffExtent(last, empty);
    } catch (EOFException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new IOException("its directory is cut short", e);
    }
  }

  /** The values of the entry whose tag has just been read. */
  private static long[] values(ImageInputStream in, boolean big) throws IOException {
    int type = in.readUnsignedShort();
    long count = big ? in.readLong() : in.readUnsignedInt();
    int size =
        switch (type) {
          case SHORT -> 2;
          case LONG -> 4;
          case LONG8 -> 8;
          default -> throw new IOException("its directory has a position of type " + type);
        };
    if (count < 1 || count > MOST_TILES) {
      throw new IOException("its directory names " + count + " tiles");
    }
    if (count * size > (big ? 8 : 4)) {
      in.seek(big ? in.readLong() : in.readUnsignedInt());
    }
    if (in.getStreamPosition() + count * size > in.length()) {
      throw new EOFException();
    }
    long[] values = new long[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case SHORT -> in.readUnsignedShort();
            case LONG -> in.readUnsignedInt();
            default -> in.readLong();
          };
    }
    return values;
  }
}
