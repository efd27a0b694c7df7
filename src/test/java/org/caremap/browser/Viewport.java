package org.caremap.browser;

/** The two screens that every journey is walked on; sizes in CSS pixels. */
enum Viewport {
  PHONE(390, 844, true),
  DESKTOP(1440, 900, false);

  private final int width;
  private final int height;
  private final boolean touch;

  Viewport(int width, int height, boolean touch) {
    this.width = width;
    this.height = height;
    this.touch = touch;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean touch() {
    return touch;
  }

  /** For file names: {@code 390x844}. */
  String size() {
    return width + "x" + height;
  }
}
