package org.caremap.candidate;

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
import java.util.Locale;
import java.util.function.Predicate;
import org.caremap.core.geo.BoundingBox;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.platform.geojson.Feature;
import org.caremap.platform.geojson.FeatureCollection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/candidates}: all of it is the administrator's, since owners negotiate. */
@Path("/api/v1/candidates")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Tag(name = "Planning")
public class CandidateResource {
  private static final int MAX_LIMIT = 10_000;

  private final CandidateService service;

  CandidateResource(CandidateService service) {
    this.service = service;
  }

  @GET
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "Candidate sites in a box, of some kinds, matching a text")
  @Parameter(
      name = "bbox",
      in = ParameterIn.QUERY,
      description = "west,south,east,north in degrees")
  @Parameter(
      name = "kind",
      in = ParameterIn.QUERY,
      description = "idle_premises, community_building; may repeat")
  @Parameter(name = "q", in = ParameterIn.QUERY, description = "part of name, address, owner or id")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 10000, default 100")
  public Response list(@Context UriInfo uri) {
    Query query = Query.of(uri, "bbox", "kind", "q", "limit");
    int limit = query.integer("limit", 1, MAX_LIMIT, 100);
    List<String> kinds = query.texts("kind");
    for (String kind : kinds) {
      if (!Candidate.KINDS.contains(kind)) {
        throw ProblemException.badParameter("kind", kind, String.join(", ", Candidate.KINDS));
      }
    }
    BoundingBox box = query.findBox("bbox").orElse(null);
    Predicate<Candidate> matches = matching(query.text("q"));
    List<Candidate> all =
        service.list().stream()
            .filter(c -> kinds.isEmpty() || kinds.contains(c.kind()))
            .filter(c -> box == null || box.contains(c.lon(), c.lat()))
            .filter(matches)
            .toList();
    List<Feature> shown = all.stream().limit(limit).map(CandidateProperties::feature).toList();
    return privately(Response.ok(new FeatureCollection(shown, all.size(), null)));
  }

  private static Predicate<Candidate> matching(@Nullable String text) {
    if (text == null) {
      return c -> true;
    }
    String wanted = text.toLowerCase(Locale.ROOT);
    return c ->
        contains(c.name(), wanted)
            || contains(c.address(), wanted)
            || contains(c.owner(), wanted)
            || contains(c.externalId(), wanted);
  }

  private static boolean contains(@Nullable String text, String wanted) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  @GET
  @Path("{id}")
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "One candidate, by our id or by its owner's")
  public Response get(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return privately(Response.ok(CandidateProperties.feature(service.get(id))));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "Adds a candidate")
  public Response create(CandidateForm form) {
    Candidate made = service.create(body(form).toDetails(null));
    return privately(
        Response.created(URI.create("/api/v1/candidates/" + made.id()))
            .entity(CandidateProperties.feature(made)));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({"application/geo+json", "application/json"})
  @Operation(summary = "Corrects a candidate; the body states the whole of it")
  public Response update(@PathParam("id") String id, CandidateForm form) {
    Candidate now =
        service.update(id, body(form).version(), before -> form.toDetails(before.externalId()));
    return privately(Response.ok(CandidateProperties.feature(now)));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Removes a candidate")
  @Parameter(
      name = "version",
      in = ParameterIn.QUERY,
      description = "the version that was looked at; a stale one is refused")
  public Response delete(@PathParam("id") String id, @Context UriInfo uri) {
    String version = Query.of(uri, "version").text("version");
    service.delete(id, version == null ? null : version(version));
    return Response.noContent().build();
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

  private static CandidateForm body(@Nullable CandidateForm form) {
    if (form == null) {
      throw ProblemException.badRequest("a JSON body with the candidate's fields is needed");
    }
    return form;
  }
}
