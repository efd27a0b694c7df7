package org.caremap.adviser;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.caremap.platform.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The care adviser's questions and rules. What somebody answers stays in the browser. */
@Path("/api/v1/adviser")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Adviser")
public class AdviserResource {
  private final AdviserRules rules;

  AdviserResource(AdviserRules rules) {
    this.rules = rules;
  }

  /** Everything that the adviser's page needs; offices are the types that rules send people to. */
  public record AdviserAnswer(
      List<AdviserDocument> documents,
      List<AdviserQuestion> questions,
      List<AdviserRule> rules,
      List<Office> offices) {}

  /** A type of facility to ask at, by its code. */
  public record Office(String code, String nameZh, String nameEn) {}

  @GET
  @Operation(
      summary = "Questions and rules of the care adviser",
      description =
          "Evaluated in the browser: an answer to a question is no parameter of any request.")
  public AdviserAnswer adviser(@Context UriInfo uri) {
    Query.of(uri);
    List<Office> offices =
        rules.listOffices().stream()
            .map(type -> new Office(type.code(), type.zh(), type.en()))
            .toList();
    return new AdviserAnswer(
        rules.listDocuments(), rules.listQuestions(), rules.listRules(), offices);
  }
}
