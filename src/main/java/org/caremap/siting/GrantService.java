package org.caremap.siting;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.caremap.area.AreaLevel;
import org.caremap.facility.CodeLists;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The grants of {@code geodata/siting/grants.yaml}, extended by {@code siting/grants.yaml} in the
 * home folder, with the sums that the bureau has changed. Read at start, so that a slip of the pen
 * is an error then.
 */
@Startup
@ApplicationScoped
public class GrantService {
  private static final double MOST_YUAN = 1e9;
  private static final String NAME = "siting/grants.yaml";
  private static final String LEGAL_YUAN = "number from 0 to 1000000000";
  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};
  private static final Set<String> FIELDS =
      Set.of("code", "zh", "en", "yuan", "types", "levels", "quote", "source", "seed");

  private final GrantStore store;
  private final CodeLists codes;
  private final Map<String, Grant> written = new LinkedHashMap<>();

  GrantService(GrantStore store, CodeLists codes, HomeFolder home) {
    this.store = store;
    this.codes = codes;
    read("geodata/" + NAME, GeoData.listBuiltIn(NAME, LIST));
    Path own = home.siting().resolve("grants.yaml");
    read(own.toString(), GeoData.listOwn(own, LIST));
  }

  private void read(String file, List<JsonNode> entries) {
    for (int i = 0; i < entries.size(); i++) {
      Grant grant = grant("%s, entry %d".formatted(file, i + 1), entries.get(i));
      written.put(grant.code(), grant);
    }
  }

  private Grant grant(String at, JsonNode entry) {
    if (!entry.isObject()) {
      throw new IllegalStateException(at + " must have fields " + new TreeSet<>(FIELDS));
    }
    entry
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw new IllegalStateException(
                    "%s: field '%s' is unknown; legal: %s"
                        .formatted(at, field, new TreeSet<>(FIELDS)));
              }
            });
    JsonNode yuan = entry.path("yuan");
    if (!yuan.isNumber() || !(yuan.asDouble() >= 0 && yuan.asDouble() <= MOST_YUAN)) {
      throw new IllegalStateException("%s: yuan is %s; legal: %s".formatted(at, yuan, LEGAL_YUAN));
    }
    List<String> types = texts(entry, "types");
    types.forEach(
        type -> {
          if (!codes.hasType(type)) {
            throw new IllegalStateException(
                "%s: types has '%s'; legal: %s".formatted(at, type, codes.legalTypes()));
          }
        });
    List<String> levels = texts(entry, "levels");
    levels.forEach(
        level -> {
          if (AreaLevel.find(level).isEmpty()) {
            throw new IllegalStateException(
                "%s: levels has '%s'; legal: %s".formatted(at, level, AreaLevel.legal()));
          }
        });
    return new Grant(
        text(at, entry, "code"),
        text(at, entry, "zh"),
        text(at, entry, "en"),
        yuan.asDouble(),
        yuan.asDouble(),
        false,
        types,
        levels,
        text(at, entry, "quote"),
        text(at, entry, "source"),
        entry.path("seed").asText(""));
  }

  private static String text(String at, JsonNode entry, String field) {
    String text = entry.path(field).asText("");
    if (text.isBlank()) {
      throw new IllegalStateException("%s: %s is missing; legal: a text".formatted(at, field));
    }
    return text;
  }

  private static List<String> texts(JsonNode entry, String field) {
    List<String> texts = new ArrayList<>();
    entry.path(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** All grants as they are in force, in the order in which they are tried. */
  public List<Grant> list() {
    Map<String, Double> own = store.list();
    return written.values().stream()
        .map(
            grant -> {
              Double yuan = own.get(grant.code());
              return yuan == null ? grant : grant.edited(yuan);
            })
        .toList();
  }

  /**
   * Changes a sum.
   *
   * @param yuan null for what the document says
   * @throws ProblemException 404 if there is no such grant, 400 if the sum is out of range
   */
  public Grant change(String code, @Nullable Double yuan) {
    if (!written.containsKey(code)) {
      throw ProblemException.notFound("grant", code);
    }
    if (yuan != null && !(yuan >= 0 && yuan <= MOST_YUAN)) {
      throw ProblemException.badParameter("yuan", yuan.toString(), LEGAL_YUAN);
    }
    if (yuan == null) {
      store.delete(code);
    } else {
      store.put(code, yuan);
    }
    return list().stream().filter(grant -> grant.code().equals(code)).findFirst().orElseThrow();
  }

  /**
   * The grant that a question names.
   *
   * @throws ProblemException 400 naming the legal ones
   */
  Grant require(String field, String code) {
    return list().stream()
        .filter(grant -> grant.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.badParameter(field, code, String.join(", ", written.keySet())));
  }

  /**
   * The grant for a facility.
   *
   * @param type of the facility
   * @param town level of the street or town around it, null where none is known
   */
  static Optional<Grant> fitting(List<Grant> grants, String type, @Nullable AreaLevel town) {
    return grants.stream()
        .filter(grant -> grant.types().contains(type))
        .filter(
            grant ->
                grant.levels().isEmpty() || town != null && grant.levels().contains(town.code()))
        .findFirst();
  }
}
