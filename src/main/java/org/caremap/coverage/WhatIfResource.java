package org.caremap.coverage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/what-if}: planners only, since differences can say where single people live. */
@Path("/api/v1/what-if")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class WhatIfResource {
  private final WhatIfService service;
  private final Questions questions;
  private final WalkingProfiles profiles;

  WhatIfResource(WhatIfService service, Questions questions, WalkingProfiles profiles) {
    this.service = service;
    this.questions = questions;
    this.profiles = profiles;
  }

  @POST
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Operation(
      summary = "What a change to facilities or streets would do to coverage and gaps",
      description =
          "Parameters as for /coverage; the body lists facilities to add, move and close, footbridges"
              + " to open and streets to close. Only what changes is computed; nothing is stored.")
  public WhatIfAnswer whatIf(@Context UriInfo uri, @Nullable WhatIfRequest request) {
    Query query =
        Query.of(
            uri,
            "type",
            "minutes",
            "zoneMinutes",
            "speedKmh",
            "profile",
            "trip",
            "flat",
            "group",
            "area",
            "level");
    if (request == null) {
      throw ProblemException.badRequest(
          "the body is missing; legal: {\"add\":[…],\"move\":[…],\"close\":[…],"
              + "\"bridges\":[…],\"closeStreets\":[…]}");
    }
    return service.answer(
        new CoverageService.Question(
            questions.types(query),
            questions.minutes(query),
            questions.zoneMinutes(query),
            profiles.of(query),
            questions.group(query),
            query.text("area"),
            questions.level(query),
            false,
            null),
        request);
  }
}
