package org.caremap.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.SnapshotService;
import org.caremap.ledger.RunInputs;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.Query;
import org.caremap.project.PlanAnswer;
import org.caremap.project.PlanService;
import org.caremap.project.ProjectList;
import org.caremap.project.ProjectResource;
import org.caremap.project.ProjectService;
import org.caremap.project.ProjectView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/projects/library.xlsx}, {@code plan.xlsx} and their other forms. */
@Path("/api/v1/projects")
@RolesAllowed(AdminAccount.ADMIN_ROLE)
@Tag(name = "Reports")
public class ProjectExportResource {
  private static final int LIBRARY_YEARS = 3;

  private final ProjectService projects;
  private final PlanService plans;
  private final ProjectParts parts;
  private final SnapshotService snapshots;
  private final ReportService reports;
  private final Names names;
  private final Exports exports;

  ProjectExportResource(
      ProjectService projects,
      PlanService plans,
      ProjectParts parts,
      SnapshotService snapshots,
      ReportService reports,
      Names names,
      Exports exports) {
    this.projects = projects;
    this.plans = plans;
    this.parts = parts;
    this.snapshots = snapshots;
    this.reports = reports;
    this.names = names;
    this.exports = exports;
  }

  @GET
  @Path("library.{form:[a-z]+}")
  @Operation(
      summary = "The project library of three years as xlsx, csv, geojson or pdf",
      description = "Without from: all years.")
  @Parameter(name = "from", in = ParameterIn.QUERY, description = "first of three years")
  @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh (default) or en")
  public Response library(@PathParam("form") String ending, @Context UriInfo uri) {
    Form form = Form.of(ending, Form.XLSX, Form.CSV, Form.GEOJSON, Form.PDF);
    Query query = Query.of(uri, "from", "lang");
    ReportText text = ReportText.of(query.text("lang"));
    CareSnapshot snapshot = snapshots.current();
    ProjectList list =
        query.text("from") == null
            ? projects.list(snapshot, ProjectService.Filter.ALL)
            : projects.list(snapshot, ProjectResource.year(query, "from", 0), LIBRARY_YEARS);
    String years = years(list, text);
    Report report =
        new Report(
            text.get("projects.library.file"),
            text.get("projects.library.title"),
            text.get("projects.library.subtitle", Names.place(snapshot.areas(), null, text), years),
            reports.today(),
            text,
            List.of(run("projects.library.run", list.inputs(), snapshot, text)),
            List.of(new Report.Lead("", parts.says(years, list, text))),
            parts.library(list, text));
    ReportTable main = parts.table(list, text);
    if (form == Form.GEOJSON) {
      return privately(
          Response.ok(PointsWriter.write(report, main), form.mediaType())
              .header(HttpHeaders.CONTENT_DISPOSITION, form.disposition(report))
              .header("Care-Map-Run", list.run())
              .build());
    }
    return privately(exports.answer(report, main, snapshot.areas(), form));
  }

  private static String years(ProjectList list, ReportText text) {
    Map<String, String> asked = list.inputs().question();
    int first =
        asked.containsKey("from")
            ? Integer.parseInt(asked.get("from"))
            : list.projects().stream().mapToInt(ProjectView::year).min().orElse(0);
    int last =
        asked.containsKey("from")
            ? first + Integer.parseInt(asked.get("years")) - 1
            : list.projects().stream().mapToInt(ProjectView::year).max().orElse(0);
    return first == 0
        ? text.get("source.all")
        : text.get("projects.years", Integer.toString(first), Integer.toString(last));
  }

  @GET
  @Path("plan.{form:[a-z]+}")
  @Operation(
      summary = "The implementation plan of a year as xlsx or pdf",
      description = "Projects with units, money and quarters; money by town; targets.")
  @Parameter(
      name = "year",
      in = ParameterIn.QUERY,
      description = "default the first with a project")
  @Parameter(
      name = "table",
      in = ParameterIn.QUERY,
      description = "code of a plan table, default all that have a loaded area")
  @Parameter(name = "lang", in = ParameterIn.QUERY, description = "zh (default) or en")
  public Response plan(@PathParam("form") String ending, @Context UriInfo uri) {
    Form form = Form.of(ending, Form.XLSX, Form.PDF);
    Query query = Query.of(uri, "year", "table", "lang");
    ReportText text = ReportText.of(query.text("lang"));
    CareSnapshot snapshot = snapshots.current();
    int asked = ProjectResource.year(query, "year", plans.firstYear());
    PlanAnswer plan = plans.plan(snapshot, asked, 1, query.text("table"));
    PlanAnswer.Year year = plan.years().get(0);
    Map<String, ProjectView> byId =
        ProjectParts.byId(projects.list(snapshot, ProjectService.Filter.ALL));
    List<ProjectView> own = new ArrayList<>();
    for (String id : year.projects()) {
      ProjectView project = byId.get(id);
      if (project != null) {
        own.add(project);
      }
    }
    Report report =
        new Report(
            text.get("projects.plan.file", Integer.toString(asked)),
            text.get("projects.plan.title", Integer.toString(asked)),
            Names.place(snapshot.areas(), null, text),
            reports.today(),
            text,
            List.of(run("projects.plan.run", plan.inputs(), snapshot, text)),
            List.of(new Report.Lead("", parts.says(year, plan, text))),
            parts.plan(year, own, text));
    return privately(
        exports.answer(report, parts.planTable(year, own, text), snapshot.areas(), form));
  }

  private Report.Run run(String name, RunInputs inputs, CareSnapshot snapshot, ReportText text) {
    return new Report.Run(
        text.get(name),
        inputs.id(),
        inputs,
        names.asked(inputs.question(), snapshot.areas(), text),
        true);
  }

  private static Response privately(Response answer) {
    return Response.fromResponse(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
