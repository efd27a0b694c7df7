package org.caremap.imports.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

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
    return new Reading<FacilityRow>(
            TableKind.FACILITIES,
            options,
            geometry -> new FacilityRowBuilder(geometry, options),
            sink)
        .run(file, displayName, progress);
  }

  /**
   * Reads demand points.
   *
   * @see #readFacilities
   */
  public static ReadReport readDemand(
      Path file,
      String displayName,
      ReadOptions options,
      RowSink<DemandRow> sink,
      LongConsumer progress)
      throws IOException {
    return new Reading<DemandRow>(TableKind.DEMAND, options, DemandRowBuilder::new, sink)
        .run(file, displayName, progress);
  }

  /**
   * Reads areas.
   *
   * @see #readFacilities
   */
  public static ReadReport readAreas(
      Path file,
      String displayName,
      ReadOptions options,
      RowSink<AreaRow> sink,
      LongConsumer progress)
      throws IOException {
    return new Reading<AreaRow>(TableKind.AREAS, options, AreaRowBuilder::new, sink)
        .run(file, displayName, progress);
  }

  /**
   * Reads candidate sites.
   *
   * @see #readFacilities
   */
  public static ReadReport readCandidates(
      Path file,
      String displayName,
      ReadOptions options,
      RowSink<CandidateRow> sink,
      LongConsumer progress)
      throws IOException {
    return new Reading<CandidateRow>(
            TableKind.CANDIDATES,
            options,
            geometry -> new CandidateRowBuilder(geometry, options),
            sink)
        .run(file, displayName, progress);
  }

  /** One file being read. */
  private static final class Reading<R> {
    private final TableKind kind;
    private final ReadOptions options;
    private final Function<RowGeometry, RowBuilder<R>> builders;
    private final RowSink<R> sink;
    private final ErrorLog errors = new ErrorLog();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private long read;
    private long skipped;

    Reading(
        TableKind kind,
        ReadOptions options,
        Function<RowGeometry, RowBuilder<R>> builders,
        RowSink<R> sink) {
      this.kind = kind;
      this.options = options;
      this.builders = builders;
      this.sink = sink;
    }

    ReadReport run(Path file, String displayName, LongConsumer progress) throws IOException {
      try {
        RecordSource source = open(file, displayName);
        notes.addAll(source.notes());
        if (!source.isEmpty()) {
          read(source, progress);
        }
      } catch (FileProblem e) {
        errors.add(e.error());
      }
      return new ReadReport(
          read, skipped, errors.kept(), errors.count(), new ArrayList<>(notes), fields);
    }

    private void read(RecordSource source, LongConsumer progress) throws IOException, FileProblem {
      TableMapping mapping = options.mapping();
      Set<String> unknown =
          mapping == null
              ? AliasBook.get().unknownMarkers()
              : mapping.findUnknown().orElse(AliasBook.get().unknownMarkers());
      ColumnPlan plan = ColumnPlan.bind(kind, source, mapping, unknown);
      fields.addAll(plan.fields());
      if (source.hasGeometry()) {
        fields.add("geometry");
      }
      RowGeometry geometry = geometry(source);
      RowCells cells = new RowCells(plan, unknown, errors);
      try {
        source.read(new Rows(plan, cells, builders.apply(geometry)), progress);
      } finally {
        notes.addAll(plan.notes());
        notes.addAll(geometry.notes());
      }
    }

    private RecordSource open(Path file, String displayName) throws IOException, FileProblem {
      TableMapping mapping = options.mapping();
      FileSniffer.Sniffed sniffed =
          FileSniffer.sniff(
              file, displayName, mapping == null ? null : mapping.findEncoding().orElse(null));
      return sniffed.json()
          ? GeoJsonSource.open(file, displayName, sniffed)
          : CsvSource.open(
              file,
              displayName,
              sniffed,
              mapping == null ? null : mapping.findDelimiter().orElse(null));
    }

    /** The option beats the mapping, which beats the file. */
    private RowGeometry geometry(RecordSource source) throws FileProblem {
      TableMapping mapping = options.mapping();
      String wanted = options.crs();
      if (wanted == null && mapping != null) {
        wanted = mapping.findCrs().orElse(null);
      }
      String named = wanted != null ? wanted : source.findCrs().orElse(null);
      CoordinateSystem system =
          named == null
              ? CoordinateSystems.WGS84
              : CoordinateSystems.parse(named, options.datumShift());
      return new RowGeometry(
          system,
          wanted != null,
          options.datumShift(),
          new PositionCheck(options.expectedExtent()));
    }

    /** Takes records, hands rows on. */
    private final class Rows implements RecordSource.Visitor {
      private final ColumnPlan plan;
      private final RowCells cells;
      private final RowBuilder<R> builder;

      Rows(ColumnPlan plan, RowCells cells, RowBuilder<R> builder) {
        this.plan = plan;
        this.cells = cells;
        this.builder = builder;
      }

      @Override
      public void record(long row, String[] values, @Nullable Geometry geometry) {
        read++;
        if (plan.leavesOut(values)) {
          skipped++;
          return;
        }
        cells.start(row, values);
        R built = builder.build(cells, geometry);
        if (built != null) {
          sink.row(built);
        }
      }

      @Override
      public void broken(RowError error) {
        read++;
        errors.add(error);
      }
    }
  }
}
