package org.caremap.imports.table;

/** A mapping file cannot be used; the message names the file, the key and what would be legal. */
public final class MappingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A message for the user. */
  public MappingException(String message) {
    super(message);
  }

  /** A message for the user, with what caused it. */
  public MappingException(String message, Throwable cause) {
    super(message, cause);
  }
}
