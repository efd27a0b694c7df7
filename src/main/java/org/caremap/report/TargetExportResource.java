package org.caremap.report;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.targets.ProgressAnswer;
import org.caremap.targets.ProgressQuestion;
import org.caremap.targets.TargetService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/targets/{code}/progress.xlsx} and its other forms. */
@Path("/api/v1/targets")
@Tag(name = "Reports")
public class TargetExportResource {
  private final TargetService targets;
  private final SnapshotService snapshots;
  private final ReportService reports;
  private final Exports exports;

  TargetExportResource(
      TargetService targets, SnapshotService snapshots, ReportService reports, Exports exports) {
    this.targets = targets;
    this.snapshots = snapshots;
    this.reports = reports;
    this.exports = exports;
  }

  @GET
  @Path("{code}/progress.{form:[a-z]+}")
  @Operation(
      summary = "Progress towards a table's targets as xlsx, csv or pdf",
      description = "The parameters of /targets/{code}/progress.")
  @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh (default) or en")
  public Response progress(
      @PathParam("code") String code, @PathParam("form") String ending, @Context UriInfo uri) {
    Form form = Form.of(ending, Form.XLSX, Form.CSV, Form.PDF);
    Query query = Query.of(uri, "asOf", "area", "lang");
    ReportText text = ReportText.of(query.text("lang"));
    CareSnapshot snapshot = snapshots.current();
    ProgressAnswer progress =
        targets.progress(
            snapshot,
            new ProgressQuestion(
                code, day(query.text("asOf"), reports.today()), query.text("area")));
    Report report = reports.targets(progress, snapshot, text);
    return exports.answer(report, reports.targetTable(progress, text), snapshot.areas(), form);
  }

  /**
   * A day, today where none is given.
   *
   * @throws ProblemException 400 where it is none
   */
  static LocalDate day(@Nullable String given, LocalDate today) {
    if (given == null) {
      return today;
    }
    try {
      return LocalDate.parse(given);
    } catch (DateTimeException e) {
      throw ProblemException.badParameter("asOf", given, "a day as 2026-09-30");
    }
  }
}
