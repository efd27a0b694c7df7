package org.caremap.hours;

/** Opening hours whose meaning is not sure. The message names the part. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message);
  }
}
