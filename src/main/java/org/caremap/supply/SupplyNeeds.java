package org.caremap.supply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.caremap.facility.Code;
import org.caremap.facility.CodeLists;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;
import org.caremap.population.DemandGroup;

/**
 * The needs of {@code geodata/supply}, extended by {@code supply} in the home folder. Read at
 * start, so that a mistake is an error then.
 */
@Startup
@ApplicationScoped
public class SupplyNeeds {
  static final String NEEDS = "needs.yaml";
  static final String PLACES = "places.yaml";
  static final String FOLDER = "supply";

  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SupplyRules rules;

  SupplyNeeds(HomeFolder home, CodeLists codes) {
    Path own = home.root().resolve(FOLDER);
    NeedReader reader =
        new NeedReader(
            Arrays.stream(DemandGroup.values()).map(DemandGroup::code).toList(),
            codes.listServices().stream().map(Code::code).toList());
    reader.add("geodata/supply/needs.yaml", GeoData.listBuiltIn(FOLDER + "/" + NEEDS, LIST));
    reader.add(own.resolve(NEEDS).toString(), GeoData.listOwn(own.resolve(NEEDS), LIST));
    List<String> places =
        Files.isRegularFile(own.resolve(PLACES))
            ? GeoData.listOwn(own.resolve(PLACES), TEXTS)
            : GeoData.listBuiltIn(FOLDER + "/" + PLACES, TEXTS);
    for (String type : places) {
      if (!codes.hasType(type)) {
        throw new IllegalStateException(
            "%s has '%s'; legal: any of %s".formatted(PLACES, type, codes.legalTypes()));
      }
    }
    rules = new SupplyRules(reader.read(), places);
  }

  /** What is in force. */
  SupplyRules rules() {
    return rules;
  }

  /** As one text: the same rules, the same text. */
  static String text(SupplyRules rules) {
    try {
      return JSON.writeValueAsString(rules);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("needs cannot be written", e);
    }
  }

  /** What {@link #text} wrote. */
  static SupplyRules read(String text) {
    try {
      return JSON.readValue(text, SupplyRules.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("these are not needs: " + e.getOriginalMessage(), e);
    }
  }
}
