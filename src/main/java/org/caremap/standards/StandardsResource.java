package org.caremap.standards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.caremap.core.standards.Gap;
import org.caremap.core.standards.Indicator;
import org.caremap.core.standards.IndicatorParameter;
import org.caremap.core.standards.Indicators;
import org.caremap.core.standards.RuleException;
import org.caremap.core.standards.StandardRule;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.AdminAccount;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/standards}: reading is open, writing is the administrator's. */
@Path("/api/v1/standards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standards")
public class StandardsResource {
  private final StandardsService standards;
  private final VerdictService verdicts;
  private final VerdictQuestions questions;
  private final SnapshotService snapshots;

  StandardsResource(
      StandardsService standards,
      VerdictService verdicts,
      VerdictQuestions questions,
      SnapshotService snapshots) {
    this.standards = standards;
    this.verdicts = verdicts;
    this.questions = questions;
    this.snapshots = snapshots;
  }

  /** A plan as the API shows it. */
  public record PlanRow(
      String code,
      String zh,
      String en,
      @Nullable Integer year,
      String seedFile,
      boolean adopted,
      boolean builtIn,
      int rules) {}

  /** An indicator as the API shows it. */
  public record IndicatorRow(
      String code,
      String zh,
      String en,
      String numerator,
      String denominator,
      List<String> needs,
      List<String> needsZh,
      List<IndicatorParameter> parameters) {}

  @GET
  @Path("plans")
  @Operation(summary = "Plans, and which of them are adopted")
  public List<PlanRow> plans(@Context UriInfo uri) {
    Query.of(uri);
    RuleSet inForce = standards.inForce();
    return standards.listPlans().stream()
        .map(
            plan ->
                new PlanRow(
                    plan.code(),
                    plan.zh(),
                    plan.en(),
                    plan.year(),
                    plan.seedFile(),
                    inForce.adopted().contains(plan.code()),
                    plan.builtIn(),
                    inForce.of(List.of(plan.code())).size()))
        .toList();
  }

  @PUT
  @Path("plans/{code}/adopted")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Adopts a plan, or gives it up: the body is true or false")
  public List<PlanRow> adopt(
      @PathParam("code") String code, @Nullable JsonNode adopted, @Context UriInfo uri) {
    if (adopted == null || !adopted.isBoolean()) {
      throw ProblemException.badParameter(
          "body", adopted == null ? null : adopted.toString(), "true or false");
    }
    standards.adopt(code, adopted.asBoolean());
    return plans(uri);
  }

  @GET
  @Path("rules")
  @Operation(summary = "Rules in force")
  @Parameter(name = "plan", in = ParameterIn.QUERY, description = "may repeat; default all")
  public List<ObjectNode> rules(@Context UriInfo uri) {
    List<String> plans = standards.requirePlans(Query.of(uri, "plan").texts("plan"));
    return standards.listRules().stream()
        .filter(rule -> plans.isEmpty() || plans.contains(rule.plan()))
        .map(this::shown)
        .toList();
  }

  @GET
  @Path("rules/{id}")
  @Operation(summary = "One rule")
  public ObjectNode rule(@PathParam("id") String id, @Context UriInfo uri) {
    Query.of(uri);
    return shown(standards.getRule(id));
  }

