package org.caremap.osm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/** Reports what share of a file has been read, about every thousandth. */
final class CountingStream extends FilterInputStream {
  private final long size;
  private final DoubleConsumer progress;
  private long read;
  private long nextReport;

  CountingStream(InputStream in, long size, DoubleConsumer progress) {
    super(in);
    this.size = size;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) {
    read += bytes;
    if (read >= nextReport) {
      nextReport = read + size / 1000 + 1;
      progress.accept(Math.min(1, (double) read / size));
    }
  }
}
