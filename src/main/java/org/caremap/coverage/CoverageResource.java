package org.caremap.coverage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.caremap.area.AreaLevel;
import org.caremap.platform.Query;
import org.caremap.platform.geojson.FeatureCollection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/coverage} and {@code /api/v1/gaps}. */
@Path("/api/v1")
@Tag(name = "Walking")
public class CoverageResource {
  private static final String ZONE_MINUTES =
      "zone:minutes, may repeat: own minutes for the points of a zone, for example urban:15 and"
          + " rural:25. A zone is urban, rural, centre or outer (as areas say of themselves), a"
          + " level of areas (town, village …) or the code of an area. Where several fit, the code"
          + " of the smallest area decides, then centre or outer, then urban or rural, then the"
          + " smallest level. Points of no zone are judged by minutes.";

  private static final String[] PARAMETERS = {
    "type",
    "minutes",
    "zoneMinutes",
    "speedKmh",
    "profile",
    "trip",
    "flat",
    "group",
    "area",
    "level",
    "straightLine",
    "detour"
  };

  private final CoverageService coverage;
  private final GapService gaps;
  private final Questions questions;
  private final WalkingProfiles profiles;

  CoverageResource(
      CoverageService coverage, GapService gaps, Questions questions, WalkingProfiles profiles) {
    this.coverage = coverage;
    this.gaps = gaps;
    this.questions = questions;
    this.profiles = profiles;
  }

  @GET
  @Path("coverage")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Who arrives in time, overall and by area")
  @Parameter(name = "type", in = ParameterIn.QUERY, required = true, description = "may repeat")
  @Parameter(
      name = "minutes",
      in = ParameterIn.QUERY,
      description = "0.1 to 240, default 15, inclusive")
  @Parameter(name = "zoneMinutes", in = ParameterIn.QUERY, description = ZONE_MINUTES)
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
  @Parameter(name = "group", in = ParameterIn.QUERY, description = "default age60")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "code; only points in it")
  @Parameter(
      name = "level",
      in = ParameterIn.QUERY,
      description = "group by areas of this level instead of the points' own")
  @Parameter(
      name = "straightLine",
      in = ParameterIn.QUERY,
      description = "true: by great-circle distance × detour factor")
  @Parameter(
      name = "detour",
      in = ParameterIn.QUERY,
      description = "1 to 5, default 1.3; for straight lines")
  public CoverageAnswer coverage(@Context UriInfo uri) {
    Query query = Query.of(uri, PARAMETERS);
    return coverage.answer(question(query, questions.level(query)));
  }

  @GET
  @Path("gaps")
  @Produces({"application/geo+json", "application/json"})
  @Operation(
      summary = "Where people are left out: uncovered demand clustered, largest first",
      description =
          "Cells of 300 m with uncovered demand, grown from the fullest cell over neighbouring cells"
              + " within 1,200 m. nearestSeconds: mean over the people of the gap who can reach any"
              + " such facility; null where nobody can.")
  @Parameter(name = "type", in = ParameterIn.QUERY, required = true, description = "may repeat")
  @Parameter(
      name = "minutes",
      in = ParameterIn.QUERY,
      description = "0.1 to 240, default 15, inclusive")
  @Parameter(name = "zoneMinutes", in = ParameterIn.QUERY, description = ZONE_MINUTES)
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
  @Parameter(name = "group", in = ParameterIn.QUERY, description = "default age60")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "code; only points in it")
  @Parameter(
      name = "straightLine",
      in = ParameterIn.QUERY,
      description = "true: by great-circle distance × detour factor")
  @Parameter(
      name = "detour",
      in = ParameterIn.QUERY,
      description = "1 to 5, default 1.3; for straight lines")
  public FeatureCollection gaps(@Context UriInfo uri) {
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
            "straightLine",
            "detour");
    return gaps.answer(question(query, null));
  }

  /**
   * Coverage of every type.
   *
   * @param types one entry a type
   */
  public record ByType(List<CoverageAnswer> types) {}

  @GET
  @Path("coverage/by-type")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Who arrives in time at the nearest facility of each type, in one job",
      description = "The parameters of /coverage; without type: all types that serve now.")
  public ByType coverageByType(@Context UriInfo uri) {
    Query query = Query.of(uri, PARAMETERS);
    List<String> types =
        query.texts("type").isEmpty() ? coverage.operatingTypes() : questions.types(query);
    return new ByType(coverage.byType(question(query, types, questions.level(query))));
  }

  /** Coverage and gaps are asked alike, so that the one always explains the other. */
  private CoverageService.Question question(Query query, @Nullable AreaLevel level) {
    return question(query, questions.types(query), level);
  }

  private CoverageService.Question question(
      Query query, List<String> types, @Nullable AreaLevel level) {
    return new CoverageService.Question(
        types,
        questions.minutes(query),
        questions.zoneMinutes(query),
        profiles.of(query),
        questions.group(query),
        query.text("area"),
        level,
        query.flag("straightLine"),
        query.findNumber("detour", 1, 5).orElse(null));
  }
}
