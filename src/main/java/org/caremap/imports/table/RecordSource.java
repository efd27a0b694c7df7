package org.caremap.imports.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A file as records of texts, whatever its format. */
interface RecordSource {
  /** Takes records in file order. */
  interface Visitor {
    /**
     * @param row see {@link RowError#row()}
     * @param cells one text per column, trimmed, empty where there is nothing; reused
     * @param geometry the feature's own geometry in the file's coordinates, or null
     */
    void record(long row, String[] cells, @Nullable Geometry geometry);

    /** A record that cannot be taken apart. */
    void broken(RowError error);
  }

  /** Column names as written, in order. */
  List<String> columns();

  /** Whether there are certainly no records, so that missing columns mean nothing. */
  boolean isEmpty();

  /** Whether records carry a geometry of their own. */
  boolean hasGeometry();

  /** The coordinate system the file itself names. */
  Optional<String> findCrs();

  /** What to tell the user about the file. */
  List<String> notes();

  /**
   * Reads all records.
   *
   * @param progress told now and then how many bytes are behind
   * @throws FileProblem where the file cannot be read on
   */
  void read(Visitor visitor, LongConsumer progress) throws IOException, FileProblem;
}
