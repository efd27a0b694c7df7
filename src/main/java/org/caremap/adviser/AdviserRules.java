package org.caremap.adviser;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caremap.facility.Code;
import org.caremap.facility.CodeLists;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;

/**
 * Questions and rules of {@code geodata/adviser/}, extended and replaced by the files of the same
 * names in {@code adviser/} of the home folder. Read at start, so that a mistake in them is an
 * error then and no wrong advice later.
 */
@Startup
@ApplicationScoped
public class AdviserRules {
  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};

  private final List<AdviserDocument> documents;
  private final List<AdviserQuestion> questions;
  private final List<AdviserRule> rules;
  private final List<Code> offices;

  AdviserRules(HomeFolder home, CodeLists codes) {
    AdviserReader reader = new AdviserReader(codes.listTypes().stream().map(Code::code).toList());
    Path own = home.adviser();
    reader
        .documents("geodata/adviser/documents.yaml", builtIn("documents.yaml"))
        .documents(own.resolve("documents.yaml").toString(), own(own, "documents.yaml"))
        .questions("geodata/adviser/questions.yaml", builtIn("questions.yaml"))
        .questions(own.resolve("questions.yaml").toString(), own(own, "questions.yaml"))
        .rules("geodata/adviser/rules.yaml", builtIn("rules.yaml"))
        .rules(own.resolve("rules.yaml").toString(), own(own, "rules.yaml"));
    rules = reader.readRules();
    questions = reader.readQuestions();
    documents = reader.readDocuments();
    Set<String> asked =
        rules.stream().flatMap(rule -> rule.ask().stream()).collect(Collectors.toSet());
    offices = codes.listTypes().stream().filter(type -> asked.contains(type.code())).toList();
  }

  private static List<JsonNode> builtIn(String name) {
    return GeoData.listBuiltIn("adviser/" + name, LIST);
  }

  private static List<JsonNode> own(Path folder, String name) {
    return GeoData.listOwn(folder.resolve(name), LIST);
  }

  /** Documents that rules are from. */
  public List<AdviserDocument> listDocuments() {
    return documents;
  }

  /** Questions that rules depend on, in the order to ask them in. */
  public List<AdviserQuestion> listQuestions() {
    return questions;
  }

  /** Types of facility that rules send people to. */
  public List<Code> listOffices() {
    return offices;
  }

  /** Rules in display order. */
  public List<AdviserRule> listRules() {
    return rules;
  }
}