  @PUT
  @Path("rules/{id}")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Changes a rule, or adds one",
      description = "Fields that the body does not have keep the value of the rule in force.")
  public ObjectNode putRule(@PathParam("id") String id, @Nullable JsonNode body) {
    return shown(standards.putRule(id, body));
  }

  @DELETE
  @Path("rules/{id}")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Operation(summary = "Brings a rule back as its file says, or removes one that was added")
  public void deleteRule(@PathParam("id") String id) {
    standards.deleteRule(id);
  }

  private ObjectNode shown(StandardRule rule) {
    return VerdictWriter.rule(rule, standards.isChanged(rule), standards.isBuiltIn(rule));
  }

  @GET
  @Path("indicators")
  @Operation(summary = "What can be measured, from what, and what a rule may set of it")
  public List<IndicatorRow> indicators(@Context UriInfo uri) {
    Query.of(uri);
    return Indicators.list().stream().map(StandardsResource::row).toList();
  }

  private static IndicatorRow row(Indicator one) {
    return new IndicatorRow(
        one.code(),
        one.zh(),
        one.en(),
        one.numerator(),
        one.denominator(),
        one.needs().stream().map(Gap.Field::code).toList(),
        one.needs().stream().map(Gap.Field::zh).toList(),
        one.parameters());
  }

  @GET
  @Path("verdicts")
  @Operation(summary = "Which rules are met, which are missed, and what is missing to say so")
  @Parameter(name = "plan", in = ParameterIn.QUERY, description = "may repeat; default adopted")
  @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "day; default today")
  @Parameter(
      name = "undated",
      in = ParameterIn.QUERY,
      description =
          "counted: facilities of unknown opening day count on a past day too; otherwise they do"
              + " unless asOf is past")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "code; judge only this part")
  @Parameter(name = "profile", in = ParameterIn.QUERY, description = "who walks; default elder")
  @Parameter(name = "speedKmh", in = ParameterIn.QUERY, description = "0.1 to 20")
  @Parameter(name = "trip", in = ParameterIn.QUERY, description = "to, back, worse (default)")
  @Parameter(name = "flat", in = ParameterIn.QUERY, description = "every metre is alike")
  @Parameter(name = "straightLine", in = ParameterIn.QUERY, description = "by straight lines")
  @Parameter(name = "subjects", in = ParameterIn.QUERY, description = "false leaves them out")
  public VerdictAnswer verdicts(@Context UriInfo uri) {
    Query query = Query.of(uri, VerdictQuestions.verdictParameters("subjects"));
    boolean brief = query.text("subjects") != null && !query.flag("subjects");
    VerdictAnswer answer = verdicts.verdicts(snapshots.current(), questions.verdicts(query));
    return brief ? answer.brief() : answer;
  }

  @GET
  @Path("communities")
  @Operation(summary = "Both verdicts on every community: has it, and do its people get there")
  @Parameter(name = "plan", in = ParameterIn.QUERY, description = "may repeat; default adopted")
  @Parameter(name = "type", in = ParameterIn.QUERY, description = "may repeat; default all rules'")
  @Parameter(
      name = "minutes",
      in = ParameterIn.QUERY,
      description = "where no rule names any; 0.1 to 240, default 15")
  @Parameter(
      name = "share",
      in = ParameterIn.QUERY,
      description = "of the people who must arrive, where no rule names it; default 1")
  @Parameter(name = "group", in = ParameterIn.QUERY, description = "default age60")
  @Parameter(name = "level", in = ParameterIn.QUERY, description = "default community")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "code; only rows in it")
  @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "day; default today")
  @Parameter(
      name = "undated",
      in = ParameterIn.QUERY,
      description =
          "counted: facilities of unknown opening day count on a past day too; otherwise they do"
              + " unless asOf is past")
  @Parameter(name = "profile", in = ParameterIn.QUERY, description = "who walks; default elder")
  @Parameter(name = "speedKmh", in = ParameterIn.QUERY, description = "0.1 to 20")
  @Parameter(name = "trip", in = ParameterIn.QUERY, description = "to, back, worse (default)")
  @Parameter(name = "flat", in = ParameterIn.QUERY, description = "every metre is alike")
  @Parameter(name = "straightLine", in = ParameterIn.QUERY, description = "by straight lines")
  public CommunitiesAnswer communities(@Context UriInfo uri) {
    Query query = Query.of(uri, VerdictQuestions.communityParameters());
    return verdicts.communities(snapshots.current(), questions.communities(query));
  }

  @GET
  @Path("compare")
  @Operation(summary = "Two plans side by side, and where they contradict each other")
  @Parameter(name = "plan", in = ParameterIn.QUERY, required = true, description = "twice")
  @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "day; default today")
  @Parameter(
      name = "undated",
      in = ParameterIn.QUERY,
      description =
          "counted: facilities of unknown opening day count on a past day too; otherwise they do"
              + " unless asOf is past")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "code; judge only this part")
  @Parameter(name = "profile", in = ParameterIn.QUERY, description = "who walks; default elder")
  public CompareAnswer compare(@Context UriInfo uri) {
    Query query = Query.of(uri, VerdictQuestions.verdictParameters());
    List<String> plans = query.texts("plan");
    if (plans.size() != 2) {
      throw ProblemException.badParameter(
          "plan", plans.isEmpty() ? null : String.join(",", plans), "exactly two different plans");
    }
    return verdicts.compare(snapshots.current(), questions.verdicts(query), plans);
  }

  @GET
  @Path("exceptions")
  @Operation(summary = "Approved exceptions")
  @Parameter(name = "rule", in = ParameterIn.QUERY, description = "id; default all")
  public List<ObjectNode> exceptions(@Context UriInfo uri) {
    String rule = Query.of(uri, "rule").text("rule");
    return standards.listExceptions().stream()
        .filter(one -> rule == null || one.rule().equals(rule))
        .map(ExceptionJson::write)
        .toList();
  }

  @POST
  @Path("exceptions")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Adds an exception; reason, approver and date are obligatory")
  public Response addException(@Nullable JsonNode body) {
    RuleException one = standards.addException(body);
    return Response.created(URI.create("/api/v1/standards/exceptions/" + one.id()))
        .entity(ExceptionJson.write(one))
        .build();
  }

  @PUT
  @Path("exceptions/{id}")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes an exception; the body states the whole of it")
  public ObjectNode putException(@PathParam("id") String id, @Nullable JsonNode body) {
    return ExceptionJson.write(standards.putException(id, body));
  }

  @DELETE
  @Path("exceptions/{id}")
  @RolesAllowed(AdminAccount.ADMIN_ROLE)
  @Operation(summary = "Takes an exception back")
  public void deleteException(@PathParam("id") String id) {
    standards.deleteException(id);
  }
}
