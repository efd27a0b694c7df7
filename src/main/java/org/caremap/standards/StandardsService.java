package org.caremap.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caremap.area.AreaService;
import org.caremap.core.standards.RuleException;
import org.caremap.core.standards.StandardRule;
import org.caremap.facility.FacilityService;
import org.caremap.platform.CareMapConfig;
import org.caremap.platform.ProblemException;
import org.caremap.platform.WriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Plans, rules and exceptions as they are in force: from files, with what the administrator changed
 * on top. Kept in memory and read anew after each change.
 */
@ApplicationScoped
public class StandardsService {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StandardRules files;
  private final StandardsStore store;
  private final CareMapConfig config;
  private final WriteLock writeLock;
  private final AreaService areas;
  private final FacilityService facilities;
  private final ExceptionCheck check;
  private volatile @Nullable RuleSet current;

  StandardsService(
      StandardRules files,
      StandardsStore store,
      CareMapConfig config,
      WriteLock writeLock,
      AreaService areas,
      FacilityService facilities,
      ExceptionCheck check) {
    this.files = files;
    this.store = store;
    this.config = config;
    this.writeLock = writeLock;
    this.areas = areas;
    this.facilities = facilities;
    this.check = check;
  }

  /** Plans in display order. */
  public List<Plan> listPlans() {
    return files.listPlans();
  }

  /** Codes of the plans that are adopted, in display order. */
  public List<String> listAdopted() {
    return List.copyOf(inForce().adopted());
  }

  /** Rules in force, in display order. */
  public Collection<StandardRule> listRules() {
    return inForce().rules().values();
  }

  /** Whether the administrator changed a rule of the files. */
  public boolean isChanged(StandardRule rule) {
    StandardRule of = files.rules().get(rule.id());
    return of != null && !of.equals(rule);
  }

  /** Whether a rule is of the files, changed or not. */
  public boolean isBuiltIn(StandardRule rule) {
    return files.rules().containsKey(rule.id());
  }

  /** Exceptions, by id. */
  public Collection<RuleException> listExceptions() {
    return inForce().exceptions().values();
  }

  /** How rules are read, as the ledger keeps them as text. */
  RuleReader reader() {
    return files.reader();
  }

  /** Everything at this moment. */
  RuleSet inForce() {
    RuleSet known = current;
    return known == null ? reload() : known;
  }

  private synchronized RuleSet reload() {
    RuleSet read = QuarkusTransaction.requiringNew().call(this::read);
    current = read;
    return read;
  }

  private RuleSet read() {
    Map<String, StandardRule> rules = new LinkedHashMap<>(files.rules());
    store.rules().forEach((id, content) -> rules.put(id, files.reader().read(tree(content), null)));
    Map<String, Boolean> said = store.adopted();
    Set<String> adopted = new LinkedHashSet<>();
    for (Plan plan : files.listPlans()) {
      boolean byDefault = config.standards().adopted().contains(plan.code());
      if (said.getOrDefault(plan.code(), byDefault)) {
        adopted.add(plan.code());
      }
    }
    Map<String, RuleException> exceptions = new LinkedHashMap<>();
    store.exceptions().forEach((id, text) -> exceptions.put(id, ExceptionJson.read(tree(text))));
    return new RuleSet(adopted, rules, exceptions);
  }

