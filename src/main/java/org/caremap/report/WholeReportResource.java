package org.caremap.report;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caremap.board.BoardQuestions;
import org.caremap.board.BoardService;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.Query;
import org.caremap.standards.CommunitiesAnswer;
import org.caremap.standards.CommunitiesQuestion;
import org.caremap.standards.VerdictQuestions;
import org.caremap.standards.VerdictService;
import org.caremap.supply.SupplyQuestions;
import org.caremap.supply.SupplyService;
import org.caremap.targets.ProgressAnswer;
import org.caremap.targets.ProgressQuestion;
import org.caremap.targets.TargetService;
import org.caremap.targets.TargetSummary;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/report.pdf}: everything that a meeting needs, in one document. */
@Path("/api/v1")
@Tag(name = "Reports")
public class WholeReportResource {
  private static final String USUAL_TYPE = "meal_point";

  private final BoardService boards;
  private final BoardQuestions boardQuestions;
  private final VerdictService verdicts;
  private final VerdictQuestions verdictQuestions;
  private final TargetService targets;
  private final SupplyService supply;
  private final SupplyQuestions supplyQuestions;
  private final SnapshotService snapshots;
  private final ReportService reports;
  private final Exports exports;

  WholeReportResource(
      BoardService boards,
      BoardQuestions boardQuestions,
      VerdictService verdicts,
      VerdictQuestions verdictQuestions,
      TargetService targets,
      SupplyService supply,
      SupplyQuestions supplyQuestions,
      SnapshotService snapshots,
      ReportService reports,
      Exports exports) {
    this.boards = boards;
    this.boardQuestions = boardQuestions;
    this.verdicts = verdicts;
    this.verdictQuestions = verdictQuestions;
    this.targets = targets;
    this.supply = supply;
    this.supplyQuestions = supplyQuestions;
    this.snapshots = snapshots;
    this.reports = reports;
    this.exports = exports;
  }

  @GET
  @Path("report.pdf")
  @Produces("application/pdf")
  @Operation(
      summary = "The whole report: gap board, verdicts, targets, supply, contradictions, sources",
      description =
          "The parameters of /board, with plan, asOf and share of /standards/communities. Targets are"
              + " those of the tables that name areas which are loaded.")
  @Parameter(
      name = "type",
      in = ParameterIn.QUERY,
      description =
          "may repeat; default: the type whose walking time the plans' first such rule is about,"
              + " meal_point where no rule is about any")
  @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh (default) or en")
  public Response report(@Context UriInfo uri) {
    Query query = Query.of(uri, parameters());
    ReportText text = ReportText.of(query.text("lang"));
    CareSnapshot snapshot = snapshots.current();
    CommunitiesQuestion asked = verdictQuestions.communities(query);
    // The board's types choose the board only: verdicts are of whatever the rules are about.
    CommunitiesQuestion communities =
        new CommunitiesQuestion(
            asked.verdicts(),
            List.of(),
            asked.minutes(),
            asked.share(),
            asked.group(),
            asked.level());
    CommunitiesAnswer both = verdicts.communities(snapshot, communities);
    Report report =
        reports.whole(
            boards.board(snapshot, boardQuestions.board(typed(uri, query, both))),
            verdicts.verdicts(snapshot, communities.verdicts()),
            both,
            progress(snapshot, asked),
            supply.supply(snapshot, supplyQuestions.of(query)),
            snapshot,
            text);
    return exports.answer(
        report, report.parts().get(0).tables().get(0), snapshot.areas(), Form.PDF);
  }

  /** The same with the type that the plans are about, where none is named. */
  private static Query typed(UriInfo uri, Query query, CommunitiesAnswer communities) {
    if (!query.texts("type").isEmpty() || !query.texts("types").isEmpty()) {
      return query;
    }
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>(uri.getQueryParameters());
    values.putSingle("type", plannedType(communities).orElse(USUAL_TYPE));
    return Query.of(values, parameters());
  }

  private static Optional<String> plannedType(CommunitiesAnswer communities) {
    return communities.rows().stream()
        .flatMap(row -> row.spatial().stream())
        .filter(spatial -> spatial.rule() != null && !spatial.types().isEmpty())
        .map(spatial -> spatial.types().get(0))
        .findFirst();
  }

  private static String[] parameters() {
    return Stream.of(BoardQuestions.parameters("plan", "asOf", "share", "lang"))
        .distinct()
        .toArray(String[]::new);
  }

  private List<ProgressAnswer> progress(CareSnapshot snapshot, CommunitiesQuestion asked) {
    List<ProgressAnswer> known = new ArrayList<>();
    for (TargetSummary table : targets.list()) {
      ProgressAnswer progress =
          targets.progress(
              snapshot,
              new ProgressQuestion(table.code(), asked.verdicts().asOf(), asked.verdicts().area()));
      if (progress.rows().stream().anyMatch(row -> row.area() != null)) {
        known.add(progress);
      }
    }
    return known;
  }
}
