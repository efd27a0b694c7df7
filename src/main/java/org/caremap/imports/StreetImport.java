package org.caremap.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.caremap.osm.OsmFormatException;
import org.caremap.osm.OsmStreets;
import org.caremap.platform.DataChanged;
import org.caremap.platform.MergeCounts;
import org.caremap.streets.StreetNetwork;
import org.caremap.streets.StreetService;

/** Imports an OpenStreetMap file as the streets in force. */
@ApplicationScoped
class StreetImport {
  private static final String ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0";

  private final StreetService streets;
  private final ImportWriter writer;

  StreetImport(StreetService streets, ImportWriter writer) {
    this.streets = streets;
    this.writer = writer;
  }

  ImportReport run(ImportJob job) throws IOException {
    ImportRequest request = job.request();
    if (request.mapping() != null) {
      return ImportReport.rejected(request, "streets take no mapping file; legal: none");
    }
    if (request.crs() != null && !request.crs().toUpperCase(java.util.Locale.ROOT).matches("(EPSG:4326|WGS-?84)")) {
      return ImportReport.rejected(
          request, "OpenStreetMap files are WGS 84; crs is '" + request.crs() + "', legal: EPSG:4326");
    }
    OsmStreets.Result result;
    try {
      result = OsmStreets.read(request.file(), request.fileName(), job::progress);
    } catch (OsmFormatException e) {
      return ImportReport.rejected(request, e.getMessage());
    }
    int edges = result.graph().edgeCount();
    if (streets.isInForce(request.file())) {
      return report(request, result, new MergeCounts(0, 0, edges, 0), false);
    }
    if (request.dryRun()) {
      return report(request, result, new MergeCounts(edges, 0, 0, 0), false);
    }
    StreetNetwork staged =
        streets.stage(
            result.graph(),
            result.background(),
            request.fileName(),
            ATTRIBUTION,
            request.file(),
            false);
    ImportWriter.Written written;
    boolean committed = false;
    try {
      written =
          writer.write(
              DataChanged.Kind.STREETS,
              false,
              sampleGone -> {
                streets.commit(staged);
                return new MergeCounts(edges, 0, 0, 0);
              },
              () -> streets.publish(staged));
      committed = true;
    } finally {
      if (!committed) {
        streets.discard(staged);
      }
    }
    return report(request, result, written.counts(), written.sampleRemoved());
  }

  private static ImportReport report(
      ImportRequest request, OsmStreets.Result result, MergeCounts counts, boolean sampleRemoved) {
    List<String> notes = new ArrayList<>(result.report().notes());
    if (sampleRemoved) {
      notes.add(TableImport.SAMPLE_REMOVED);
    }
    return new ImportReport(
        request.dryRun() ? ImportReport.DRY_RUN : ImportReport.IMPORTED,
        request.kind().code(),
        request.fileName(),
        1,
        result.report().ways(),
        counts.created(),
        counts.updated(),
        counts.unchanged(),
        result.report().ways() - result.report().walkableWays(),
        counts.removed(),
        sampleRemoved,
        0,
        List.of(),
        notes,
        null);
  }
}
