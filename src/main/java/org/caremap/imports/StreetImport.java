package org.caremap.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.caremap.core.graph.Island;
import org.caremap.osm.OsmFormatException;
import org.caremap.osm.OsmReport;
import org.caremap.osm.OsmStreets;
import org.caremap.platform.DataChanged;
import org.caremap.platform.MergeCounts;
import org.caremap.streets.StreetNetwork;
import org.caremap.streets.StreetService;

/** Imports an OpenStreetMap file as the streets in force. */
@ApplicationScoped
class StreetImport {
  private static final int SHOWN_ISLANDS = 5;
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
    if (request.crs() != null
        && !request.crs().toUpperCase(java.util.Locale.ROOT).matches("(EPSG:4326|WGS-?84)")) {
      return ImportReport.rejected(
          request,
          "OpenStreetMap files are WGS 84; crs is '" + request.crs() + "', legal: EPSG:4326");
    }
    OsmStreets.Result result;
    try {
      result =
          OsmStreets.read(
              request.file(), request.fileName(), (stage, share) -> job.progress(0.9 * share));
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
            result.places().list(),
            result.drives(),
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
    OsmReport found = result.report();
    List<String> notes = new ArrayList<>(notes(found));
    notes.add(
        "%,d named places and addresses can be searched".formatted(result.places().list().size()));
    if (result.places().leftOut() > 0) {
      notes.add("%,d more are left out: there are too many".formatted(result.places().leftOut()));
    }
    if (sampleRemoved) {
      notes.add(TableImport.SAMPLE_REMOVED);
    }
    ImportReport report =
        new ImportReport(
            request.dryRun() ? ImportReport.DRY_RUN : ImportReport.IMPORTED,
            request.kind().code(),
            request.fileName(),
            1,
            found.fileWays(),
            counts.created(),
            counts.updated(),
            counts.unchanged(),
            found.fileWays() - found.walkableWays(),
            counts.removed(),
            sampleRemoved,
            0,
            List.of(),
            notes,
            null);
    return report.withIslands(
        found.islands().stream().map(StreetImport::rounded).toList(),
        found.components() - 1,
        tenths((1 - found.largestShare()) * found.lengthMeters()));
  }

  private static Island rounded(Island island) {
    return new Island(
        island.lon(), island.lat(), tenths(island.lengthMeters()), island.nodes(), island.edges());
  }

  private static double tenths(double meters) {
    return Math.round(meters * 10) / 10.0;
  }

  private static List<String> notes(OsmReport found) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "%,d ways that people may walk make %,d nodes and %,d edges, %,.1f km"
            .formatted(
                found.walkableWays(), found.nodes(), found.edges(), found.lengthMeters() / 1000));
    if (found.components() > 1) {
      notes.add(
          "%,d parts are not connected with each other; the largest has %.1f %% of the length"
              .formatted(found.components(), 100 * found.largestShare()));
      notes.add(
          "the largest islands (metres at lon, lat): "
              + found.islands().stream()
                  .limit(SHOWN_ISLANDS)
                  .map(
                      island ->
                          "%,.0f at %.5f, %.5f"
                              .formatted(island.lengthMeters(), island.lon(), island.lat()))
                  .collect(Collectors.joining("; ")));
    }
    if (!found.skipped().isEmpty()) {
      notes.add(
          "left out, by reason: "
              + found.skipped().entrySet().stream()
                  .limit(12)
                  .map(reason -> reason.getKey() + " " + reason.getValue())
                  .collect(Collectors.joining(", ")));
    }
    if (found.waysWithMissingNodes() > 0) {
      notes.add(
          "%,d ways run out of the file and were kept as far as it goes"
              .formatted(found.waysWithMissingNodes()));
    }
    if (found.blockedNodes() > 0) {
      notes.add("%,d barriers stop people on foot".formatted(found.blockedNodes()));
    }
    if (found.passageNodes() > 0) {
      notes.add(
          "%,d kerbs, stiles, lifts and the like are passed by some people only"
              .formatted(found.passageNodes()));
    }
    OsmReport.Areas areas = found.areas();
    if (areas.found() > 0) {
      notes.add(
          "%,d squares and platforms: %,d are walked across along %,d lines"
              .formatted(areas.found(), areas.crossed(), areas.lines()));
    }
    areas
        .rimOnly()
        .forEach(
            (reason, count) ->
                notes.add("%,d squares are walked round only: %s".formatted(count, reason)));
    if (areas.entrancesLeftOut() > 0) {
      notes.add(
          "%,d entrances of squares have no lines of their own across"
              .formatted(areas.entrancesLeftOut()));
    }
    return notes;
  }
}
