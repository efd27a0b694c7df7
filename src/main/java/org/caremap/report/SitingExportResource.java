package org.caremap.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.siting.SelectionAnswer;
import org.caremap.siting.SitingService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/siting/runs/{id}.xlsx} and its other forms: for the administrator. */
@Path("/api/v1/siting/runs")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Tag(name = "Reports")
public class SitingExportResource {
  private final SitingService selections;
  private final SitingParts parts;
  private final SnapshotService snapshots;
  private final Exports exports;

  SitingExportResource(
      SitingService selections, SitingParts parts, SnapshotService snapshots, Exports exports) {
    this.selections = selections;
    this.parts = parts;
    this.snapshots = snapshots;
    this.exports = exports;
  }

  @GET
  @Path("{id}.{form:[a-z]+}")
  @Operation(
      summary = "A site selection as xlsx, csv or geojson",
      description = "The figures are those of /siting/runs/{id}; 409 while no answer is known.")
  @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh (default) or en")
  public Response run(
      @PathParam("id") String id, @PathParam("form") String ending, @Context UriInfo uri) {
    Form form = Form.of(ending, Form.XLSX, Form.CSV, Form.GEOJSON);
    ReportText text = ReportText.of(Query.of(uri, "lang").text("lang"));
    SelectionAnswer answer = selections.get(id);
    if (answer.after() == null) {
      throw ProblemException.conflict(
          "the selection is " + answer.status() + "; no answer is known");
    }
    Report report = parts.report(answer, snapshots.current().areas(), text);
    Response written =
        form == Form.GEOJSON
            ? Response.ok(PointsWriter.write(report, parts.all(answer, text)), form.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, form.disposition(report))
                .header("Care-Map-Run", answer.run())
                .build()
            : exports.answer(report, parts.all(answer, text), snapshots.current().areas(), form);
    return Response.fromResponse(written).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
