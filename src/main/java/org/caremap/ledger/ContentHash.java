package org.caremap.ledger;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over values in a form without ambiguity: texts with their length, null apart from empty,
 * numbers by their bits with one zero and one NaN. For one thread.
 */
final class ContentHash implements WritableByteChannel {
  private static final int BUFFER_BYTES = 1 << 13;
  private static final int NULL = -1;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void number(double value) {
    room(Double.BYTES);
    // + 0.0 makes one zero of two; doubleToLongBits makes one NaN of all.
    buffer.putLong(Double.doubleToLongBits(value + 0.0));
  }

  void whole(int value) {
    room(Integer.BYTES);
    buffer.putInt(value);
  }

  void text(@Nullable String value) {
    if (value == null) {
      whole(NULL);
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    whole(bytes.length);
    write(ByteBuffer.wrap(bytes));
  }

  /** Keys and values in the map's order. */
  void texts(Map<String, String> values) {
    whole(values.size());
    values.forEach(
        (key, value) -> {
          text(key);
          text(value);
        });
  }

  /** Bytes as they are. */
  @Override
  public int write(ByteBuffer bytes) {
    drain();
    int count = bytes.remaining();
    digest.update(bytes);
    return count;
  }

  /** The first digits of the hash. Nothing may be added after that. */
  String hex(int digits) {
    drain();
    return HexFormat.of().formatHex(digest.digest()).substring(0, digits);
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      drain();
    }
  }

  private void drain() {
    buffer.flip();
    digest.update(buffer);
    buffer.clear();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
