package org.caremap.find;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.facility.CodeLists;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/find}. */
@Path("/api/v1/find")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Find care")
public class FindResource {
  private static final double DEFAULT_MINUTES = 15;

  private final FindService service;
  private final Needs needs;
  private final CodeLists codes;
  private final WalkingProfiles profiles;

  FindResource(FindService service, Needs needs, CodeLists codes, WalkingProfiles profiles) {
    this.service = service;
    this.needs = needs;
    this.codes = codes;
    this.profiles = profiles;
  }

  @GET
  @Operation(summary = "What is near for a need: hours, price, services, delivery and the way")
  @Parameter(name = "lon", in = ParameterIn.QUERY, required = true)
  @Parameter(name = "lat", in = ParameterIn.QUERY, required = true)
  @Parameter(
      name = "need",
      in = ParameterIn.QUERY,
      description = "a code of /api/v1/welcome; or give type")
  @Parameter(name = "type", in = ParameterIn.QUERY, description = "may repeat; instead of need")
  @Parameter(name = "minutes", in = ParameterIn.QUERY, description = "within reach, default 15")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 50, default 10")
  @Parameter(name = "speedKmh", in = ParameterIn.QUERY, description = "0.1 to 20")
  @Parameter(
      name = "profile",
      in = ParameterIn.QUERY,
      description = "elder, stick, step-free, adult")
  @Parameter(name = "trip", in = ParameterIn.QUERY, description = "to, back, worse (default)")
  @Parameter(name = "flat", in = ParameterIn.QUERY, description = "true: no slopes, no stairs")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FindAnswer.class)))
  public Response find(@Context UriInfo uri) {
    Query query =
        Query.of(
            uri,
            "lon",
            "lat",
            "need",
            "type",
            "minutes",
            "limit",
            "speedKmh",
            "profile",
            "trip",
            "flat");
    String need = query.text("need");
    List<String> types = query.texts("type");
    if (need != null && !types.isEmpty()) {
      throw ProblemException.badParameter(
          "type", String.join(",", types), "need or type, not both");
    }
    if (need == null) {
      codes.requireTypes(types);
    } else {
      needs.get(need);
    }
    FindAnswer answer =
        service.answer(
            new FindQuestion(
                query.number("lon", -180, 180),
                query.number("lat", -90, 90),
                need,
                types,
                query.integer("limit", 1, 50, 10),
                query.number("minutes", 0.1, 240, DEFAULT_MINUTES),
                profiles.of(query)));
    // Where somebody stands is kept nowhere, not even in a cache.
    return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
