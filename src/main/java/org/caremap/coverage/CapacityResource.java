package org.caremap.coverage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/accessibility} and {@code /api/v1/assignment}: is there a place, too? */
@Path("/api/v1")
@Tag(name = "Walking")
public class CapacityResource {
  private static final String MINUTES = "0.1 to 240, default 15, inclusive";
  private static final String SPEED = "0.1 to 20; the profile's where absent";
  private static final String PROFILE = "elder, stick, step-free, adult";
  private static final String CAPACITY =
      "by-type (default: meals a day for meal points and central kitchens, beds for others), beds,"
          + " nursingBeds, mealsPerDay";
  private static final String AREA =
      "code; only points in it are reported, those around it compete all the same";
  private static final String TRIP =
      "to (the facility), back, worse (default: there and back, the slower counts)";
  private static final String FLAT =
      "true: every metre takes the same time; no slopes, stairs, surfaces, delays";
  private static final String LEVEL = "group by areas of this level instead of the points' own";

  private final AccessibilityService accessibility;
  private final AssignmentService assignment;
  private final Questions questions;
  private final WalkingProfiles profiles;

  CapacityResource(
      AccessibilityService accessibility,
      AssignmentService assignment,
      Questions questions,
      WalkingProfiles profiles) {
    this.accessibility = accessibility;
    this.assignment = assignment;
    this.questions = questions;
    this.profiles = profiles;
  }

  @GET
  @Path("accessibility")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "How many places there are for each 1,000 people, overall and by area",
      description =
          "Floating catchments. First what each facility offers is divided by the weighted people"
              + " who reach it within the minutes; then, where people live, the ratios of the"
              + " facilities they reach are added up. 2sfca: Luo and Wang 2003; e2sfca: with weights"
              + " by walking time, Luo and Qi 2009; gaussian: Dai 2010. A facility whose capacity is"
              + " unknown adds nothing and is counted in unknownCapacity.")
  @Parameter(name = "type", in = ParameterIn.QUERY, required = true, description = "may repeat")
  @Parameter(name = "minutes", in = ParameterIn.QUERY, description = MINUTES)
  @Parameter(name = "speedKmh", in = ParameterIn.QUERY, description = SPEED)
  @Parameter(name = "profile", in = ParameterIn.QUERY, description = PROFILE)
  @Parameter(name = "trip", in = ParameterIn.QUERY, description = TRIP)
  @Parameter(name = "flat", in = ParameterIn.QUERY, description = FLAT)
  @Parameter(name = "group", in = ParameterIn.QUERY, description = "default age60")
  @Parameter(
      name = "method",
      in = ParameterIn.QUERY,
      description = "2sfca, e2sfca (default) or gaussian")
  @Parameter(
      name = "weights",
      in = ParameterIn.QUERY,
      description =
          "for e2sfca; default 1,0.68,0.22 for three zones of equal width, or untilMinutes:weight"
              + " for each zone: 5:1,10:0.68,15:0.22")
  @Parameter(name = "capacity", in = ParameterIn.QUERY, description = CAPACITY)
  @Parameter(name = "area", in = ParameterIn.QUERY, description = AREA)
  @Parameter(name = "level", in = ParameterIn.QUERY, description = LEVEL)
  public AccessibilityAnswer accessibility(@Context UriInfo uri) {
    Query query =
        Query.of(
            uri,
            "type",
            "minutes",
            "speedKmh",
            "profile",
            "trip",
            "flat",
            "group",
            "method",
            "weights",
            "capacity",
            "area",
            "level");
    CapacityQuestion question = question(query);
    return accessibility.answer(question, CatchmentModel.of(query, question.minutes()));
  }

  @GET
  @Path("assignment")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Who gets a place where facilities can be full: served, over capacity, out of reach",
      description =
          "People are given to facilities within the minutes so that as many as possible have a"
              + " place, and then so that the walk of all together is least; not only to the nearest."
              + " demand = served + overCapacity + unknownCapacity + outOfReach. A facility whose"
              + " capacity is unknown is given nobody; people left over who reach one are in"
              + " unknownCapacity.")
  @Parameter(name = "type", in = ParameterIn.QUERY, required = true, description = "may repeat")
  @Parameter(name = "minutes", in = ParameterIn.QUERY, description = MINUTES)
  @Parameter(name = "speedKmh", in = ParameterIn.QUERY, description = SPEED)
  @Parameter(name = "profile", in = ParameterIn.QUERY, description = PROFILE)
  @Parameter(name = "trip", in = ParameterIn.QUERY, description = TRIP)
  @Parameter(name = "flat", in = ParameterIn.QUERY, description = FLAT)
  @Parameter(name = "group", in = ParameterIn.QUERY, description = "default age60")
  @Parameter(name = "capacity", in = ParameterIn.QUERY, description = CAPACITY)
  @Parameter(name = "area", in = ParameterIn.QUERY, description = AREA)
  @Parameter(name = "level", in = ParameterIn.QUERY, description = LEVEL)
  public AssignmentAnswer assignment(@Context UriInfo uri) {
    return assignment.answer(
        question(
            Query.of(
                uri,
                "type",
                "minutes",
                "speedKmh",
                "profile",
                "trip",
                "flat",
                "group",
                "capacity",
                "area",
                "level")));
  }

  private CapacityQuestion question(Query query) {
    return new CapacityQuestion(
        questions.types(query),
        questions.minutes(query),
        profiles.of(query),
        questions.group(query),
        questions.capacity(query),
        query.text("area"),
        questions.level(query));
  }
}
