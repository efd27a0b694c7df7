package org.caremap.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.caremap.core.routing.ProfileRules;
import org.caremap.core.routing.SlopeRule;

/**
 * Reads one profile of a {@code walking.yaml}. Whatever is unknown or out of range is refused with
 * file, profile, field, value and legal range, so that a slip of the pen does not become an answer.
 */
final class ProfileReader {
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final double MIN_SPEED = 0.1;
  private static final double MAX_SPEED = 5;
  private static final Set<String> FIELDS =
      Set.of("code", "zh", "en", "speedMetersPerSecond", "rules", "sources");
  private static final Set<String> RULES =
      Set.of(
          "slope",
          "maxInclinePercent",
          "steps",
          "surface",
          "raisedKerb",
          "obstacle",
          "lift",
          "narrow",
          "wheelchairTag");

  private final String file;
  private String profile;

  private ProfileReader(String file, String profile) {
    this.file = file;
    this.profile = profile;
  }

  /**
   * @param file named in errors
   * @param number of the profile in its file, from 1, named in errors until its code is known
   * @throws IllegalStateException naming file, profile, field, value and legal range
   */
  static WalkingProfiles.Entry read(String file, int number, JsonNode node) {
    return new ProfileReader(file, "number " + number).entry(node);
  }

  private WalkingProfiles.Entry entry(JsonNode node) {
    if (!node.isObject()) {
      throw wrong("", node, "fields " + FIELDS.stream().sorted().toList());
    }
    String code = text(node, "code", "lower-case letters, digits and -");
    if (!CODE.matcher(code).matches()) {
      throw wrong("code", node.get("code"), "1 to 40 lower-case letters, digits and -");
    }
    profile = "'" + code + "'";
    onlyKnown(node, "", FIELDS);
    double speed =
        number(node, "speedMetersPerSecond", "", MIN_SPEED, MAX_SPEED, Double.NaN, false);
    if (Double.isNaN(speed)) {
      throw wrong("speedMetersPerSecond", null, "[%s, %s]".formatted(MIN_SPEED, MAX_SPEED));
    }
    ProfileRules rules = rules(node.path("rules"));
    Map<String, String> sources = sources(node.path("sources"));
    return new WalkingProfiles.Entry(
        code, text(node, "zh", "a name"), text(node, "en", "a name"), speed, rules, sources);
  }

  private ProfileRules rules(JsonNode rules) {
    if (rules.isMissingNode()) {
      return ProfileRules.PLAIN;
    }
    if (!rules.isObject()) {
      throw wrong("rules", rules, "fields " + RULES.stream().sorted().toList());
    }
    onlyKnown(rules, "rules.", RULES);
    String slope = rules.hasNonNull("slope") ? rules.get("slope").asText() : SlopeRule.NONE.code();
    return new ProfileRules(
        steps(rules.path("steps")),
        SlopeRule.find(slope)
            .orElseThrow(() -> wrong("rules.slope", rules.get("slope"), SlopeRule.legal())),
        number(rules, "maxInclinePercent", "rules.", 1, 100, ProfileRules.ANY_INCLINE, false),
        surfaces(rules.path("surface")),
        new ProfileRules.Hindrances(
            delay(rules, "raisedKerb"),
            delay(rules, "obstacle"),
            delay(rules, "lift"),
            choice(rules, "narrow", "open", "closed", true)),
        choice(rules, "wheelchairTag", "heeded", "ignored", false));
  }

  private ProfileRules.Steps steps(JsonNode steps) {
    if (steps.isMissingNode()) {
      return new ProfileRules.Steps(1, 1);
    }
    Set<String> known = Set.of("allowed", "factor", "rampFactor");
    if (!steps.isObject()) {
      throw wrong("rules.steps", steps, "fields " + known.stream().sorted().toList());
    }
    onlyKnown(steps, "rules.steps.", known);
    boolean allowed = choice(steps, "allowed", "true", "false", true, "rules.steps.");
    if (!allowed && steps.hasNonNull("factor")) {
      throw wrong("rules.steps.factor", steps.get("factor"), "nothing where allowed is false");
    }
    double factor = factor(steps, "factor", "rules.steps.", 1, false);
    return new ProfileRules.Steps(
        allowed ? factor : ProfileRules.CLOSED,
        factor(steps, "rampFactor", "rules.steps.", ProfileRules.CLOSED, true));
  }

