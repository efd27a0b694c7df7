package org.caremap.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/runs}: published figures and the proof that they come out again. */
@Path("/api/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class RunResource {
  private static final int LONGEST_TITLE = 300;

  private final RunService service;

  RunResource(RunService service) {
    this.service = service;
  }

  /**
   * What to publish.
   *
   * @param kind board, verdicts, targets or supply
   * @param question the parameters of that question, a repeated one as one value with commas
   * @param title what to call it
   */
  public record Publication(
      @Nullable String kind, @Nullable Map<String, String> question, @Nullable String title) {}

  /** One figure. */
  public record Figure(String key, double value) {}

  /** A run with all its figures. */
  public record RunAnswer(@JsonUnwrapped PublishedRun run, List<Figure> figures) {}

  @GET
  @Operation(summary = "Every published run, the latest first, without its figures")
  public List<PublishedRun> list(@Context UriInfo uri) {
    Query.of(uri);
    return service.list();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A published run: its inputs and its figures")
  public RunAnswer get(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return answer(service.get(id));
  }

  @POST
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Publishes figures",
      description =
          "Computes them, stores them with their inputs, and keeps the data they were computed"
              + " from, so that they can be computed again. What was published before stays as it"
              + " is.")
  public Response publish(
      @Nullable Publication body, @Context UriInfo uri, @Context SecurityContext security) {
    Query.of(uri);
    if (body == null || body.kind() == null) {
      throw ProblemException.badParameter("kind", null, String.join(", ", service.kinds()));
    }
    String title = body.title() == null ? "" : body.title().strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw ProblemException.badParameter(
          "title",
          title.isEmpty() ? null : title,
          "a text of 1 to %d characters".formatted(LONGEST_TITLE));
    }
    PublishedRun run =
        service.publish(
            body.kind(),
            body.question() == null ? Map.of() : body.question(),
            title,
            security.getUserPrincipal().getName());
    return Response.created(URI.create("/api/v1/runs/" + run.id())).entity(answer(run)).build();
  }

  // A run of the whole county takes seconds of a core: not for everybody who comes by.
  @POST
  @Path("{id}/repeat")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Operation(
      summary = "Computes a published run again; for the administrator",
      description =
          "From the archived data, or the data in force where their content is the same. The answer"
              + " says whether every figure came out to the digit, which did not, what changed since,"
              + " and what the same question gives on the data in force.")
  public RunService.Repeat repeat(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return service.repeat(id);
  }

  private RunAnswer answer(PublishedRun run) {
    return new RunAnswer(
        run,
        service.figures(run.id()).entrySet().stream()
            .map(figure -> new Figure(figure.getKey(), figure.getValue()))
            .toList());
  }
}
