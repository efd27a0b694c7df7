package org.caremap.osm;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/** Places and addresses on disk: header, the texts and position of each, then a CRC-32C. */
public final class PlaceFile {
  private static final int MAGIC = 0x434d504c; // "CMPL"
  private static final int VERSION = 1;

  private PlaceFile() {}

  /**
   * Writes places; the file takes the place of an old one at once.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(List<OsmPlace> places, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, file.getFileName() + ".", ".part");
    try {
      writeTo(places, temporary);
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

  private static void writeTo(List<OsmPlace> places, Path file) throws IOException {
    try (OutputStream raw = Files.newOutputStream(file);
        CheckedOutputStream checked =
            new CheckedOutputStream(new BufferedOutputStream(raw), new CRC32C());
        DataOutputStream out = new DataOutputStream(checked)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(places.size());
      for (OsmPlace place : places) {
        out.writeUTF(place.key());
        out.writeUTF(place.value());
        writeText(out, place.name());
        writeText(out, place.otherName());
        writeText(out, place.street());
        writeText(out, place.houseNumber());
        out.writeDouble(place.lon());
        out.writeDouble(place.lat());
      }
      out.writeLong(checked.getChecksum().getValue());
    }
  }

  private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeUTF(text == null ? "" : text);
  }

  /**
   * Reads places back.
   *
   * @throws IOException naming the file, if it is missing, damaged or of another version
   */
  public static List<OsmPlace> read(Path file) throws IOException {
    try (CheckedInputStream checked =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file)), new CRC32C());
        DataInputStream in = new DataInputStream(checked)) {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " is not a list of places");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new IOException(
            "%s has version %d, this program reads version %d".formatted(file, version, VERSION));
      }
      List<OsmPlace> places = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        places.add(
            new OsmPlace(
                in.readUTF(),
                in.readUTF(),
                readText(in),
                readText(in),
                readText(in),
                readText(in),
                in.readDouble(),
                in.readDouble()));
      }
      long expected = checked.getChecksum().getValue();
      if (in.readLong() != expected) {
        throw new IOException(file + " is damaged: its checksum does not match");
      }
      return places;
    } catch (EOFException | UTFDataFormatException | RuntimeException e) {
      throw new IOException(file + " is damaged", e);
    }
  }

  private static @Nullable String readText(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : text;
  }
}
