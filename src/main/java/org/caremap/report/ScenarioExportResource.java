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
import org.caremap.platform.AdminAccount;
import org.caremap.platform.Query;
import org.caremap.scenario.CompareAnswer;
import org.caremap.scenario.CompareService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/scenarios/compare.xlsx} and its other forms. */
@Path("/api/v1/scenarios")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Tag(name = "Reports")
public class ScenarioExportResource {
  private final CompareService comparisons;
  private final SnapshotService snapshots;
  private final ScenarioParts parts;
  private final Exports exports;

  ScenarioExportResource(
      CompareService comparisons, SnapshotService snapshots, ScenarioParts parts, Exports exports) {
    this.comparisons = comparisons;
    this.snapshots = snapshots;
    this.parts = parts;
    this.exports = exports;
  }

  @GET
  @Path("compare.{form:[a-z]+}")
  @Operation(
      summary = "Scenarios side by side as xlsx, csv or pdf",
      description =
          "The parameters of /scenarios/compare; the figures are those of its answer, of one run."
              + " csv holds one row a scenario, or with table=areas one row an area.")
  @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh (default) or en")
  @Parameter(name = "table", in = ParameterIn.QUERY, description = "scenarios (default) or areas")
  public Response compare(@PathParam("form") String ending, @Context UriInfo uri) {
    Form form = Form.of(ending, Form.XLSX, Form.CSV, Form.PDF);
    Query query = Query.of(uri, CompareService.parameters("lang", "table"));
    ReportText text = ReportText.of(query.text("lang"));
    int table = table(query);
    CareSnapshot snapshot = snapshots.current();
    CompareAnswer compared = comparisons.compare(snapshot, query);
    Report report = parts.report(compared, snapshot, text);
    Response answer =
        exports.answer(report, report.parts().get(0).tables().get(table), snapshot.areas(), form);
    return Response.fromResponse(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static int table(Query query) {
    String table = query.text("table");
    if (table == null || table.equals("scenarios")) {
      return 0;
    }
    if (!table.equals("areas")) {
      throw org.caremap.platform.ProblemException.badParameter(
          "table", table, "scenarios or areas");
    }
    return 1;
  }
}
