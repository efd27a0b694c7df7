package org.caremap.territory;

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
import org.caremap.platform.AdminAccount;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/territories}: the administrator's. */
@Path("/api/v1/territories")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Tag(name = "Planning")
public class TerritoryResource {
  private static final String ID = "{id:[^/.]+}";

  private final TerritoryService service;

  TerritoryResource(TerritoryService service) {
    this.service = service;
  }

  /**
   * What taking over says of the plan.
   *
   * @param version of the plan that was looked at, null for whichever is there
   */
  public record Version(@Nullable Long version) {}

  /** All saved plans. */
  public record Plans(List<TerritoryService.Summary> territories) {}

  @POST
  @Path("draw")
  @Operation(
      summary = "Draws territories of centres or operators: even, each in one piece",
      description =
          "kind centres: each centre with about stationsPerCentre stations around it (centres named,"
              + " or all operating ones of centreType, or a number of parts, whose centre is then the"
              + " one in it nearest to its stations). kind operators: blocks for so many parts or the"
              + " operators named. Two communities are neighbours where a street piece joins them; a"
              + " community that no street leads to from any part has none (island). imbalance is the"
              + " greatest |weight / target − 1|, bound a true lower bound on it. With holders and"
              + " units, those that are fixed stay.")
  public Response draw(@Nullable TerritoryForm form, @Context UriInfo uri) {
    Query.of(uri);
    return unstored(service.draw(form));
  }

  @POST
  @Path("evaluate")
  @Operation(summary = "Judges a sharing by hand without storing it: balance, pieces, what broke")
  public Response evaluate(@Nullable TerritoryForm form, @Context UriInfo uri) {
    Query.of(uri);
    return unstored(service.evaluate(form));
  }

  @GET
  @Path("rules")
  @Operation(summary = "The numbers that territories go by, with the words they come from")
  public List<TerritoryRule> rules(@Context UriInfo uri) {
    Query.of(uri);
    return service.rules();
  }

  @GET
  @Operation(summary = "Every saved plan, the one changed last first")
  public Response list(@Context UriInfo uri) {
    Query.of(uri);
    return unstored(new Plans(service.list()));
  }

  @POST
  @Operation(summary = "Saves a sharing under a name")
  public Response create(@Nullable TerritoryForm form, @Context UriInfo uri) {
    Query.of(uri);
    TerritoryAnswer made = service.create(form);
    return Response.created(URI.create("/api/v1/territories/" + made.saved().id()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(made)
        .build();
  }

  @GET
  @Path(ID)
  @Operation(summary = "A saved plan, judged by the data in force")
  public Response get(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return unstored(service.get(id));
  }

  @PUT
  @Path(ID)
  @Operation(
      summary = "Moves communities of a saved plan by hand",
      description =
          "units names those that move or are fixed; the others stay. It is saved whatever it breaks,"
              + " and broken says what that is. version is needed; 409 where it is not the stored one.")
  public Response update(
      @PathParam("id") String id, @Nullable TerritoryForm form, @Context UriInfo uri) {
    Query.of(uri);
    return unstored(service.update(id, form));
  }

  @DELETE
  @Path(ID)
  @Operation(summary = "Removes a saved plan")
  public void delete(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    service.delete(id);
  }

  @POST
  @Path(ID + "/redraw")
  @Operation(summary = "Draws a saved plan anew; fixed communities stay")
  public Response redraw(
      @PathParam("id") String id, @Nullable TerritoryForm form, @Context UriInfo uri) {
    Query.of(uri);
    return unstored(service.redraw(id, form));
  }

  @POST
  @Path(ID + "/apply")
  @Operation(
      summary = "Writes a saved plan into the facilities: leading centre, or operator",
      description = "Only stations that change are written, all or none; the answer names them.")
  @Parameter(
      name = "dryRun",
      in = ParameterIn.QUERY,
      description = "true: only say what would change")
  public Response apply(
      @PathParam("id") String id, @Nullable Version version, @Context UriInfo uri) {
    Query query = Query.of(uri, "dryRun");
    return unstored(
        service.apply(id, version == null ? null : version.version(), query.flag("dryRun")));
  }

  private static Response unstored(Object answer) {
    return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
