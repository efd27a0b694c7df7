package org.caremap.coverage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/facilities/{id}/reach}: a provider's view. */
@Path("/api/v1/facilities/{id}/reach")
@Tag(name = "Walking")
public class ReachResource {
  private final ReachService reach;
  private final Questions questions;
  private final WalkingProfiles profiles;

  ReachResource(ReachService reach, Questions questions, WalkingProfiles profiles) {
    this.reach = reach;
    this.questions = questions;
    this.profiles = profiles;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "A provider's view: whom my facility reaches, and who else reaches them")
  @Parameter(name = "minutes", in = ParameterIn.QUERY, description = "0.1 to 240, default 15")
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
  @Parameter(
      name = "group",
      in = ParameterIn.QUERY,
      description = "whose places are counted in places, default age60")
  public ReachAnswer reach(@PathParam("id") String id, @Context UriInfo uri) {
    Query query = Query.of(uri, "minutes", "speedKmh", "profile", "trip", "flat", "group");
    return reach.answer(id, questions.minutes(query), profiles.of(query), questions.group(query));
  }
}
