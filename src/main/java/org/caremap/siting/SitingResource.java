package org.caremap.siting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/siting/runs}: planners only, since differences can say where single people live.
 */
@Path("/api/v1/siting/runs")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class SitingResource {
  private final SitingService service;

  SitingResource(SitingService service) {
    this.service = service;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Where something new helps most: mclp, lscp or p-median",
      description =
          "A good answer at once, improved in the background with a proven bound; the same seed"
              + " gives the same answer. 200: finished; 202: poll Location, DELETE it to end with"
              + " the best known. What is given for new places of care (/siting/grants) prices"
              + " candidates whose own cost nobody has given. Weights: a person of the group counts"
              + " once, one of a weighted group weight − 1 times more. Ids: c:<loaded candidate>,"
              + " f:<facility of another type>, n:<lon>,<lat>. Nothing asked is stored.")
  public Response start(@Context UriInfo uri, @Nullable SitingRequest request) {
    Query.of(uri);
    SelectionAnswer answer = service.start(request);
    int status = answer.status().equals(SitingRun.RUNNING) ? 202 : 200;
    return Response.status(status)
        .location(URI.create("/api/v1/siting/runs/" + answer.id()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(answer)
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "How a selection stands: running, finished, cancelled, failed or infeasible")
  public Response get(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return Response.ok(service.get(id)).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Ends a selection; the best answer found stays readable")
  public Response cancel(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    service.cancel(id);
    return Response.noContent().build();
  }

  @GET
  @Path("{id}/explain")
  @Operation(summary = "Why a candidate was chosen or not: who gains, who had it, what else")
  @Parameter(
      name = "candidate",
      in = ParameterIn.QUERY,
      required = true,
      description = "c:<id>, f:<id> or n:<lon>,<lat>, as the answer names it")
  public Response explain(@PathParam("id") String id, @Context UriInfo uri) {
    String candidate = Query.of(uri, "candidate").text("candidate");
    if (candidate == null) {
      throw ProblemException.badParameter("candidate", null, "the id of a candidate");
    }
    return Response.ok(service.explain(id, candidate))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
