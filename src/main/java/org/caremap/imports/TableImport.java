package org.caremap.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.caremap.area.AreaService;
import org.caremap.candidate.CandidateMerge;
import org.caremap.candidate.CandidateService;
import org.caremap.core.geo.BoundingBox;
import org.caremap.core.geo.Datum;
import org.caremap.core.geo.LonLat;
import org.caremap.facility.CodeLists;
import org.caremap.facility.FacilityMerge;
import org.caremap.facility.FacilityService;
import org.caremap.imports.table.AreaRow;
import org.caremap.imports.table.CandidateRow;
import org.caremap.imports.table.DemandRow;
import org.caremap.imports.table.FacilityRow;
import org.caremap.imports.table.MappingException;
import org.caremap.imports.table.ReadOptions;
import org.caremap.imports.table.ReadReport;
import org.caremap.imports.table.RowSink;
import org.caremap.imports.table.TableKind;
import org.caremap.imports.table.TableMapping;
import org.caremap.imports.table.TableReader;
import org.caremap.platform.DataChanged;
import org.caremap.population.PopulationService;
import org.caremap.streets.StreetNetwork;
import org.caremap.streets.StreetService;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Imports facilities, demand points, areas and candidate sites from CSV and GeoJSON. */
@ApplicationScoped
class TableImport {
  static final String SAMPLE_REMOVED =
      "示例数据已移除，现在只有导入的数据。 The sample data were removed; only imported data are shown now.";

  private final FacilityService facilities;
  private final PopulationService population;
  private final AreaService areas;
  private final CandidateService candidates;
  private final StreetService streets;
  private final CodeLists codes;
  private final ImportWriter writer;

  TableImport(
      FacilityService facilities,
      PopulationService population,
      AreaService areas,
      CandidateService candidates,
      StreetService streets,
      CodeLists codes,
      ImportWriter writer) {
    this.facilities = facilities;
    this.population = population;
    this.areas = areas;
    this.candidates = candidates;
    this.streets = streets;
    this.codes = codes;
    this.writer = writer;
  }

  /** One way to read a kind of table. */
  private interface Reading<R> {
    ReadReport read(ReadOptions options, RowSink<R> sink, LongConsumer progress) throws IOException;
  }

  ImportReport run(ImportJob job) throws IOException {
    ImportRequest request = job.request();
    return switch (request.kind()) {
      case FACILITIES ->
          importTable(
              job,
              TableKind.FACILITIES,
              (options, sink, progress) ->
                  TableReader.readFacilities(
                      request.file(), request.fileName(), options, sink, progress),
              (List<FacilityRow> rows, ReadReport read) ->
                  writer.write(
                      DataChanged.Kind.FACILITIES,
                      request.dryRun(),
                      sampleGone ->
                          facilities.merge(
                              rows.stream()
                                  .<FacilityMerge>map(r -> new FacilityRowMerge(r, read.fields()))
                                  .toList(),
                              request.replace(),
                              sampleGone,
                              request.dryRun()),
                      () -> {}));
      case DEMAND ->
          importTable(
              job,
              TableKind.DEMAND,
              (options, sink, progress) ->
                  TableReader.readDemand(
                      request.file(), request.fileName(), options, sink, progress),
              (List<DemandRow> rows, ReadReport read) ->
                  writer.write(
                      DataChanged.Kind.DEMAND,
                      request.dryRun(),
                      sampleGone ->
                          population.merge(
                              rows.stream().map(r -> new DemandRowMerge(r, read.fields())).toList(),
                              request.replace(),
                              sampleGone,
                              request.dryRun()),
                      () -> {}));
      case AREAS ->
          importTable(
              job,
              TableKind.AREAS,
              (options, sink, progress) ->
                  TableReader.readAreas(
                      request.file(), request.fileName(), options, sink, progress),
              (List<AreaRow> rows, ReadReport read) ->
                  writer.write(
                      DataChanged.Kind.AREAS,
                      request.dryRun(),
                      sampleGone ->
                          areas.merge(
                              rows.stream().map(r -> new AreaRowMerge(r, read.fields())).toList(),
                              request.replace(),
                              sampleGone,
                              request.dryRun()),
                      () -> {}));
      case CANDIDATES ->
          importTable(
              job,
              TableKind.CANDIDATES,
              (options, sink, progress) ->
                  TableReader.readCandidates(
                      request.file(), request.fileName(), options, sink, progress),
              (List<CandidateRow> rows, ReadReport read) ->
                  writer.write(
                      DataChanged.Kind.CANDIDATES,
                      request.dryRun(),
                      sampleGone ->
                          candidates.merge(
                              rows.stream()
                                  .<CandidateMerge>map(r -> new CandidateRowMerge(r, read.fields()))
                                  .toList(),
                              request.replace(),
                              sampleGone,
                              request.dryRun()),
                      () -> {}));
      case STREETS, ELEVATION ->
          throw new IllegalArgumentException(request.kind().code() + " is no table");
    };
  }

