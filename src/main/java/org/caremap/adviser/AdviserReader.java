package org.caremap.adviser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents, questions and rules, each list on top of the one before: a known code replaces,
 * {@code off} takes away, and {@code off} with the code {@value #ALL} takes away all so far.
 */
final class AdviserReader {
  private static final String ALL = "*";

  private final Map<String, AdviserDocument> documents = new LinkedHashMap<>();
  private final Map<String, AdviserQuestion> questions = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Set<String> offices;

  /** A rule with the entry that it was read from; conditions are read when all is known. */
  private record Rule(Entry entry, AdviserRule rule) {}

  /**
   * @param facilityTypes types that a rule may send people to
   */
  AdviserReader(Collection<String> facilityTypes) {
    offices = new HashSet<>(facilityTypes);
    offices.add(AdviserRule.AREA_OFFICE);
  }

  /**
   * @param file named in errors
   * @throws IllegalStateException naming file, entry, field, value and what is legal
   */
  AdviserReader documents(String file, List<JsonNode> list) {
    merge(file, list, documents, AdviserReader::document);
    return this;
  }

  /** As {@link #documents}. */
  AdviserReader questions(String file, List<JsonNode> list) {
    merge(file, list, questions, AdviserReader::question);
    return this;
  }

  /** As {@link #documents}; whatever a rule refers to may come in a later list. */
  AdviserReader rules(String file, List<JsonNode> list) {
    merge(file, list, rules, entry -> new Rule(entry, rule(entry)));
    return this;
  }

  /** Documents that a rule is from, in the order of their lists. */
  List<AdviserDocument> readDocuments() {
    Set<String> used = new HashSet<>();
    rules.values().forEach(rule -> used.add(rule.rule().source().document()));
    return documents.values().stream().filter(one -> used.contains(one.code())).toList();
  }

  /** Questions that a rule depends on, in the order of their lists: no other is worth asking. */
  List<AdviserQuestion> readQuestions() {
    Set<String> used = new HashSet<>();
    readRules().forEach(rule -> collect(rule.when(), used));
    return questions.values().stream().filter(one -> used.contains(one.code())).toList();
  }

  /**
   * All rules, checked against documents, questions and types of facility.
   *
   * @throws IllegalStateException where one refers to what is not there
   */
  List<AdviserRule> readRules() {
    return rules.values().stream().map(this::check).toList();
  }

  private static <T> void merge(
      String file, List<JsonNode> list, Map<String, T> all, Function<Entry, T> read) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      Entry entry = Entry.of(file, i + 1, list.get(i));
      if (entry.flag("off")) {
        entry.fields("code", "off");
        String code = entry.text("code");
        if (code.equals(ALL)) {
          all.clear();
        } else if (all.remove(code) == null) {
          throw entry.wrong("code", "one of " + String.join(", ", all.keySet()));
        }
      } else {
        T value = read.apply(entry);
        if (!seen.add(entry.code())) {
          throw entry.wrong("code", "each code once in a file");
        }
        all.put(entry.code(), value);
      }
    }
  }

  private static AdviserDocument document(Entry entry) {
    entry.fields("code", "off", "zh", "en", "issuer", "year");
    return new AdviserDocument(
        entry.code(),
        entry.text("zh"),
        entry.text("en"),
        entry.text("issuer"),
        entry.findYear("year"));
  }

  private static AdviserQuestion question(Entry entry) {
    entry.fields(
        "code", "off", "zh", "en", "hintZh", "hintEn", "many", "paperZh", "paperEn", "options");
    List<AdviserQuestion.Option> options = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Entry option : entry.parts("options")) {
      option.fields("code", "zh", "en");
      if (!codes.add(option.code())) {
        throw option.wrong("code", "each option once");
      }
      options.add(new AdviserQuestion.Option(option.code(), option.text("zh"), option.text("en")));
    }
    boolean many = entry.flag("many");
    if (options.size() < 2) {
      throw entry.wrong("options", "at least two");
    }
    if (many && !codes.contains(AdviserQuestion.NONE)) {
      throw entry.wrong(
          "options", "an option '" + AdviserQuestion.NONE + "' where several may be chosen");
    }
    return new AdviserQuestion(
        entry.code(),
        entry.text("zh"),
        entry.text("en"),
        entry.findText("hintZh"),
        entry.findText("hintEn"),
        many,
        entry.findText("paperZh"),
        entry.findText("paperEn"),
        List.copyOf(options));
  }

  private static AdviserRule rule(Entry entry) {
    entry.fields(
        "code",
        "off",
        "kind",
        "zh",
        "en",
        "getZh",
        "getEn",
        "when",
        "ask",
        "source",
        "statusZh",
        "statusEn");
    Entry source = entry.part("source").fields("document", "placeZh", "placeEn", "clause", "quote");
    return new AdviserRule(
        entry.code(),
        entry.oneOf("kind", "service", "subsidy"),
        entry.text("zh"),
        entry.text("en"),
        entry.text("getZh"),
        entry.text("getEn"),
        entry.has("when") ? condition(entry.part("when")) : null,
        entry.texts("ask"),
        new AdviserRule.Source(
            source.text("document"),
            source.text("placeZh"),
            source.text("placeEn"),
            source.text("clause"),
            source.text("quote")),
        entry.text("statusZh"),
        entry.text("statusEn"));
  }

  private static Condition condition(Entry entry) {
    entry.fields("question", "is", "all", "any");
    boolean answer = entry.has("question");
    boolean all = entry.has("all");
    boolean any = entry.has("any");
    if ((answer ? 1 : 0) + (all ? 1 : 0) + (any ? 1 : 0) != 1) {
      throw entry.wrong("question", "exactly one of question, all, any");
    }
    if (answer) {
      return Condition.answer(entry.text("question"), entry.texts("is"));
    }
    List<Condition> parts =
        entry.parts(all ? "all" : "any").stream().map(AdviserReader::condition).toList();
    return all ? Condition.all(parts) : Condition.any(parts);
  }

  private AdviserRule check(Rule read) {
    AdviserRule rule = read.rule();
    if (!documents.containsKey(rule.source().document())) {
      throw read.entry()
          .part("source")
          .wrong("document", "one of " + String.join(", ", documents.keySet()));
    }
    for (String office : rule.ask()) {
      if (!offices.contains(office)) {
        throw read.entry()
            .wrong("ask", "of " + String.join(", ", offices.stream().sorted().toList()));
      }
    }
    if (rule.when() != null) {
      check(read.entry().part("when"), rule.when());
    }
    return rule;
  }

  private void check(Entry entry, Condition condition) {
    if (condition.question() != null && condition.is() != null) {
      AdviserQuestion question = questions.get(condition.question());
      if (question == null) {
        throw entry.wrong("question", "one of " + String.join(", ", questions.keySet()));
      }
      for (String option : condition.is()) {
        if (!question.hasOption(option)) {
          throw entry.wrong(
              "is",
              "of " + String.join(", ", question.options().stream().map(o -> o.code()).toList()));
        }
      }
    }
    checkAll(entry, "all", condition.all());
    checkAll(entry, "any", condition.any());
  }

  private void checkAll(Entry entry, String field, @Nullable List<Condition> conditions) {
    if (conditions == null) {
      return;
    }
    List<Entry> parts = entry.parts(field);
    for (int i = 0; i < parts.size(); i++) {
      check(parts.get(i), conditions.get(i));
    }
  }

  private static void collect(@Nullable Condition condition, Set<String> questions) {
    if (condition == null) {
      return;
    }
    if (condition.question() != null) {
      questions.add(condition.question());
    }
    Stream.of(condition.all(), condition.any())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .forEach(part -> collect(part, questions));
  }
}
