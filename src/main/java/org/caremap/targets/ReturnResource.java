package org.caremap.targets;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/returns.xlsx}: the monthly or quarterly return of a plan table. */
@Path("/api/v1/returns.xlsx")
@Tag(name = "Targets")
public class ReturnResource {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final TargetService targets;
  private final SnapshotService snapshots;

  ReturnResource(TargetService targets, SnapshotService snapshots) {
    this.targets = targets;
    this.snapshots = snapshots;
  }

  @GET
  @Produces(XLSX)
  @Operation(
      summary = "Monthly or quarterly return in the shape of the printed annexes",
      description = "Its numbers are those of progress on the last day of the month or quarter.")
  @Parameter(name = "plan", in = ParameterIn.QUERY, required = true, description = "plan table")
  @Parameter(name = "year", in = ParameterIn.QUERY, required = true)
  @Parameter(name = "quarter", in = ParameterIn.QUERY, description = "1 to 4, or month")
  @Parameter(name = "month", in = ParameterIn.QUERY, description = "1 to 12, or quarter")
  public Response workbook(@Context UriInfo uri) {
    Query query = Query.of(uri, "plan", "year", "quarter", "month");
    String plan = query.text("plan");
    if (plan == null) {
      throw ProblemException.badParameter("plan", null, "the code of a plan table");
    }
    ReturnPeriod period = ReturnPeriod.of(query);
    byte[] file = targets.writeReturn(snapshots.current(), plan, period);
    return Response.ok(file, XLSX)
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s-%s.xlsx\"".formatted(plan, period.code()))
        .build();
  }
}
