package org.caremap.report;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.Query;
import org.caremap.standards.CommunitiesAnswer;
import org.caremap.standards.CommunitiesQuestion;
import org.caremap.standards.VerdictAnswer;
import org.caremap.standards.VerdictQuestions;
import org.caremap.standards.VerdictService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/verdicts.xlsx} and its other forms. */
@Path("/api/v1")
@Tag(name = "Reports")
public class VerdictExportResource {
  private final VerdictService verdicts;
  private final VerdictQuestions questions;
  private final SnapshotService snapshots;
  private final ReportService reports;
  private final Exports exports;

  VerdictExportResource(
      VerdictService verdicts,
      VerdictQuestions questions,
      SnapshotService snapshots,
      ReportService reports,
      Exports exports) {
    this.verdicts = verdicts;
    this.questions = questions;
    this.snapshots = snapshots;
    this.reports = reports;
    this.exports = exports;
  }

  @GET
  @Path("verdicts.{form:[a-z]+}")
  @Operation(
      summary = "Verdicts as xlsx, csv, geojson or pdf",
      description =
          "The parameters of /standards/verdicts and /standards/communities. csv holds a line a"
              + " rule, geojson a feature a community, xlsx and pdf both.")
  @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh (default) or en")
  public Response verdicts(@PathParam("form") String ending, @Context UriInfo uri) {
    Form form = Form.of(ending, Form.XLSX, Form.CSV, Form.GEOJSON, Form.PDF);
    Query query = Query.of(uri, VerdictQuestions.communityParameters("lang"));
    ReportText text = ReportText.of(query.text("lang"));
    CareSnapshot snapshot = snapshots.current();
    CommunitiesQuestion question = questions.communities(query);
    VerdictAnswer answer = verdicts.verdicts(snapshot, question.verdicts());
    CommunitiesAnswer communities = verdicts.communities(snapshot, question);
    boolean byCommunity = form == Form.GEOJSON;
    Report report = reports.verdicts(answer, communities, byCommunity, snapshot, text);
    return exports.answer(
        report,
        byCommunity ? reports.communityTable(communities, text) : reports.ruleTable(answer, text),
        snapshot.areas(),
        form);
  }
}
