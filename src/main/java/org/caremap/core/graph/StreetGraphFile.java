package org.caremap.core.graph;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A built network on disk, index included: header (magic, version, checksum, length), then the
 * arrays of {@link GraphData} in a fixed order, little endian, each with its length and aligned to
 * 8 bytes. Reading maps the file and checks its CRC-32C; the arrays stay in the mapped file,
 * outside the heap, but for the arcs, which sweeps read at every step and which follow from the
 * edges.
 */
public final class StreetGraphFile {
  private static final long MAGIC = 0x31485052475f4d43L; // "CM_GRPH1" read as little endian
  private static final int VERSION = 2;
  private static final int HEADER_BYTES = 32;

  private StreetGraphFile() {}

  /**
   * Writes a graph: to a temporary file beside the target, which then takes its place, so that a
   * reader sees the old file or the new one and nothing in between.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(StreetGraph graph, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, file.getFileName() + ".", ".part");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.position(HEADER_BYTES);
        ArrayWriter writer = new ArrayWriter(channel);
        writeBody(graph.data(), writer);
        writer.flush();
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putInt(VERSION).putInt(0);
        header.putLong(writer.checksum()).putLong(channel.position()).flip();
        channel.write(header, 0);
        channel.force(true);
      }
      try {
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Reads a graph back.
   *
   * @throws IOException naming the file, if it is missing, damaged or of another version
   */
  public static StreetGraph read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < HEADER_BYTES || size > Integer.MAX_VALUE) {
        throw new IOException(file + " is not a street network: it has " + size + " bytes");
      }
      ByteBuffer buffer = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
      buffer.order(ByteOrder.LITTLE_ENDIAN);
      if (buffer.getLong() != MAGIC) {
        throw new IOException(file + " is not a street network");
      }
      int version = buffer.getInt();
      if (version != VERSION) {
        throw new IOException(
            "%s has version %d, this program reads version %d: import the streets again"
                .formatted(file, version, VERSION));
      }
      buffer.getInt();
      long checksum = buffer.getLong();
      if (buffer.getLong() != size) {
        throw new IOException(file + " is damaged: it has not the length it was written with");
      }
      CRC32C crc = new CRC32C();
      crc.update(buffer.duplicate());
      if (crc.getValue() != checksum) {
        throw new IOException(file + " is damaged: its checksum does not match");
      }
      return new StreetGraph(readBody(new ArrayReader(buffer)));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException(file + " is damaged", e);
    }
  }

  /**
   * Writes what a graph holds, without the file's header: the same bytes for the same network, on
   * every machine, so that they can be counted as its content.
   *
   * @throws IOException if the channel cannot be written
   */
  public static void writeContent(StreetGraph graph, WritableByteChannel channel)
      throws IOException {
    ArrayWriter writer = new ArrayWriter(channel);
    writeBody(graph.data(), writer);
    writer.flush();
  }

  private static void writeBody(GraphData data, ArrayWriter out) throws IOException {
    out.ints(data.nodeLon);
    out.ints(data.nodeLat);
    out.ints(data.nodeComponent);
    out.doubles(data.componentMeters);
    out.ints(data.edgeFrom);
    out.ints(data.edgeTo);
    out.ints(data.edgeMillimeters);
    out.ints(data.edgeTraits);
    out.ints(data.edgeName);
    byte[][] names = new byte[data.names.length][];
    int[] nameEnds = new int[names.length];
    int total = 0;
    for (int i = 0; i < names.length; i++) {
      names[i] = data.names[i].getBytes(StandardCharsets.UTF_8);
      total += names[i].length;
      nameEnds[i] = total;
    }
    ByteBuffer text = ByteBuffer.allocate(total);
    for (byte[] name : names) {
      text.put(name);
    }
    out.ints(nameEnds);
    out.bytes(text.array());
    out.ints(data.pointOffset);
    out.ints(data.points);
    EdgeGrid grid = data.grid;
    out.ints(
        new int[] {
          grid.west(), grid.south(), grid.cellLon(), grid.cellLat(), grid.columns(), grid.rows()
        });
    out.ints(grid.offsets());
    out.ints(grid.pieces());
  }

  private static GraphData readBody(ArrayReader in) {
    GraphData data = new GraphData();
    data.nodeLon = in.view();
    data.nodeLat = in.view();
    data.nodeComponent = in.view();
    data.componentMeters = in.doubles();
    data.edgeFrom = in.view();
    data.edgeTo = in.view();
    data.edgeMillimeters = in.view();
    data.edgeTraits = in.view();
    data.edgeName = in.view();
    int[] nameEnds = in.ints();
    byte[] text = in.bytes();
    data.names = new String[nameEnds.length];
    for (int i = 0; i < nameEnds.length; i++) {
      int start = i == 0 ? 0 : nameEnds[i - 1];
      data.names[i] = new String(text, start, nameEnds[i] - start, StandardCharsets.UTF_8);
    }
    data.pointOffset = in.view();
    data.points = in.view();
    int[] grid = in.ints();
    data.grid =
        new EdgeGrid(grid[0], grid[1], grid[2], grid[3], grid[4], grid[5], in.view(), in.view());
    data.linkArcs();
    return data;
  }
}
