package org.caremap.osm;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Background features on disk: header, then kind, name and WKB of each, then a CRC-32C. */
@SuppressWarnings("EnumOrdinal") // the byte that the file holds
public final class BackgroundFile {
  private static final int MAGIC = 0x434d4247; // "CMBG"
  private static final int VERSION = 1;
  private static final int MOST_BYTES = 1 << 28;

  private BackgroundFile() {}

  /**
   * Writes features; the file takes the place of an old one at once.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(List<BackgroundFeature> features, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, file.getFileName() + ".", ".part");
    try {
      writeTo(features, temporary);
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

  private static void writeTo(List<BackgroundFeature> features, Path file) throws IOException {
    WKBWriter writer = new WKBWriter();
    try (OutputStream raw = Files.newOutputStream(file);
        CheckedOutputStream checked =
            new CheckedOutputStream(new BufferedOutputStream(raw), new CRC32C());
        DataOutputStream out = new DataOutputStream(checked)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(features.size());
      for (BackgroundFeature feature : features) {
        out.writeByte(feature.kind().ordinal());
        String name = feature.name();
        out.writeUTF(name == null ? "" : name.substring(0, Math.min(name.length(), 1000)));
        byte[] wkb = writer.write(feature.geometry());
        out.writeInt(wkb.length);
        out.write(wkb);
      }
      out.writeLong(checked.getChecksum().getValue());
    }
  }

  /**
   * Reads features back.
   *
   * @throws IOException naming the file, if it is missing, damaged or of another version
   */
  public static List<BackgroundFeature> read(Path file) throws IOException {
    try (CheckedInputStream checked =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file)), new CRC32C());
        DataInputStream in = new DataInputStream(checked)) {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " is not a background map");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new IOException(
            "%s has version %d, this program reads version %d".formatted(file, version, VERSION));
      }
      List<BackgroundFeature> features = new ArrayList<>();
      WKBReader reader = new WKBReader();
      for (int left = in.readInt(); left > 0; left--) {
        BackgroundKind kind = BackgroundKind.values()[in.readUnsignedByte()];
        String name = in.readUTF();
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
          throw new IOException(file + " is damaged");
        }
        byte[] wkb = in.readNBytes(length);
        features.add(new BackgroundFeature(kind, reader.read(wkb), name.isEmpty() ? null : name));
      }
      long expected = checked.getChecksum().getValue();
      if (in.readLong() != expected) {
        throw new IOException(file + " is damaged: its checksum does not match");
      }
      return features;
    } catch (EOFException | ParseException | RuntimeException e) {
      throw new IOException(file + " is damaged", e);
    }
  }
}
