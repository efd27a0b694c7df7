package org.caremap.coverage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.platform.geojson.Feature;
import org.caremap.platform.geojson.FeatureCollection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/service-areas}: those of all facilities in one job, for the administrator. */
@Path("/api/v1/service-areas")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Tag(name = "Planning")
public class ServiceAreasResource {
  private final ServiceAreasService service;
  private final Questions questions;
  private final WalkingProfiles profiles;

  ServiceAreasResource(ServiceAreasService service, Questions questions, WalkingProfiles profiles) {
    this.service = service;
    this.questions = questions;
    this.profiles = profiles;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Draws and counts the service areas of all facilities of some types",
      description =
          "Parameters as for a single service area, and type (may repeat). 202: poll Location for"
              + " status and progress; then GET …/features.")
  public Response start(@Context UriInfo uri) {
    Query query = Query.of(uri, "type", "minutes", "speedKmh", "profile", "trip", "flat");
    ServiceAreasJob job =
        service.start(questions.types(query), questions.bands(query), profiles.of(query));
    return Response.accepted(job.state())
        .location(URI.create("/api/v1/service-areas/" + job.id()))
        .build();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "How a job stands: running, done, cancelled or failed; progress in [0, 1]")
  public Object state(@PathParam("id") String id) {
    return service.find(id).state();
  }

  @GET
  @Path("{id}/features")
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "All service areas of a finished job; 409 before")
  public FeatureCollection features(@PathParam("id") String id) {
    ServiceAreasJob job = service.find(id);
    List<Feature> features = job.features();
    if (features == null) {
      throw ProblemException.conflict("the job is " + job.state().status() + ", not done");
    }
    return FeatureCollection.of(features);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Cancels a job that is under way")
  public Response cancel(@PathParam("id") String id) {
    service.find(id).cancel();
    return Response.noContent().build();
  }
}
