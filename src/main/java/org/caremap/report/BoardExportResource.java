package org.caremap.report;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.board.BoardAnswer;
import org.caremap.board.BoardQuestions;
import org.caremap.board.BoardService;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/board.xlsx} and its other forms. */
@Path("/api/v1")
@Tag(name = "Reports")
public class BoardExportResource {
  private final BoardService boards;
  private final BoardQuestions questions;
  private final SnapshotService snapshots;
  private final ReportService reports;
  private final Exports exports;

  BoardExportResource(
      BoardService boards,
      BoardQuestions questions,
      SnapshotService snapshots,
      ReportService reports,
      Exports exports) {
    this.boards = boards;
    this.questions = questions;
    this.snapshots = snapshots;
    this.reports = reports;
    this.exports = exports;
  }

  @GET
  @Path("board.{form:[a-z]+}")
  @Operation(
      summary = "The gap board as xlsx, csv, geojson or pdf",
      description = "The parameters of /board; the figures are those of its answer, of one run.")
  @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh (default) or en")
  public Response board(@PathParam("form") String ending, @Context UriInfo uri) {
    Form form = Form.of(ending, Form.XLSX, Form.CSV, Form.GEOJSON, Form.PDF);
    Query query = Query.of(uri, BoardQuestions.parameters("lang"));
    ReportText text = ReportText.of(query.text("lang"));
    CareSnapshot snapshot = snapshots.current();
    BoardAnswer board = boards.board(snapshot, questions.board(query));
    Report report = reports.board(board, snapshot, text);
    return exports.answer(report, report.parts().get(0).tables().get(0), snapshot.areas(), form);
  }
}
