package org.caremap.api;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests that share what is loaded before the first of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnceLoaded {
  private boolean loaded;

  /** Loads what the tests need into a service that holds nothing. */
  abstract void load();

  @BeforeEach
  void loadOnce() {
    if (!loaded) {
      load();
      loaded = true;
    }
  }
}
