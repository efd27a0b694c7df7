package org.caremap.project;

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
import java.util.List;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.facility.CodeLists;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.scenario.TrialQuestions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/projects}: the project library; all of it is the administrator's. */
@Path("/api/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Tag(name = "Planning")
public class ProjectResource {
  private static final int PLAN_YEARS = 3;

  private final ProjectService projects;
  private final PlanService plans;
  private final SnapshotService snapshots;
  private final CodeLists codes;

  ProjectResource(
      ProjectService projects, PlanService plans, SnapshotService snapshots, CodeLists codes) {
    this.projects = projects;
    this.plans = plans;
    this.snapshots = snapshots;
    this.codes = codes;
  }

  @GET
  @Operation(
      summary = "The project library and what it comes to",
      description = "totals leave out projects that were called off; byStatus counts them.")
  @Parameter(name = "year", in = ParameterIn.QUERY, description = "2000 to 2100")
  @Parameter(
      name = "status",
      in = ParameterIn.QUERY,
      description = "proposed, approved, funded, building, accepted, operating, cancelled")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "code of an area")
  @Parameter(name = "type", in = ParameterIn.QUERY, description = "one facility type")
  @Parameter(
      name = "deleted",
      in = ParameterIn.QUERY,
      description = "true: those that were taken out, with their history")
  public Response list(@Context UriInfo uri) {
    Query query = Query.of(uri, "year", "status", "area", "type", "deleted");
    CareSnapshot snapshot = snapshots.current();
    return privately(Response.ok(projects.list(snapshot, filter(query, snapshot, codes))));
  }

  /**
   * Which projects a query asks for.
   *
   * @throws ProblemException 400 naming the parameter that is not legal
   */
  public static ProjectService.Filter filter(Query query, CareSnapshot snapshot, CodeLists codes) {
    String year = query.text("year");
    String status = query.text("status");
    String area = query.text("area");
    String type = query.text("type");
    if (area != null && snapshot.areas().find(area).isEmpty()) {
      throw ProblemException.badParameter("area", area, "the code of a loaded area");
    }
    if (type != null) {
      codes.requireTypes(List.of(type));
    }
    return new ProjectService.Filter(
        year == null ? null : (Integer) year(query, "year", 0),
        status == null ? null : ProjectForm.status(status),
        area,
        type,
        query.flag("deleted"));
  }

  /** A year of a query, or the default. */
  public static int year(Query query, String name, int defaultYear) {
    return query.integer(name, ProjectRules.FIRST_YEAR, ProjectRules.LAST_YEAR, defaultYear);
  }

  @GET
  @Path("plan")
  @Operation(summary = "The library by year, beside the yearly targets")
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "first year, default the first that has a project")
  @Parameter(name = "years", in = ParameterIn.QUERY, description = "1 to 10, default 3")
  @Parameter(
      name = "table",
      in = ParameterIn.QUERY,
      description = "code of a plan table, default all that have a loaded area")
  public Response plan(@Context UriInfo uri) {
    Query query = Query.of(uri, "from", "years", "table");
    return privately(
        Response.ok(
            plans.plan(
                snapshots.current(),
                year(query, "from", plans.firstYear()),
                query.integer("years", 1, PlanService.MOST_YEARS, PLAN_YEARS),
                query.text("table"))));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One project with its history")
  public Response get(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return privately(Response.ok(projects.get(id)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Adds a project")
  public Response create(ProjectForm form) {
    ProjectView made = projects.create(body(form));
    return privately(Response.created(URI.create("/api/v1/projects/" + made.id())).entity(made));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes a project; the body states the whole of it; history is kept")
  public Response update(@PathParam("id") String id, ProjectForm form) {
    return privately(Response.ok(projects.update(id, body(form))));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Takes a project out of the library; its history stays stored")
  @Parameter(
      name = "version",
      in = ParameterIn.QUERY,
      description = "the version that was looked at; a stale one is refused")
  public Response delete(@PathParam("id") String id, @Context UriInfo uri) {
    String version = Query.of(uri, "version").text("version");
    projects.delete(id, version == null ? null : version(version));
    return Response.noContent().build();
  }

  @POST
  @Path("from-scenario")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes a project of every change of a scenario that is not one already",
      description =
          "201 where at least one is new, else 200; existing ones are left as they are. Who gains"
              + " and who loses by each change alone is tried as /scenarios/try does, which"
              + " parameters are read; type is the one that footbridges and closed streets are"
              + " judged by, default that of the scenario's facilities where it is one.")
  public Response fromScenario(FromScenarioForm form, @Context UriInfo uri) {
    ProjectService.FromScenario made =
        projects.fromScenario(body(form), Query.of(uri, TrialQuestions.parameters()));
    return privately(Response.status(made.created().isEmpty() ? 200 : 201).entity(made));
  }

  private static Long version(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw ProblemException.badParameter("version", text, "a whole number");
    }
  }

  private static Response privately(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static <T> T body(@Nullable T form) {
    if (form == null) {
      throw ProblemException.badRequest("a JSON body is needed");
    }
    return form;
  }
}
