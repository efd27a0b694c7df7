package org.caremap.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.facility.Code;
import org.caremap.facility.CodeLists;
import org.caremap.population.DemandGroup;
import org.caremap.standards.StandardsService;
import org.caremap.targets.TargetService;
import org.jspecify.annotations.Nullable;

/** Names of codes for people. */
@ApplicationScoped
class Names {
  private final CodeLists codes;
  private final WalkingProfiles profiles;
  private final StandardsService standards;
  private final TargetService targets;

  Names(
      CodeLists codes,
      WalkingProfiles profiles,
      StandardsService standards,
      TargetService targets) {
    this.codes = codes;
    this.profiles = profiles;
    this.standards = standards;
    this.targets = targets;
  }

  /** What was asked, in words: parameter by value. */
  Map<String, String> asked(Map<String, String> question, AreaTree areas, ReportText text) {
    Map<String, String> asked = new LinkedHashMap<>();
    question.forEach(
        (name, value) -> {
          if (!name.equals("kind") && !value.isEmpty()) {
            asked.put(text.inputs().parameter(name), asked(name, value, areas, text));
          }
        });
    return asked;
  }

  private String asked(String name, String value, AreaTree areas, ReportText text) {
    return switch (name) {
      case "type" -> types(List.of(value.split(",")), text);
      case "group" -> group(value, text);
      case "weights" -> pairs(value, group -> group(group, text), text);
      case "model" -> text.label("siting.model", value);
      case "minimise" -> text.label("siting.minimise", value);
      case "candidates" -> each(value, source -> text.label("siting.source", source), text);
      case "minimumShares" -> pairs(value, code -> place(areas, code, text), text);
      case "zoneMinutes" -> pairs(value, zone -> zone(zone, areas, text), text);
      case "plan" ->
          each(
              value,
              code ->
                  standards.listPlans().stream()
                      .filter(plan -> plan.code().equals(code))
                      .findFirst()
                      .map(plan -> text.pick(plan.zh(), plan.en()))
                      .orElse(code),
              text);
      case "code" ->
          targets.list().stream()
              .filter(table -> table.code().equals(value))
              .findFirst()
              .map(table -> text.pick(table.zh(), table.en()))
              .orElse(value);
      case "status" -> text.label("projectStatus", value);
      case "level" -> text.label("level", value);
      case "area" -> place(areas, value, text);
      case "trip" -> text.label("trip", value);
      case "profile" ->
          profiles.list().stream()
              .filter(profile -> profile.code().equals(value))
              .findFirst()
              .map(profile -> text.pick(profile.zh(), profile.en()))
              .orElse(value);
      default -> text.label("value", value);
    };
  }

  private static String each(String value, UnaryOperator<String> name, ReportText text) {
    return String.join(text.get("list.join"), Arrays.stream(value.split(",")).map(name).toList());
  }

  /** {@code age80:2,disabled:3} with names. */
  private static String pairs(String value, UnaryOperator<String> name, ReportText text) {
    return each(
        value,
        pair -> {
          int colon = pair.lastIndexOf(':');
          return colon < 1
              ? pair
              : name.apply(pair.substring(0, colon)) + " " + pair.substring(colon + 1);
        },
        text);
  }

  String type(String code, ReportText text) {
    return name(codes.listTypes(), code, text);
  }

  String types(List<String> types, ReportText text) {
    return String.join(
        text.get("list.join"), types.stream().map(type -> type(type, text)).toList());
  }

  String service(String code, ReportText text) {
    return name(codes.listServices(), code, text);
  }

  private static String name(Collection<Code> list, String code, ReportText text) {
    return list.stream()
        .filter(entry -> entry.code().equals(code))
        .findFirst()
        .map(entry -> text.pick(entry.zh(), entry.en()))
        .orElse(code);
  }

  static String group(String code, ReportText text) {
    return DemandGroup.find(code).map(g -> text.pick(g.zh(), g.en())).orElse(code);
  }

  /** The area that was asked for, or the one at the top of the tree, or everything. */
  static String place(AreaTree areas, @Nullable String code, ReportText text) {
    if (code != null) {
      return areas.find(code).map(Area::name).orElse(code);
    }
    List<Area> top = areas.list().stream().filter(area -> area.parentCode() == null).toList();
    return top.size() == 1 ? top.get(0).name() : text.get("place.all");
  }

  static String zones(Map<String, Double> zoneMinutes, AreaTree areas, ReportText text) {
    return String.join(
        text.get("list.join"),
        zoneMinutes.entrySet().stream()
            .map(
                zone ->
                    text.get(
                        "zone.each",
                        zone(zone.getKey(), areas, text),
                        Figures.plain(zone.getValue())))
            .toList());
  }

  private static String zone(String code, AreaTree areas, ReportText text) {
    if (text.has("zone." + code)) {
      return text.get("zone." + code);
    }
    return text.has("level." + code)
        ? text.get("level." + code)
        : areas.find(code).map(Area::name).orElse(code);
  }
}
