package org.caremap.core.graph;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Reads what {@link ArrayWriter} wrote, whole arrays at a time. */
final class ArrayReader {
  private final ByteBuffer buffer;

  ArrayReader(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  int[] ints() {
    int[] values = new int[length(Integer.BYTES)];
    buffer.asIntBuffer().get(values);
    skip((long) values.length * Integer.BYTES);
    return values;
  }

  double[] doubles() {
    double[] values = new double[length(Double.BYTES)];
    buffer.asDoubleBuffer().get(values);
    skip((long) values.length * Double.BYTES);
    return values;
  }

  byte[] bytes() {
    byte[] values = new byte[length(1)];
    buffer.duplicate().get(values);
    skip(values.length);
    return values;
  }

  private int length(int elementBytes) {
    long length = buffer.getLong();
    if (length < 0 || length * elementBytes > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    return (int) length;
  }

  private void skip(long bytes) {
    long aligned = (bytes + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    buffer.position((int) Math.min(buffer.limit(), buffer.position() + aligned));
  }
}
