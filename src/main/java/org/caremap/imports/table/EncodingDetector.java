package org.caremap.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells UTF-8 from GB18030 (which contains GBK and GB 2312, what Chinese Excel writes). The whole
 * file is looked at: the first Chinese letter may come late.
 */
final class EncodingDetector {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BLOCK = 1 << 16;

  private EncodingDetector() {}

  static Charset detect(Path file, String displayName) throws IOException, FileProblem {
    Utf8Count count = countUtf8(file);
    if (count.broken == 0) {
      return StandardCharsets.UTF_8;
    }
    // Text of one encoding hardly ever forms three-byte sequences of the other, so a file with
    // more good sequences than broken ones is damaged UTF-8, and GB18030 would make it gibberish.
    if (count.longSequences <= count.broken && decodes(file, GB18030)) {
      return GB18030;
    }
    throw new FileProblem(
        displayName
            + " is neither UTF-8 (first bad byte at offset "
            + count.firstBroken
            + ") nor GB18030; it may be cut off; save it as CSV (UTF-8) or name its encoding in a"
            + " mapping");
  }

  private static final class Utf8Count {
    long longSequences;
    long broken;
    long firstBroken = -1;
  }

  private static Utf8Count countUtf8(Path file) throws IOException {
    Utf8Count count = new Utf8Count();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] block = new byte[BLOCK];
      long base = 0;
      int pending = 0; // continuation bytes still due
      int length = 0; // of the sequence under way
      int read;
      while ((read = in.read(block)) > 0) {
        for (int i = 0; i < read; i++) {
          int b = block[i] & 0xFF;
          if (pending > 0 && (b & 0xC0) == 0x80) {
            if (--pending == 0 && length > 2) {
              count.longSequences++;
            }
            continue;
          }
          boolean cut = pending > 0;
          pending = 0;
          if (b >= 0x80) {
            length = sequenceLength(b);
            pending = length - 1;
          }
          if (cut || (b >= 0x80 && length == 0)) {
            count.broken++;
            count.firstBroken = count.firstBroken < 0 ? base + i : count.firstBroken;
            pending = Math.max(pending, 0);
          }
        }
        base += read;
      }
      if (pending > 0) {
        count.broken++;
        count.firstBroken = count.firstBroken < 0 ? base : count.firstBroken;
      }
    }
    return count;
  }

  /** Bytes of the sequence that a lead byte opens; 0 where it opens none. */
  private static int sequenceLength(int b) {
    if (b >= 0xC2 && b <= 0xDF) {
      return 2;
    }
    if (b >= 0xE0 && b <= 0xEF) {
      return 3;
    }
    return b >= 0xF0 && b <= 0xF4 ? 4 : 0;
  }

  private static boolean decodes(Path file, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    CharBuffer chars = CharBuffer.allocate(BLOCK);
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
        CoderResult result;
        do {
          chars.clear();
          result = decoder.decode(bytes, chars, end);
        } while (result.isOverflow());
        if (result.isError()) {
          return false;
        }
        bytes.compact();
      }
    }
    return true;
  }
}
