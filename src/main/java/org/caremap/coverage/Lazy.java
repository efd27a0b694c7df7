package org.caremap.coverage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when first asked for, once, and kept. */
final class Lazy<T> {
  private final Supplier<T> compute;
  private volatile @Nullable T value;

  Lazy(Supplier<T> compute) {
    this.compute = compute;
  }

  T get() {
    T known = value;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      T mine = value;
      if (mine == null) {
        mine = compute.get();
        value = mine;
      }
      return mine;
    }
  }
}
