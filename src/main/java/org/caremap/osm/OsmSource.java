package org.caremap.osm;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file of OpenStreetMap elements that can be read several times. */
final class OsmSource {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAGIC_BYTES = 64;

  private enum Format {
    PBF,
    XML,
    GZIPPED_XML
  }

  private final Path file;
  private final String name;
  private final Format format;
  private final long size;

  /**
   * Looks at the first bytes of a file; its name does not matter.
   *
   * @param name how messages call the file
   * @throws OsmFormatException if it is empty or of no known format
   */
  OsmSource(Path file, String name) throws IOException {
    this.file = file;
    this.name = name;
    size = Files.size(file);
    if (size == 0) {
      throw new OsmFormatException(name, "the file is empty");
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(MAGIC_BYTES);
    }
    format = detect(start, name);
  }

  private static Format detect(byte[] start, String name) throws OsmFormatException {
    if (start.length >= 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
      return Format.GZIPPED_XML;
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("BZh")) {
      throw new OsmFormatException(name, "bzip2 is not supported: unpack the file first");
    }
    if (text.startsWith("PK")) {
      throw new OsmFormatException(name, "zip is not supported: unpack the file first");
    }
    if (text.indexOf("OSMHeader") == 6) {
      return Format.PBF;
    }
    String trimmed = text.startsWith("ï»¿") ? text.substring(3) : text.stripLeading();
    // UTF-16 starts with a byte order mark; the XML parser knows how to read it.
    if (trimmed.startsWith("<") || text.startsWith("þÿ") || text.startsWith("ÿþ")) {
      return Format.XML;
    }
    throw new OsmFormatException(
        name, "not an OpenStreetMap file: expected PBF (.osm.pbf), XML (.osm) or .osm.gz");
  }

  /**
   * Reads the whole file once.
   *
   * @param progress hears the share of bytes read
   * @throws OsmFormatException if the file is damaged or incomplete
   */
  void read(OsmHandler handler, DoubleConsumer progress) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        CountingStream counted = new CountingStream(raw, size, progress);
        InputStream buffered = new BufferedInputStream(counted, BUFFER_BYTES)) {
      switch (format) {
        case PBF -> new PbfReader(name, buffered, handler).read();
        case XML -> new XmlReader(name, buffered, handler).read();
        case GZIPPED_XML -> {
          try (InputStream unzipped = new GZIPInputStream(buffered, BUFFER_BYTES)) {
            new XmlReader(name, new Unclosed(unzipped), handler).read();
            // The checksum comes after the XML: a file cut within it is not whole.
            unzipped.transferTo(OutputStream.nullOutputStream());
          }
        }
      }
    } catch (EOFException e) {
      throw new OsmFormatException(name, "the compressed file ends in the middle", e);
    } catch (ZipException e) {
      throw new OsmFormatException(name, "the compressed file is damaged", e);
    }
  }

  /** Keeps the XML parser from closing what it has read to the end. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return in.read(bytes, offset, length);
    }

    @Override
    public void close() {}
  }
}
