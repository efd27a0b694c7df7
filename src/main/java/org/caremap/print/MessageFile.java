package org.caremap.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of a properties file in UTF-8 that lies beside a class. Immutable. */
public final class MessageFile {
  private final String name;
  private final Properties texts = new Properties();

  /**
   * @param beside the class in whose package it lies
   * @param name of the file
   * @throws IllegalStateException where it is not in the artefact
   */
  public MessageFile(Class<?> beside, String name) {
    this.name = name;
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the artefact");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /**
   * A text with {@code {0}}, {@code {1}} … filled in.
   *
   * @throws IllegalArgumentException where no text has this key
   */
  public String get(String key, Object... values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException(name + " has no text '" + key + "'");
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** The text of a key, null where there is none. */
  public @Nullable String find(String key) {
    return texts.getProperty(key);
  }

  /** Every key, to compare languages. */
  public Set<String> keys() {
    return texts.stringPropertyNames();
  }
}
