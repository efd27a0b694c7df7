package org.caremap.board;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/board}. */
@Path("/api/v1/board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Judging")
public class BoardResource {
  private final BoardService boards;
  private final BoardQuestions questions;
  private final SnapshotService snapshots;

  BoardResource(BoardService boards, BoardQuestions questions, SnapshotService snapshots) {
    this.boards = boards;
    this.questions = questions;
    this.snapshots = snapshots;
  }

  @GET
  @Operation(
      summary = "Areas ranked by the people whom facilities of a type leave out, and why",
      description =
          "The numbers are those of /coverage. reason is what leaves out most: no-facility (none in"
              + " the area, none near by the straight line), too-far (one in the area, but far even"
              + " by the straight line), barrier (near by the straight line × detour factor, but not"
              + " by the streets; barrier names the water or railway that the line crosses),"
              + " over-capacity (in time, but all full by the exact assignment; null where no"
              + " facility says how many it takes), unknown, none. spread: the same at 0.7, 0.85, 1,"
              + " 1.15 and 1.3 times the walking speed.")
  @Parameter(name = "type", in = ParameterIn.QUERY, required = true, description = "may repeat")
  @Parameter(
      name = "minutes",
      in = ParameterIn.QUERY,
      description = "0.1 to 240, default 15, inclusive")
  @Parameter(
      name = "zoneMinutes",
      in = ParameterIn.QUERY,
      description = "zone:minutes, may repeat, as for /coverage; for example centre:15,outer:25")
  @Parameter(name = "group", in = ParameterIn.QUERY, description = "default age60")
  @Parameter(
      name = "weights",
      in = ParameterIn.QUERY,
      description =
          "group:weight, separated by commas, for example age80:2,disabled:3; areas are then ranked"
              + " by the sum of weight × people left out")
  @Parameter(
      name = "level",
      in = ParameterIn.QUERY,
      description = "rows are the areas of this level's depth; default community (with villages)")
  @Parameter(
      name = "area",
      in = ParameterIn.QUERY,
      description = "code; only points and areas in it, for going down from county to community")
  @Parameter(
      name = "capacity",
      in = ParameterIn.QUERY,
      description = "false: leave out over-capacity, which takes longest; default true")
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
      name = "straightLine",
      in = ParameterIn.QUERY,
      description = "true: by great-circle distance × detour factor")
  public BoardAnswer board(@Context UriInfo uri) {
    Query query = Query.of(uri, BoardQuestions.parameters());
    return boards.board(snapshots.current(), questions.board(query));
  }

  @GET
  @Path("matrix")
  @Operation(
      summary = "Who is left out: every type × every group × every area, in one job",
      description =
          "The parameters of /board; types (or type) may repeat, all types where absent. reasons are"
              + " those of the group asked for, without capacities.")
  @Parameter(name = "types", in = ParameterIn.QUERY, description = "may repeat; default all")
  @Parameter(
      name = "minutes",
      in = ParameterIn.QUERY,
      description = "0.1 to 240, default 15, inclusive")
  @Parameter(
      name = "zoneMinutes",
      in = ParameterIn.QUERY,
      description = "zone:minutes, may repeat, as for /coverage")
  @Parameter(
      name = "group",
      in = ParameterIn.QUERY,
      description = "whose reasons and speeds are given; default age60")
  @Parameter(name = "level", in = ParameterIn.QUERY, description = "default community")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "code; only points in it")
  @Parameter(name = "speedKmh", in = ParameterIn.QUERY, description = "0.1 to 20")
  @Parameter(
      name = "profile",
      in = ParameterIn.QUERY,
      description = "elder, stick, step-free, adult")
  @Parameter(name = "trip", in = ParameterIn.QUERY, description = "to, back, worse")
  @Parameter(name = "flat", in = ParameterIn.QUERY, description = "true or false")
  @Parameter(name = "straightLine", in = ParameterIn.QUERY, description = "true or false")
  public MatrixAnswer matrix(@Context UriInfo uri) {
    Query query = Query.of(uri, BoardQuestions.parameters());
    return boards.matrix(snapshots.current(), questions.matrix(query));
  }
}
