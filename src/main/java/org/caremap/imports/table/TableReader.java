package org.caremap.imports.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * Reads a table file of any supported format as typed rows. Streams: memory grows with the number
 * of distinct ids, not with the size of the file. Safe for use by several threads.
 */
public final class TableReader {
  private TableReader() {}

  /**
   * Reads facilities.
   *
   * @param file a CSV (UTF-8, UTF-16 with mark, GB18030) or GeoJSON file
   * @param displayName how messages call the file
   * @param sink gets every valid row; whatever it got must be dropped unless the report is ok
   * @param progress told now and then how many bytes of the file are behind; may throw to stop
   * @throws IOException if the file cannot be read; what is wrong inside it is in the report
   */
  public static ReadReport readFacilities(
      Path file,
      String displayName,
      ReadOptions options,
      RowSink<FacilityRow> sink,
      LongConsumer progress)
      throws IOException {
    throw new IOException("not built");
  }

  /** Reads demand points; see {@link #readFacilities}. */
  public static ReadReport readDemand(
      Path file,
      String displayName,
      ReadOptions options,
      RowSink<DemandRow> sink,
      LongConsumer progress)
      throws IOException {
    throw new IOException("not built");
  }

  /** Reads areas; see {@link #readFacilities}. */
  public static ReadReport readAreas(
      Path file,
      String displayName,
      ReadOptions options,
      RowSink<AreaRow> sink,
      LongConsumer progress)
      throws IOException {
    throw new IOException("not built");
  }
}
