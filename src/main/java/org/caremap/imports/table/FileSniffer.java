package org.caremap.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a file is by its bytes; its name is only used to word messages. */
final class FileSniffer {
  /**
   * What a table file is.
   *
   * @param charset its encoding
   * @param markBytes bytes of a byte order mark to skip
   * @param json whether it is GeoJSON rather than CSV
   * @param note what to tell the user about the encoding, if anything
   */
  record Sniffed(Charset charset, int markBytes, boolean json, Optional<String> note) {}

  private static final int HEAD = 8192;

  private FileSniffer() {}

  static Sniffed sniff(Path file, String displayName, @Nullable Charset wanted)
      throws IOException, FileProblem {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) {
      throw new FileProblem(displayName + " is empty (0 bytes); it needs a header row or GeoJSON");
    }
    Sniffed marked = byteOrderMark(head);
    if (marked == null) {
      refuseForeign(head, displayName);
    }
    Charset charset;
    int mark = 0;
    Optional<String> note = Optional.empty();
    if (marked != null) {
      charset = marked.charset();
      mark = marked.markBytes();
    } else if (wanted != null) {
      charset = wanted;
    } else {
      charset = EncodingDetector.detect(file, displayName);
      if (!charset.equals(StandardCharsets.UTF_8)) {
        note = Optional.of("Read as " + charset.name() + ", since it is not UTF-8.");
      }
    }
    String start = Texts.trim(new String(head, mark, head.length - mark, charset));
    if (start.isEmpty() && head.length < HEAD) {
      throw new FileProblem(displayName + " is empty; it needs a header row or GeoJSON");
    }
    boolean json = start.startsWith("{") || start.startsWith("[");
    String name = displayName.toLowerCase(Locale.ROOT);
    if (!json && (name.endsWith(".json") || name.endsWith(".geojson"))) {
      throw new FileProblem(displayName + " is not GeoJSON: it must start with {");
    }
    if (start.startsWith("<")) {
      throw new FileProblem(displayName + " is XML or HTML; give a CSV or a GeoJSON file");
    }
    return new Sniffed(charset, mark, json, note);
  }

  private static @Nullable Sniffed byteOrderMark(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new Sniffed(StandardCharsets.UTF_8, 3, false, Optional.empty());
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new Sniffed(StandardCharsets.UTF_16LE, 2, false, Optional.empty());
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new Sniffed(StandardCharsets.UTF_16BE, 2, false, Optional.empty());
    }
    return null;
  }

  private static void refuseForeign(byte[] head, String displayName) throws FileProblem {
    String what = foreign(head);
    if (what != null) {
      throw new FileProblem(displayName + " is " + what + ", not a table; save it as CSV (UTF-8)");
    }
  }

  private static @Nullable String foreign(byte[] head) {
    if (startsWith(head, 'P', 'K', 3, 4)) {
      String names = new String(head, StandardCharsets.ISO_8859_1);
      boolean excel = names.contains("[Content_Types].xml") || names.contains("xl/");
      return excel ? "an Excel workbook (XLSX)" : "a ZIP archive (or an Excel workbook)";
    }
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      return "an old Excel workbook (XLS)";
    }
    if (startsWith(head, '%', 'P', 'D', 'F')) {
      return "a PDF document";
    }
    if (startsWith(head, 0x1F, 0x8B)) {
      return "a gzip archive";
    }
    if (startsWith(head, 'S', 'Q', 'L', 'i', 't', 'e')) {
      return "an SQLite database or GeoPackage";
    }
    if (startsWith(head, 0x89, 'P', 'N', 'G') || startsWith(head, 0xFF, 0xD8, 0xFF)) {
      return "an image";
    }
    int odd = 0;
    for (byte b : head) {
      if (b == 0) {
        return "binary (it holds zero bytes)";
      }
      if (b > 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != 0x1E) {
        odd++;
      }
    }
    return odd * 20 > head.length ? "binary" : null;
  }

  private static boolean startsWith(byte[] head, int... signature) {
    if (head.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((head[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