  private interface Writing<R> {
    ImportWriter.Written write(List<R> rows, ReadReport read);
  }

  private <R> ImportReport importTable(
      ImportJob job, TableKind kind, Reading<R> reading, Writing<R> writing) throws IOException {
    ImportRequest request = job.request();
    TableMapping mapping = null;
    if (request.mapping() != null) {
      try {
        mapping = TableMapping.parse(request.mapping(), request.mappingName());
      } catch (MappingException e) {
        return ImportReport.rejected(request, e.getMessage());
      }
      if (mapping.kind() != kind) {
        return ImportReport.rejected(
            request,
            "mapping %s is for kind '%s'; legal here: %s"
                .formatted(request.mappingName(), mapping.kind().code(), kind.code()));
      }
    }
    long size = Math.max(1, Files.size(request.file()));
    List<R> rows = new ArrayList<>();
    // Reading is the first half of the way, writing the second.
    ReadReport read =
        reading.read(
            options(mapping, request.crs()), rows::add, bytes -> job.progress(0.5 * bytes / size));
    if (!read.ok()) {
      return ImportReport.rejected(
          request, read.read(), read.skipped(), read.errorCount(), read.errors(), read.notes());
    }
    if (rows.isEmpty() && request.replace()) {
      return ImportReport.rejected(
          request,
          "no row of the file is left to import, so mode=replace would close or remove everything"
              + " that is stored; legal: a file with rows, or mode=update");
    }
    job.progress(0.5);
    ImportWriter.Written written = writing.write(rows, read);
    List<String> notes = new ArrayList<>(read.notes());
    if (written.sampleRemoved()) {
      notes.add(SAMPLE_REMOVED);
    }
    return new ImportReport(
        request.dryRun() ? ImportReport.DRY_RUN : ImportReport.IMPORTED,
        request.kind().code(),
        request.fileName(),
        1,
        read.read(),
        written.counts().created(),
        written.counts().updated(),
        written.counts().unchanged(),
        read.skipped(),
        written.counts().removed(),
        written.sampleRemoved(),
        0,
        List.of(),
        notes,
        null);
  }

  private ReadOptions options(@Nullable TableMapping mapping, @Nullable String crs) {
    return ReadOptions.of(
            codes.typeLabels(),
            codes.serviceLabels(),
            (datum, lon, lat) -> {
              LonLat shifted = Datum.valueOf(datum).toWgs84(lon, lat);
              return new double[] {shifted.lon(), shifted.lat()};
            })
        .withMapping(mapping)
        .withCrs(crs)
        .withExpectedExtent(expectedExtent());
  }

  /** Where real data lie already, so that swapped coordinates are recognised. */
  private @Nullable Envelope expectedExtent() {
    StreetNetwork network = streets.find().filter(n -> !n.sample()).orElse(null);
    if (network != null) {
      BoundingBox box = network.graph().bounds();
      return new Envelope(box.west(), box.east(), box.south(), box.north());
    }
    Envelope extent = new Envelope();
    areas.tree().list().stream()
        .filter(a -> !a.sample() && a.boundary() != null)
        .forEach(a -> extent.expandToInclude(a.boundary().getEnvelopeInternal()));
    return extent.isNull() ? null : extent;
  }
}
