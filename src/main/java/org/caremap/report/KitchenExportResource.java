package org.caremap.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.kitchen.KitchenQuestions;
import org.caremap.kitchen.KitchenService;
import org.caremap.kitchen.KitchensAnswer;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/kitchens.xlsx} and its other forms. */
@Path("/api/v1")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Tag(name = "Reports")
public class KitchenExportResource {
  private final KitchenService kitchens;
  private final KitchenQuestions questions;
  private final SnapshotService snapshots;
  private final KitchenReports reports;
  private final Exports exports;

  KitchenExportResource(
      KitchenService kitchens,
      KitchenQuestions questions,
      SnapshotService snapshots,
      KitchenReports reports,
      Exports exports) {
    this.kitchens = kitchens;
    this.questions = questions;
    this.snapshots = snapshots;
    this.reports = reports;
    this.exports = exports;
  }

  @GET
  @Path("kitchens.{form:[a-z]+}")
  @Operation(
      summary = "Which kitchen feeds which point as xlsx, csv or geojson",
      description = "The parameters of /kitchens; the figures are those of its answer, of one run.")
  @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh (default) or en")
  public Response kitchens(@PathParam("form") String ending, @Context UriInfo uri) {
    Form form = Form.of(ending, Form.XLSX, Form.CSV, Form.GEOJSON);
    Query query = Query.of(uri, KitchenQuestions.parameters("lang"));
    ReportText text = ReportText.of(query.text("lang"));
    CareSnapshot snapshot = snapshots.current();
    KitchensAnswer answer = kitchens.kitchens(snapshot, questions.question(query));
    Report report = reports.report(answer, snapshot, text);
    Response written =
        form == Form.GEOJSON
            ? Response.ok(KitchenReports.geoJson(answer), form.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, form.disposition(report))
                .header("Care-Map-Run", answer.run())
                .build()
            : exports.answer(report, reports.points(answer, text), snapshot.areas(), form);
    return Response.fromResponse(written).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
