package org.caremap.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caremap.core.geo.BoundingBox;
import org.caremap.elevation.Elevation;
import org.caremap.elevation.ElevationProblem;
import org.caremap.elevation.ElevationService;
import org.caremap.platform.DataChanged;
import org.caremap.platform.MergeCounts;
import org.caremap.streets.StreetNetwork;
import org.caremap.streets.StreetService;

/** Imports a GeoTIFF as the elevation in force; there is one, which every import replaces. */
@ApplicationScoped
class ElevationImport {
  private static final double CONVERTING = 0.95;

  private final ElevationService elevation;
  private final StreetService streets;
  private final ImportWriter writer;

  ElevationImport(ElevationService elevation, StreetService streets, ImportWriter writer) {
    this.elevation = elevation;
    this.streets = streets;
    this.writer = writer;
  }

  ImportReport run(ImportJob job) throws IOException {
    ImportRequest request = job.request();
    if (request.mapping() != null) {
      return ImportReport.rejected(request, "elevation takes no mapping file; legal: none");
    }
    if (request.crs() != null) {
      return ImportReport.rejected(
          request,
          "crs is '%s'; legal for elevation: none, since the GeoTIFF says its own"
              .formatted(request.crs()));
    }
    ElevationService.Staged staged;
    try {
      staged =
          elevation.stage(
              request.file(), request.fileName(), share -> job.progress(CONVERTING * share));
    } catch (ElevationProblem e) {
      return ImportReport.rejected(request, e.getMessage());
    }
    Elevation raster = staged.elevation();
    boolean committed = false;
    try {
      // Sample streets make way for the first real import; the raster need not lie on them.
      Optional<StreetNetwork> real = streets.find().filter(s -> !s.sample());
      if (real.isPresent() && !real.get().graph().bounds().intersects(raster.box())) {
        return ImportReport.rejected(
            request,
            "the raster covers %s, which has nothing of the loaded streets in %s; legal: a raster"
                    .formatted(words(raster.box()), words(real.get().graph().bounds()))
                + " that overlaps them");
      }
      if (elevation.isInForce(request.file())) {
        return report(request, staged, real, new MergeCounts(0, 0, cells(raster), 0), false);
      }
      if (request.dryRun()) {
        return report(request, staged, real, new MergeCounts(cells(raster), 0, 0, 0), false);
      }
      ImportWriter.Written written =
          writer.write(
              DataChanged.Kind.ELEVATION,
              false,
              sampleGone -> {
                elevation.commit(raster);
                return new MergeCounts(cells(raster), 0, 0, 0);
              },
              () -> elevation.publish(raster));
      committed = true;
      return report(request, staged, real, written.counts(), written.sampleRemoved());
    } finally {
      if (!committed) {
        elevation.discard(raster);
      }
    }
  }

  /**
   * Removes the elevation in force.
   *
   * @return whether there was one
   */
  boolean remove() {
    if (elevation.find().isEmpty()) {
      return false;
    }
    ImportWriter.Written written =
        writer.write(
            DataChanged.Kind.ELEVATION,
            false,
            sampleGone -> new MergeCounts(0, 0, 0, elevation.delete() ? 1 : 0),
            () -> {});
    return written.counts().removed() > 0;
  }

  private static int cells(Elevation raster) {
    return Math.toIntExact(raster.knownCells());
  }

  private static ImportReport report(
      ImportRequest request,
      ElevationService.Staged staged,
      Optional<StreetNetwork> streets,
      MergeCounts counts,
      boolean sampleRemoved) {
    Elevation raster = staged.elevation();
    List<String> notes = new ArrayList<>();
    notes.add(
        "heights from %.1f to %.1f m in cells of %.1f m, %s"
            .formatted(
                raster.minMeters(),
                raster.maxMeters(),
                raster.resolutionMeters(),
                words(raster.box())));
    Double share = null;
    if (streets.isPresent()) {
      share = raster.shareOfNodes(streets.get().graph());
      notes.add(
          "%.1f %% of the street nodes have a height; streets without one count as flat"
              .formatted(100 * share));
    }
    if (sampleRemoved) {
      notes.add(TableImport.SAMPLE_REMOVED);
    }
    return new ImportReport(
        request.dryRun() ? ImportReport.DRY_RUN : ImportReport.IMPORTED,
        request.kind().code(),
        request.fileName(),
        1,
        staged.pixels(),
        counts.created(),
        counts.updated(),
        counts.unchanged(),
        0,
        counts.removed(),
        sampleRemoved,
        0,
        List.of(),
        notes,
        null,
        null,
        null,
        null,
        new ImportReport.Heights(raster.minMeters(), raster.maxMeters(), share));
  }

  private static String words(BoundingBox box) {
    return "[%.5f, %.5f, %.5f, %.5f]".formatted(box.west(), box.south(), box.east(), box.north());
  }
}
