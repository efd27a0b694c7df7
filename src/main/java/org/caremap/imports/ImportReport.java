package org.caremap.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.caremap.core.graph.Island;
import org.caremap.imports.table.RowError;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands or ended.
 *
 * @param status {@code running}, {@code imported}, {@code rejected}, {@code dry-run}, {@code
 *     failed}
 * @param kind what the file brings
 * @param file what its owner calls it
 * @param progress 0 to 1
 * @param read rows (ways, for streets)
 * @param created new ones
 * @param updated changed ones
 * @param unchanged those that were the same already
 * @param skipped rows left out by the mapping's filter (ways nobody walks, for streets)
 * @param removed closed or removed by {@code mode=replace}
 * @param sampleRemoved whether the sample county made way
 * @param errorCount all errors, even those not listed
 * @param errors at most 100,000 of them
 * @param notes what the user should know
 * @param islands of streets, the largest parts that are not connected with the rest, largest first;
 *     not all of them if there are many; null for other kinds
 * @param islandCount how many there are in all; null for other kinds
 * @param islandMeters length of all of them; null for other kinds
 * @param job id by which it is polled
 * @param heights what an elevation raster holds; null for other kinds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(
    String status,
    String kind,
    String file,
    double progress,
    long read,
    long created,
    long updated,
    long unchanged,
    long skipped,
    long removed,
    boolean sampleRemoved,
    long errorCount,
    List<RowError> errors,
    List<String> notes,
    @Nullable List<Island> islands,
    @Nullable Integer islandCount,
    @Nullable Double islandMeters,
    @Nullable String job,
    @Nullable Heights heights) {
  static final String RUNNING = "running";
  static final String IMPORTED = "imported";
  static final String REJECTED = "rejected";
  static final String DRY_RUN = "dry-run";
  static final String FAILED = "failed";

  /**
   * What an elevation raster holds.
   *
   * @param minMeters lowest height
   * @param maxMeters highest height
   * @param shareOfStreetNodes share of street nodes with a height, null where no streets are loaded
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Heights(double minMeters, double maxMeters, @Nullable Double shareOfStreetNodes) {}

  /** Without what only streets or elevation have. */
  ImportReport(
      String status,
      String kind,
      String file,
      double progress,
      long read,
      long created,
      long updated,
      long unchanged,
      long skipped,
      long removed,
      boolean sampleRemoved,
      long errorCount,
      List<RowError> errors,
      List<String> notes,
      @Nullable String job) {
    this(
        status,
        kind,
        file,
        progress,
        read,
        created,
        updated,
        unchanged,
        skipped,
        removed,
        sampleRemoved,
        errorCount,
        errors,
        notes,
        null,
        null,
        null,
        job,
        null);
  }

  static ImportReport running(ImportRequest request, double progress) {
    return new ImportReport(
        RUNNING,
        request.kind().code(),
        request.fileName(),
        progress,
        0,
        0,
        0,
        0,
        0,
        0,
        false,
        0,
        List.of(),
        List.of(),
        null);
  }

  static ImportReport rejected(
      ImportRequest request,
      long read,
      long skipped,
      long errorCount,
      List<RowError> errors,
      List<String> notes) {
    return new ImportReport(
        REJECTED,
        request.kind().code(),
        request.fileName(),
        1,
        read,
        0,
        0,
        0,
        skipped,
        0,
        false,
        errorCount,
        errors,
        notes,
        null);
  }

  static ImportReport rejected(ImportRequest request, String message) {
    return rejected(
        request, 0, 0, 1, List.of(new RowError(0, "file", request.fileName(), message)), List.of());
  }

  static ImportReport failed(ImportRequest request, String message) {
    return new ImportReport(
        FAILED,
        request.kind().code(),
        request.fileName(),
        1,
        0,
        0,
        0,
        0,
        0,
        0,
        false,
        1,
        List.of(new RowError(0, "file", request.fileName(), message)),
        List.of(),
        null);
  }

  /** Whether everything went in, or would. */
  @JsonIgnore
  public boolean isGood() {
    return status.equals(IMPORTED) || status.equals(DRY_RUN);
  }

  ImportReport withJob(String id) {
    return new ImportReport(
        status,
        kind,
        file,
        progress,
        read,
        created,
        updated,
        unchanged,
        skipped,
        removed,
        sampleRemoved,
        errorCount,
        errors,
        notes,
        islands,
        islandCount,
        islandMeters,
        id,
        heights);
  }

  ImportReport withIslands(List<Island> largest, int count, double meters) {
    return new ImportReport(
        status,
        kind,
        file,
        progress,
        read,
        created,
        updated,
        unchanged,
        skipped,
        removed,
        sampleRemoved,
        errorCount,
        errors,
        notes,
        largest,
        count,
        meters,
        job,
        heights);
  }
}
