package org.caremap.standards;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caremap.core.standards.StandardRule;
import org.caremap.facility.Code;
import org.caremap.facility.CodeLists;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;

/**
 * Plans and rules of {@code geodata/standards/}, extended and replaced by the files in {@code
 * standards/} of the home folder. Read at start, so that a mistake in them is an error then and no
 * wrong verdict later.
 */
@Startup
@ApplicationScoped
public class StandardRules {
  static final List<String> BUILT_IN =
      List.of(
          "haimen-2018.yaml",
          "xx-county-2024.yaml",
          "guangzhou-cases.yaml",
          "nanjing-cases.yaml",
          "qijiang-2020.yaml",
          "changzhi-2019.yaml");

  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};

  private final RuleReader reader;
  private final Map<String, Plan> plans;
  private final List<String> order;
  private final Map<String, StandardRule> rules;

  StandardRules(HomeFolder home, CodeLists codes) {
    reader = new RuleReader(codes.listTypes().stream().map(Code::code).toList());
    PlanReader read = new PlanReader(reader);
    for (String file : BUILT_IN) {
      read.add("geodata/standards/" + file, GeoData.listBuiltIn("standards/" + file, LIST), true);
    }
    for (Path file : own(home.standards())) {
      read.add(file.toString(), GeoData.listOwn(file, LIST), false);
    }
    plans = Map.copyOf(read.plans());
    rules = read.rules();
    order = List.copyOf(read.plans().keySet());
  }

  private static List<Path> own(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  /** Plans in display order. */
  List<Plan> listPlans() {
    return order.stream().map(plans::get).toList();
  }

  /** Rules of the files by id, in display order. */
  Map<String, StandardRule> rules() {
    return rules;
  }

  /** How rules are read. */
  RuleReader reader() {
    return reader;
  }
}