  private static JsonNode tree(String content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored rule cannot be read: " + content, e);
    }
  }

  /**
   * Checks codes of plans.
   *
   * @throws ProblemException 400 naming the legal ones
   */
  List<String> requirePlans(List<String> codes) {
    List<String> legal = listPlans().stream().map(Plan::code).toList();
    for (String code : codes) {
      if (!legal.contains(code)) {
        throw ProblemException.badParameter("plan", code, "one of " + String.join(", ", legal));
      }
    }
    return codes;
  }

  /** The rule of an id. */
  public StandardRule getRule(String id) {
    return Optional.ofNullable(inForce().rules().get(id))
        .orElseThrow(() -> ProblemException.notFound("rule", id));
  }

  /**
   * Adopts a plan, or gives it up.
   *
   * @throws ProblemException 404
   */
  public void adopt(String code, boolean adopted) {
    if (listPlans().stream().noneMatch(plan -> plan.code().equals(code))) {
      throw ProblemException.notFound("plan", code);
    }
    write(() -> store.putAdopted(code, adopted));
  }

  /**
   * Writes a rule. Fields that the body does not have keep the value of the rule in force.
   *
   * @throws ProblemException 400 naming field, value and what would be legal
   */
  public StandardRule putRule(String id, @Nullable JsonNode body) {
    requireObject(body, RuleReader.fields());
    return writeLock.call(
        () -> {
          StandardRule before = inForce().rules().get(id);
          ObjectNode merged = before == null ? JSON.createObjectNode() : RuleWriter.write(before);
          merged.setAll((ObjectNode) body);
          if (!merged.path("id").isMissingNode() && !merged.path("id").asText().equals(id)) {
            throw ProblemException.badParameter("id", merged.path("id").asText(), id);
          }
          merged.put("id", id);
          StandardRule rule = legal(merged);
          boolean keepsNone = before != null && before.quote().isEmpty() && !body.has("quote");
          if (rule.quote().isEmpty() && !keepsNone) {
            throw ProblemException.badParameter(
                "quote", body.has("quote") ? body.get("quote").asText() : null, RuleReader.QUOTE);
          }
          requirePlans(List.of(rule.plan()));
          store(() -> store.putRule(id, RuleWriter.write(rule).toString()));
          return rule;
        });
  }

  /** Refuses what is no object, and characters that no text has. */
  private static void requireObject(@Nullable JsonNode body, List<String> fields) {
    if (body == null || !body.isObject()) {
      throw ProblemException.badParameter(
          "body",
          body == null || body.isMissingNode() ? null : body.toString(),
          "a JSON object with some of the fields " + String.join(", ", fields));
    }
    try {
      RuleFields.requirePlainTexts(body);
    } catch (IllegalRule e) {
      throw e.problem();
    }
  }

  private StandardRule legal(JsonNode node) {
    try {
      return files.reader().read(node, null);
    } catch (IllegalRule e) {
      throw e.problem();
    }
  }

  /**
   * Brings a rule of the files back as it was, or removes one of the administrator's own.
   *
   * @throws ProblemException 404 where there is no such rule
   */
  public void deleteRule(String id) {
    getRule(id);
    write(() -> store.deleteRule(id));
  }

  /**
   * Adds an exception.
   *
   * @throws ProblemException 400 naming field, value and what would be legal
   */
  public RuleException addException(@Nullable JsonNode body) {
    return putChecked(body, "x-" + UUID.randomUUID());
  }

  /**
   * Changes an exception; the body states the whole of it.
   *
   * @throws ProblemException 400, or 404 where there is none
   */
  public RuleException putException(String id, @Nullable JsonNode body) {
    requireException(id);
    return putChecked(body, id);
  }

  private RuleException putChecked(@Nullable JsonNode body, String id) {
    requireObject(body, ExceptionJson.fields());
    RuleException one;
    try {
      one = ExceptionJson.read(body, id);
    } catch (IllegalRule e) {
      throw e.problem();
    }
    StandardRule rule = inForce().rules().get(one.rule());
    if (rule == null) {
      throw ProblemException.badParameter("rule", one.rule(), "the id of a rule");
    }
    if (one.area() != null && areas.tree().find(one.area()).isEmpty()) {
      throw ProblemException.badParameter("area", one.area(), "the code of a loaded area");
    }
    for (String facility : facilitiesOf(one)) {
      if (facilities.catalog().findByExternalId(facility).isEmpty()) {
        throw ProblemException.badParameter(
            facility.equals(one.servedBy()) ? "servedBy" : "facility",
            facility,
            "the external id of a facility");
      }
    }
    return writeLock.call(
        () -> {
          check.require(one, rule, inForce().exceptions().values());
          store(() -> store.putException(id, ExceptionJson.write(one).toString()));
          return one;
        });
  }

  private static List<String> facilitiesOf(RuleException one) {
    List<String> named = new ArrayList<>();
    if (one.facility() != null) {
      named.add(one.facility());
    }
    if (one.servedBy() != null) {
      named.add(one.servedBy());
    }
    return named;
  }

  /**
   * Takes an exception back.
   *
   * @throws ProblemException 404
   */
  public void deleteException(String id) {
    requireException(id);
    write(() -> store.deleteException(id));
  }

  private void requireException(String id) {
    if (!inForce().exceptions().containsKey(id)) {
      throw ProblemException.notFound("exception", id);
    }
  }

  private void write(Runnable change) {
    writeLock.call(
        () -> {
          store(change);
          return null;
        });
  }

  private void store(Runnable change) {
    QuarkusTransaction.requiringNew().run(change);
    reload();
  }
}
