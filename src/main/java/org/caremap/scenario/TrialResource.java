package org.caremap.scenario;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/scenarios/try} and {@code /api/v1/scenarios/compare}. */
@Path("/api/v1/scenarios")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class TrialResource {
  private final TrialService trials;
  private final CompareService comparisons;
  private final TrialQuestions questions;
  private final SnapshotService snapshots;

  TrialResource(
      TrialService trials,
      CompareService comparisons,
      TrialQuestions questions,
      SnapshotService snapshots) {
    this.trials = trials;
    this.comparisons = comparisons;
    this.questions = questions;
    this.snapshots = snapshots;
  }

  @POST
  @Path("try")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What changes would do, answered while somebody drags; nothing is stored",
      description =
          "Parameters as for /coverage; the body is {\"changes\":[…],\"detail\":\"total|areas\"}."
              + " Only what changes is computed; the numbers are those of /coverage after really"
              + " making the change. Facilities of other types than the asked ones change nothing,"
              + " streets change something for all. capacity=true adds places and who gets one by the"
              + " exact assignment, which takes longer.")
  @Parameter(name = "type", in = ParameterIn.QUERY, required = true, description = "may repeat")
  @Parameter(name = "capacity", in = ParameterIn.QUERY, description = "true or false (default)")
  @Parameter(name = "group", in = ParameterIn.QUERY, description = "default age60")
  @Parameter(name = "level", in = ParameterIn.QUERY, description = "default community")
  public Response tried(@Nullable TryForm form, @Context UriInfo uri) {
    if (form == null) {
      throw ProblemException.badRequest(
          "the body is missing; legal: {\"changes\":[…],\"detail\":\"total|areas\"}");
    }
    TrialQuestions.Asked asked = questions.read(Query.of(uri, TrialQuestions.parameters()));
    return ScenarioResource.answer(trials.answer(snapshots.current(), asked, form));
  }

  @GET
  @Path("compare")
  @Operation(
      summary = "Scenarios side by side, the county as it is first; in one job",
      description =
          "Parameters as for /scenarios/try. Every scenario is judged by the data of today.")
  @Parameter(name = "type", in = ParameterIn.QUERY, required = true, description = "may repeat")
  @Parameter(name = "scenario", in = ParameterIn.QUERY, description = "id; may repeat, at most 8")
  @Parameter(name = "capacity", in = ParameterIn.QUERY, description = "true or false (default)")
  @Parameter(name = "level", in = ParameterIn.QUERY, description = "default community")
  public Response compare(@Context UriInfo uri) {
    return ScenarioResource.answer(
        comparisons.compare(snapshots.current(), Query.of(uri, CompareService.parameters())));
  }
}
