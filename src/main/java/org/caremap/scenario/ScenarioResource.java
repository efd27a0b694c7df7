package org.caremap.scenario;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/scenarios}: the administrator's, since differences can say where people live. */
@Path("/api/v1/scenarios")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class ScenarioResource {
  private final ScenarioService service;
  private final TrialQuestions questions;

  ScenarioResource(ScenarioService service, TrialQuestions questions) {
    this.service = service;
    this.questions = questions;
  }

  @GET
  @Operation(summary = "Every scenario, the latest first")
  public Response list(@Context UriInfo uri) {
    Query.of(uri);
    return answer(service.list());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One scenario")
  public Response get(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return answer(service.get(id(id)));
  }

  @GET
  @Path("{id}/versions")
  @Operation(summary = "What a scenario was before it was edited or rebased, the latest first")
  public Response versions(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return answer(service.versions(id(id)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Saves a scenario by name",
      description =
          "What it comes to is kept with it, totals only, so that a later look can say what has"
              + " moved: for the question given as for /scenarios/try, else for every type that it"
              + " touches, every default.")
  public Response create(@Nullable ScenarioForm form, @Context UriInfo uri) {
    return created(service.create(body(form), asked(uri)));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Saves a scenario in place of what it was",
      description = "What it was stays readable under /versions. A stale version is refused.")
  public Response update(
      @PathParam("id") String id, @Nullable ScenarioForm form, @Context UriInfo uri) {
    return answer(service.update(id(id), body(form), asked(uri)));
  }

  @GET
  @Path("{id}/review")
  @Operation(summary = "What every change of a scenario means against the data of today")
  public Response review(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return answer(service.review(id(id)));
  }

  @POST
  @Path("{id}/rebase")
  @Operation(
      summary = "The same; apply=true stores the scenario without what is gone",
      description =
          "kept: as it was. moved: what it is about stands elsewhere. gone: done already, or what it"
              + " is about is no more; dropped. conflict: to be looked at, and kept. What the scenario"
              + " was before stays readable under /versions.")
  @Parameter(name = "apply", in = ParameterIn.QUERY, description = "true or false (default)")
  public Response rebase(@PathParam("id") String id, @Context UriInfo uri) {
    boolean apply = Query.of(uri, "apply").flag("apply");
    return answer(apply ? service.rebase(id(id)) : service.review(id(id)));
  }

  @GET
  @Path("{id}/drift")
  @Operation(summary = "What a scenario came to when it was saved, and comes to now")
  public Response drift(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return answer(service.drift(id(id)));
  }

  private TrialQuestions.@Nullable Asked asked(UriInfo uri) {
    Query query = Query.of(uri, TrialQuestions.parameters());
    return query.texts("type").isEmpty() ? null : questions.read(query);
  }

  /** The name of a copy. */
  public record CopyForm(@Nullable String name) {}

  @POST
  @Path("{id}/copy")
  @Operation(summary = "Copies a scenario; without a name it is called as the original (2)")
  public Response copy(@PathParam("id") String id, @Nullable CopyForm form, @Context UriInfo uri) {
    Query.of(uri);
    return created(service.copy(id(id), form == null ? null : form.name()));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Deletes a scenario with all its versions")
  public Response delete(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    service.delete(id(id));
    return Response.noContent().build();
  }

  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound("scenario", text);
    }
  }

  private static ScenarioForm body(@Nullable ScenarioForm form) {
    if (form == null) {
      throw ProblemException.badRequest(
          "a JSON body is needed: {\"name\":…,\"note\":…,\"changes\":[…],\"version\":…}");
    }
    return form;
  }

  static Response answer(Object body) {
    return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static Response created(Scenario scenario) {
    return Response.created(URI.create("/api/v1/scenarios/" + scenario.id()))
        .entity(scenario)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
