package org.caremap.coverage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/nearest}. */
@Path("/api/v1/nearest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Walking")
public class NearestResource {
  private static final double MAX_MAX_MINUTES = 1440;

  private final NearestService service;
  private final Questions questions;
  private final WalkingProfiles profiles;

  NearestResource(NearestService service, Questions questions, WalkingProfiles profiles) {
    this.service = service;
    this.questions = questions;
    this.profiles = profiles;
  }

  @GET
  @Operation(summary = "Nearest facilities by walking time, with the way")
  @Parameter(
      name = "lon",
      in = ParameterIn.QUERY,
      required = true,
      schema = @Schema(minimum = "-180", maximum = "180"))
  @Parameter(
      name = "lat",
      in = ParameterIn.QUERY,
      required = true,
      schema = @Schema(minimum = "-90", maximum = "90"))
  @Parameter(name = "type", in = ParameterIn.QUERY, required = true, description = "may repeat")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, default 5")
  @Parameter(
      name = "maxMinutes",
      in = ParameterIn.QUERY,
      description = "inclusive; no limit where absent")
  @Parameter(
      name = "speedKmh",
      in = ParameterIn.QUERY,
      description = "0.1 to 20; the profile's where absent")
  @Parameter(
      name = "profile",
      in = ParameterIn.QUERY,
      description = "elder, stick, step-free, adult")
  @Parameter(
      name = "trip",
      in = ParameterIn.QUERY,
      description = "to (the facility), back, worse (default: there and back, the slower counts)")
  @Parameter(
      name = "flat",
      in = ParameterIn.QUERY,
      description = "true: every metre takes the same time; no slopes, stairs, surfaces, delays")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NearestAnswer.class)))
  public Response nearest(@Context UriInfo uri) {
    Query query =
        Query.of(
            uri,
            "lon",
            "lat",
            "type",
            "limit",
            "maxMinutes",
            "speedKmh",
            "profile",
            "trip",
            "flat");
    NearestAnswer answer =
        service.answer(
            new NearestService.Question(
                query.number("lon", -180, 180),
                query.number("lat", -90, 90),
                questions.types(query),
                query.integer("limit", 1, 100, 5),
                query
                    .findNumber("maxMinutes", Questions.MIN_MINUTES, MAX_MAX_MINUTES)
                    .orElse(Double.POSITIVE_INFINITY),
                profiles.of(query)));
    // Where somebody stands is kept nowhere, not even in a cache.
    return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
