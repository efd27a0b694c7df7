package org.caremap.osm;

/** Hears how far reading has come, on the thread that reads. */
@FunctionalInterface
public interface OsmImportListener {
  /** Hears nothing. */
  OsmImportListener NONE = (stage, fraction) -> {};

  /**
   * Called now and then.
   *
   * @param stage what is being done: {@code ways}, {@code nodes} or {@code network}
   * @param fraction share of the whole work done, in [0, 1], never going back
   */
  void progress(String stage, double fraction);

  /** Whether reading should end with a {@link java.util.concurrent.CancellationException}. */
  default boolean cancelled() {
    return false;
  }
}
