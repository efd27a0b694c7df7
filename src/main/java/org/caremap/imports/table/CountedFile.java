package org.caremap.imports.table;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** An open text file that knows how far it has been read. Bytes that are no text are refused. */
final class CountedFile implements AutoCloseable {
  private static final class Counter extends FilterInputStream {
    private long count;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(read, 0);
      return read;
    }
  }

  private final Counter counter;
  private final Reader reader;

  CountedFile(Path file, FileSniffer.Sniffed sniffed) throws IOException {
    counter = new Counter(Files.newInputStream(file));
    counter.skipNBytes(sniffed.markBytes());
    reader =
        new BufferedReader(
            new InputStreamReader(
                counter,
                sniffed
                    .charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1 << 16);
  }

  Reader reader() {
    return reader;
  }

  long bytesRead() {
    return counter.count;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
