package org.caremap.supply;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/supply}. */
@Path("/api/v1/supply")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Judging")
public class SupplyResource {
  private final SupplyService supply;
  private final SupplyQuestions questions;
  private final SnapshotService snapshots;

  SupplyResource(SupplyService supply, SupplyQuestions questions, SnapshotService snapshots) {
    this.supply = supply;
    this.questions = questions;
    this.snapshots = snapshots;
  }

  @GET
  @Operation(
      summary = "Services offered against the groups that need them, by area",
      description =
          "For every group and service that a document says it needs: who reaches in time a facility"
              + " that offers it (served), who reaches a place of care but none that offers it"
              + " (contentMissing; contentUnknown where one of the places does not say what it"
              + " offers), and who reaches none (placeMissing). Groups overlap: do not add them up.")
  @Parameter(
      name = "minutes",
      in = ParameterIn.QUERY,
      description = "0.1 to 240, default 15, inclusive")
  @Parameter(
      name = "zoneMinutes",
      in = ParameterIn.QUERY,
      description = "zone:minutes, may repeat, as for /coverage")
  @Parameter(
      name = "level",
      in = ParameterIn.QUERY,
      description = "rows are the areas of this level's depth; default community (with villages)")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "code; only points in it")
  @Parameter(
      name = "speedKmh",
      in = ParameterIn.QUERY,
      description = "0.1 to 20; the profile's where absent")
  @Parameter(
      name = "profile",
      in = ParameterIn.QUERY,
      description = "elder, stick, step-free, adult")
  @Parameter(name = "trip", in = ParameterIn.QUERY, description = "to, back, worse")
  @Parameter(name = "flat", in = ParameterIn.QUERY, description = "true or false")
  @Parameter(name = "straightLine", in = ParameterIn.QUERY, description = "true or false")
  public SupplyAnswer supply(@Context UriInfo uri) {
    Query query = Query.of(uri, SupplyQuestions.parameters());
    return supply.supply(snapshots.current(), questions.of(query));
  }
}
