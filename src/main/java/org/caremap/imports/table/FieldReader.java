package org.caremap.imports.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Makes the text of one field out of a record's cells, as its rule says. */
final class FieldReader {
  private final FieldRule rule;
  private final int[] indexes;
  private final String label;
  private final Set<String> unknown;

  /**
   * @param indexes where the columns of the rule's source are
   * @param unknown {@link Texts#marker} forms of what means unknown
   */
  FieldReader(String field, FieldRule rule, int[] indexes, Set<String> unknown) {
    this.rule = rule;
    this.indexes = indexes.clone();
    this.unknown = unknown;
    List<String> columns = rule.source().columns();
    this.label = columns.isEmpty() ? field : String.join("+", columns);
  }

  /** The column (or columns) as the user's file names them. */
  String label() {
    return label;
  }

  /** Whether the row is to be left out because none of the cases fits. */
  boolean leavesOut(String[] cells) {
    return rule.source() instanceof FieldRule.Cases cases
        && cases.otherwise() instanceof FieldRule.Skip
        && findCase(cases, cells) == null;
  }

  /**
   * The text of the field; empty where there is none.
   *
   * @throws CellProblem where a case, number or date does not fit
   */
  String text(String[] cells) throws CellProblem {
    String text = source(cells);
    if (rule.extract() != null) {
      Matcher matcher = rule.extract().matcher(text);
      if (matcher.find()) {
        String found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        text = found == null ? "" : found;
      }
    }
    if (isUnknown(text)) {
      return text; // nothing to convert, and a prefix would make it look like something
    }
    if (rule.date() != null) {
      text = isoDate(text, rule.date());
    }
    if (rule.factor() != null) {
      text = Numbers.text(number(label, text) * rule.factor());
    }
    return rule.prefix() + text;
  }

  private String source(String[] cells) throws CellProblem {
    FieldRule.Source source = rule.source();
    if (source instanceof FieldRule.Column) {
      return cells[indexes[0]];
    }
    if (source instanceof FieldRule.Constant constant) {
      return constant.value();
    }
    if (source instanceof FieldRule.Join join) {
      return String.join(
          join.separator(), texts(cells).stream().filter(text -> !text.isEmpty()).toList());
    }
    if (source instanceof FieldRule.Split split) {
      return part(cells[indexes[0]], split);
    }
    if (source instanceof FieldRule.Sum sum) {
      return sum(sum, cells);
    }
    return choose((FieldRule.Cases) source, cells);
  }

  private List<String> texts(String[] cells) {
    List<String> texts = new ArrayList<>(indexes.length);
    for (int index : indexes) {
      texts.add(cells[index]);
    }
    return texts;
  }

  private static String part(String text, FieldRule.Split split) {
    int from = 0;
    for (int part = 1; part < split.part(); part++) {
      int at = text.indexOf(split.separator(), from);
      if (at < 0) {
        return "";
      }
      from = at + split.separator().length();
    }
    int to = text.indexOf(split.separator(), from);
    return Texts.trim(to < 0 ? text.substring(from) : text.substring(from, to));
  }

  private String sum(FieldRule.Sum sum, String[] cells) throws CellProblem {
    double total = 0;
    boolean known = true;
    for (int i = 0; i < indexes.length; i++) {
      String text = cells[indexes[i]];
      if (isUnknown(text)) {
        known = false;
        continue;
      }
      double part = number(sum.columns().get(i), text);
      if (part < 0) {
        // A negative part would hide in the sum; no field takes negative sums.
        throw new CellProblem(
            sum.columns().get(i), text, "must be a number, 0 or more, to be summed");
      }
      total += part;
    }
    return known ? Numbers.text(total) : "";
  }

  private String choose(FieldRule.Cases cases, String[] cells) throws CellProblem {
    FieldRule.Case found = findCase(cases, cells);
    if (found != null) {
      return found.value();
    }
    if (cases.otherwise() instanceof FieldRule.Value value) {
      return value.value();
    }
    throw new CellProblem(
        label,
        String.join(" | ", texts(cells)),
        "no case of the mapping fits; add one, or \"otherwise\": skip or a value");
  }

  private FieldRule.@Nullable Case findCase(FieldRule.Cases cases, String[] cells) {
    List<String> texts = texts(cells);
    for (FieldRule.Case candidate : cases.cases()) {
      if (candidate.matches(texts)) {
        return candidate;
      }
    }
    return null;
  }

  private String isoDate(String text, FieldRule.DatePattern date) throws CellProblem {
    try {
      return LocalDate.parse(Texts.halfWidth(text), date.formatter()).toString();
    } catch (DateTimeException e) {
      throw new CellProblem(label, text, "is no date of the mapping's pattern " + date.text());
    }
  }

  private boolean isUnknown(String text) {
    return unknown.contains(Texts.marker(text));
  }

  private static double number(String label, String text) throws CellProblem {
    double number = Numbers.parse(text);
    if (Double.isNaN(number)) {
      throw new CellProblem(label, text, "must be a decimal number such as 12 or 3.5");
    }
    return number;
  }
}
