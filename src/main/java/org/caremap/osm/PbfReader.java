package org.caremap.osm;

import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads OpenStreetMap PBF (OSM wiki, "PBF Format"): a row of length, header, blob; every length is
 * checked against the format's limits before memory is taken, and a file that ends anywhere but
 * between two blobs is refused.
 */
final class PbfReader {
  private static final int MOST_HEADER_BYTES = 64 * 1024;
  private static final int MOST_BLOB_BYTES = 64 * 1024 * 1024;
  private static final Set<String> KNOWN_FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");

  private final String name;
  private final InputStream in;
  private final OsmHandler handler;
  private int block;

  PbfReader(String name, InputStream in, OsmHandler handler) {
    this.name = name;
    this.in = in;
    this.handler = handler;
  }

  void read() throws IOException {
    PbfBlock decoder = new PbfBlock(handler);
    while (true) {
      byte[] length = in.readNBytes(Integer.BYTES);
      if (length.length == 0) {
        break;
      }
      block++;
      requireWhole(length, Integer.BYTES);
      int headerBytes =
          (length[0] & 0xff) << 24
              | (length[1] & 0xff) << 16
              | (length[2] & 0xff) << 8
              | (length[3] & 0xff);
      if (headerBytes <= 0 || headerBytes > MOST_HEADER_BYTES) {
        throw damaged("its header would be " + headerBytes + " bytes long", null);
      }
      readBlock(headerBytes, decoder);
    }
    if (block < 2) {
      throw new OsmFormatException(name, "the file has no data after its header");
    }
  }

  private void readBlock(int headerBytes, PbfBlock decoder) throws IOException {
    try {
      Fileformat.BlobHeader header =
          Fileformat.BlobHeader.parseFrom(requireWhole(in.readNBytes(headerBytes), headerBytes));
      int blobBytes = header.getDatasize();
      if (blobBytes < 0 || blobBytes > MOST_BLOB_BYTES) {
        throw damaged("its data would be " + blobBytes + " bytes long", null);
      }
      byte[] blob = requireWhole(in.readNBytes(blobBytes), blobBytes);
      if (block == 1 && !header.getType().equals("OSMHeader")) {
        throw damaged("the file does not start with an OSMHeader", null);
      }
      if (header.getType().equals("OSMHeader")) {
        checkFeatures(Osmformat.HeaderBlock.parseFrom(unpack(blob)));
      } else if (header.getType().equals("OSMData")) {
        decoder.decode(Osmformat.PrimitiveBlock.parseFrom(unpack(blob)));
      }
    } catch (InvalidProtocolBufferException e) {
      throw damaged("its content is not valid", e);
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw damaged("its content contradicts itself", e);
    }
  }

  private byte[] requireWhole(byte[] bytes, int expected) throws OsmFormatException {
    if (bytes.length < expected) {
      throw new OsmFormatException(
          name, "the file ends in the middle of block " + block + ": it was cut short");
    }
    return bytes;
  }

  private byte[] unpack(byte[] bytes) throws IOException {
    Fileformat.Blob blob = Fileformat.Blob.parseFrom(bytes);
    if (blob.hasRaw()) {
      return blob.getRaw().toByteArray();
    }
    if (!blob.hasZlibData()) {
      throw new OsmFormatException(name, "block " + block + " is not packed with zlib");
    }
    int rawBytes = blob.getRawSize();
    if (rawBytes < 0 || rawBytes > MOST_BLOB_BYTES) {
      throw damaged("unpacked it would be " + rawBytes + " bytes long", null);
    }
    byte[] raw = new byte[rawBytes];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(blob.getZlibData().asReadOnlyByteBuffer());
      int done = 0;
      while (done < rawBytes) {
        int count = inflater.inflate(raw, done, rawBytes - done);
        if (count == 0) {
          throw damaged("its packed data ends too early", null);
        }
        done += count;
      }
      return raw;
    } catch (DataFormatException e) {
      throw damaged("its packed data is not valid", e);
    } finally {
      inflater.end();
    }
  }

  private void checkFeatures(Osmformat.HeaderBlock header) throws OsmFormatException {
    for (String feature : header.getRequiredFeaturesList()) {
      if (!KNOWN_FEATURES.contains(feature)) {
        throw new OsmFormatException(name, "the file needs the unknown feature " + feature);
      }
    }
  }

  private OsmFormatException damaged(String problem, @Nullable Throwable cause) {
    return new OsmFormatException(name, "block " + block + " is damaged: " + problem, cause);
  }
}
