package org.caremap.facility;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;
import org.caremap.platform.ProblemException;

/** The kinds of facility and of service: built in, and extended by the bureau's own files. */
@ApplicationScoped
public class CodeLists {
  private static final TypeReference<List<Code>> LIST = new TypeReference<>() {};

  private final Map<String, Code> types;
  private final Map<String, Code> services;

  CodeLists(HomeFolder home) {
    types = load("facility-types.yaml", home);
    services = load("service-types.yaml", home);
  }

  private static Map<String, Code> load(String name, HomeFolder home) {
    Map<String, Code> all = new LinkedHashMap<>();
    GeoData.listBuiltIn("codes/" + name, LIST).forEach(c -> all.put(c.code(), c));
    GeoData.listOwn(home.codes().resolve(name), LIST).forEach(c -> all.put(c.code(), c));
    return all;
  }

  /** Facility types in display order. */
  public Collection<Code> listTypes() {
    return types.values();
  }

  /** Service types in display order. */
  public Collection<Code> listServices() {
    return services.values();
  }

  /** Whether this is a facility type. */
  public boolean hasType(String code) {
    return types.containsKey(code);
  }

  /** Whether this is a service type. */
  public boolean hasService(String code) {
    return services.containsKey(code);
  }

  /** Type codes, separated by commas, for error texts. */
  public String legalTypes() {
    return String.join(", ", types.keySet());
  }

  /** Service codes, separated by commas, for error texts. */
  public String legalServices() {
    return String.join(", ", services.keySet());
  }

  /**
   * Checks the types of a question.
   *
   * @param codes at least one
   * @throws ProblemException naming the first unknown one and the legal ones
   */
  public List<String> requireTypes(List<String> codes) {
    if (codes.isEmpty()) {
      throw ProblemException.badParameter("type", null, "one or more of " + legalTypes());
    }
    for (String code : codes) {
      if (!hasType(code)) {
        throw ProblemException.badParameter("type", code, "one or more of " + legalTypes());
      }
    }
    return codes;
  }

  /** Type codes with every name that imports accept. */
  public Map<String, List<String>> typeLabels() {
    return labels(types);
  }

  /** Service codes with every name that imports accept. */
  public Map<String, List<String>> serviceLabels() {
    return labels(services);
  }

  private static Map<String, List<String>> labels(Map<String, Code> codes) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    codes.forEach((code, entry) -> labels.put(code, new ArrayList<>(entry.labels())));
    return labels;
  }
}
