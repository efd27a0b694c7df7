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
import org.caremap.territory.TerritoryAnswer;
import org.caremap.territory.TerritoryService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/territories/{id}.xlsx} and its other forms: the administrator's. */
@Path("/api/v1/territories")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Tag(name = "Reports")
public class TerritoryExportResource {
  private final TerritoryService territories;
  private final SnapshotService snapshots;
  private final ReportService reports;
  private final Exports exports;

  TerritoryExportResource(
      TerritoryService territories,
      SnapshotService snapshots,
      ReportService reports,
      Exports exports) {
    this.territories = territories;
    this.snapshots = snapshots;
    this.reports = reports;
    this.exports = exports;
  }

  @GET
  @Path("{id:[^/.]+}.{form:[a-z]+}")
  @Operation(summary = "A saved plan of territories as xlsx, csv, geojson or pdf")
  @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh (default) or en")
  public Response plan(
      @PathParam("id") String id, @PathParam("form") String ending, @Context UriInfo uri) {
    Form form = Form.of(ending, Form.XLSX, Form.CSV, Form.GEOJSON, Form.PDF);
    Query query = Query.of(uri, "lang");
    ReportText text = ReportText.of(query.text("lang"));
    CareSnapshot snapshot = snapshots.current();
    TerritoryAnswer plan = territories.get(id);
    Report report = reports.territories(plan, snapshot, text);
    Response answer =
        exports.answer(report, new TerritoryParts(plan, text).units(), snapshot.areas(), form);
    return Response.fromResponse(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
