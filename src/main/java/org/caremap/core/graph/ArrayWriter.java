package org.caremap.core.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;

/** Writes arrays through one buffer and keeps their checksum. */
final class ArrayWriter {
  private static final int BUFFER_BYTES = 1 << 20;

  private final WritableByteChannel channel;
  private final CRC32C crc = new CRC32C();
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  ArrayWriter(WritableByteChannel channel) {
    this.channel = channel;
  }

  void ints(int[] values) throws IOException {
    ints(IntBuffer.wrap(values));
  }

  void ints(IntBuffer values) throws IOException {
    IntBuffer left = values.duplicate();
    left.clear();
    length(left.remaining());
    while (left.hasRemaining()) {
      room(Integer.BYTES);
      int count = Math.min(left.remaining(), buffer.remaining() / Integer.BYTES);
      IntBuffer part = left.slice(left.position(), count);
      buffer.asIntBuffer().put(part);
      left.position(left.position() + count);
      buffer.position(buffer.position() + count * Integer.BYTES);
    }
    align();
  }

  void doubles(double[] values) throws IOException {
    length(values.length);
    for (int start = 0; start < values.length; ) {
      room(Double.BYTES);
      int count = Math.min(values.length - start, buffer.remaining() / Double.BYTES);
      buffer.asDoubleBuffer().put(values, start, count);
      buffer.position(buffer.position() + count * Double.BYTES);
      start += count;
    }
  }

  void bytes(byte[] values) throws IOException {
    length(values.length);
    for (int start = 0; start < values.length; ) {
      room(1);
      int count = Math.min(values.length - start, buffer.remaining());
      buffer.put(values, start, count);
      start += count;
    }
    align();
  }

  void flush() throws IOException {
    buffer.flip();
    crc.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  long checksum() {
    return crc.getValue();
  }

  private void length(int length) throws IOException {
    room(Long.BYTES);
    buffer.putLong(length);
  }

  private void align() throws IOException {
    while (buffer.position() % Long.BYTES != 0) {
      room(1);
      buffer.put((byte) 0);
    }
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }
}