  private ProfileRules.Surfaces surfaces(JsonNode surface) {
    if (surface.isMissingNode()) {
      return new ProfileRules.Surfaces(1, 1, 1, 1);
    }
    Set<String> known = Set.of("smooth", "rough", "soft", "impassable");
    if (!surface.isObject()) {
      throw wrong("rules.surface", surface, "fields " + known.stream().sorted().toList());
    }
    onlyKnown(surface, "rules.surface.", known);
    return new ProfileRules.Surfaces(
        factor(surface, "smooth", "rules.surface.", 1, true),
        factor(surface, "rough", "rules.surface.", 1, true),
        factor(surface, "soft", "rules.surface.", 1, true),
        factor(surface, "impassable", "rules.surface.", 1, true));
  }

  private Map<String, String> sources(JsonNode sources) {
    Map<String, String> all = new LinkedHashMap<>();
    if (!sources.path("speedMetersPerSecond").isTextual()) {
      throw wrong(
          "sources.speedMetersPerSecond",
          sources.get("speedMetersPerSecond"),
          "the source of the speed");
    }
    for (Iterator<Map.Entry<String, JsonNode>> i = sources.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> source = i.next();
      String field = source.getKey();
      if (!field.equals("speedMetersPerSecond") && !RULES.contains(field)) {
        throw wrong(
            "sources." + field,
            source.getValue(),
            "speedMetersPerSecond, " + String.join(", ", RULES.stream().sorted().toList()));
      }
      if (!source.getValue().isTextual()) {
        throw wrong("sources." + field, source.getValue(), "text");
      }
      all.put(field, source.getValue().asText());
    }
    return all;
  }

  private double factor(
      JsonNode in, String field, String path, double missing, boolean canBeClosed) {
    return number(
        in, field, path, ProfileRules.LEAST_FACTOR, ProfileRules.MOST_FACTOR, missing, canBeClosed);
  }

  private double delay(JsonNode rules, String field) {
    return number(rules, field, "rules.", 0, ProfileRules.MOST_DELAY_METERS, 0, true);
  }

  private double number(
      JsonNode in,
      String field,
      String path,
      double least,
      double most,
      double missing,
      boolean canBeClosed) {
    JsonNode value = in.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return missing;
    }
    if (canBeClosed && value.asText().equals("closed")) {
      return ProfileRules.CLOSED;
    }
    if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
      throw wrong(
          path + field,
          value,
          "[%s, %s]%s".formatted(least, most, canBeClosed ? " or closed" : ""));
    }
    return value.asDouble();
  }

  private boolean choice(JsonNode in, String field, String yes, String no, boolean missing) {
    return choice(in, field, yes, no, missing, "rules.");
  }

  private boolean choice(
      JsonNode in, String field, String yes, String no, boolean missing, String path) {
    JsonNode value = in.path(field);
    if (value.isMissingNode()) {
      return missing;
    }
    if (value.asText().equals(yes)) {
      return true;
    }
    if (value.asText().equals(no)) {
      return false;
    }
    throw wrong(path + field, value, yes + " or " + no);
  }

  private String text(JsonNode in, String field, String legal) {
    JsonNode value = in.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw wrong(field, in.get(field), legal);
    }
    return value.asText();
  }

  private void onlyKnown(JsonNode in, String path, Set<String> known) {
    for (Iterator<String> names = in.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new IllegalStateException(
            "%s, profile %s: unknown field '%s%s'; legal: %s"
                .formatted(
                    file,
                    profile,
                    path,
                    name,
                    String.join(", ", known.stream().sorted().toList())));
      }
    }
  }

  private IllegalStateException wrong(
      String field, @org.jspecify.annotations.Nullable JsonNode value, String legal) {
    return new IllegalStateException(
        value == null
            ? "%s, profile %s: %s is missing; legal: %s".formatted(file, profile, field, legal)
            : "%s, profile %s: %s is %s; legal: %s".formatted(file, profile, field, value, legal));
  }
}
