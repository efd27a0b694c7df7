package org.caremap.core.graph;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/** Reads what {@link ArrayWriter} wrote: copies of whole arrays, or views of the file itself. */
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

  /** A read-only view; nothing is copied. */
  IntBuffer view() {
    int length = length(Integer.BYTES);
    IntBuffer values = buffer.asReadOnlyBuffer().order(buffer.order()).asIntBuffer();
    IntBuffer exact = values.slice(0, length);
    skip((long) length * Integer.BYTES);
    return exact;
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
