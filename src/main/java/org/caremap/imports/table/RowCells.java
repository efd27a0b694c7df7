package org.caremap.imports.table;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the row under way, each checked as it is asked for. What is wrong goes to the error
 * log and counts as unknown, so that one pass names every fault of a row.
 */
final class RowCells {
  /** Longest id. */
  static final int ID_LENGTH = 200;

  /** Longest name. */
  static final int NAME_LENGTH = 300;

  /** Longest other text. */
  static final int TEXT_LENGTH = 2000;

  /** Longest area code. */
  static final int CODE_LENGTH = 40;

  private static final Pattern SERVICE_SEPARATOR = Pattern.compile("[;；、，,|\\n]");
  private static final Set<String> DASHES = Set.of("", "-", "--", "—", "——", "–", "/");

  private final ColumnPlan plan;
  private final Set<String> unknown;
  private final ErrorLog errors;
  private long row;
  private String[] cells = new String[0];
  private int faults;

  RowCells(ColumnPlan plan, Set<String> unknown, ErrorLog errors) {
    this.plan = plan;
    this.unknown = unknown;
    this.errors = errors;
  }

  void start(long newRow, String[] newCells) {
    row = newRow;
    cells = newCells;
    faults = 0;
  }

  long row() {
    return row;
  }

  /** Whether nothing has been wrong since {@link #start}. */
  boolean good() {
    return faults == 0;
  }

  /** How much has been wrong since {@link #start}. */
  int faults() {
    return faults;
  }

  boolean has(String field) {
    return plan.has(field);
  }

  /** What messages call the field. */
  String label(String field) {
    return plan.find(field).map(FieldReader::label).orElse(field);
  }

  void fail(CellProblem problem) {
    faults++;
    errors.add(problem.at(row));
  }

  private void fail(String field, String value, String message) {
    fail(new CellProblem(label(field), value, message));
  }

  /** The text of a field, or null where it is unknown or wrong. */
  @Nullable String text(String field, int maxLength) {
    return text(field, maxLength, unknown);
  }

  /** A text that may well be "None" or "NA", such as an id or a name. */
  @Nullable String literal(String field, int maxLength) {
    return text(field, maxLength, DASHES);
  }

  /** The same, an error where it is missing. */
  @Nullable String required(String field, int maxLength) {
    int before = faults;
    String text = literal(field, maxLength);
    if (text == null && faults == before) {
      fail(field, "", field + " is missing; it needs 1 to " + maxLength + " characters");
    }
    return text;
  }

  private @Nullable String text(String field, int maxLength, Set<String> markers) {
    Optional<FieldReader> reader = plan.find(field);
    if (reader.isEmpty()) {
      return null;
    }
    try {
      String text = Texts.trim(reader.get().text(cells));
      if (markers.contains(Texts.marker(text))) {
        return null;
      }
      if (text.codePointCount(0, text.length()) > maxLength) {
        fail(
            field,
            text,
            "is " + text.length() + " characters long; legal are at most " + maxLength);
        return null;
      }
      int control = Texts.controlCharacter(text);
      if (control >= 0) {
        fail(
            field,
            text.replaceAll("\\p{Cc}|\uFFFD", "?"),
            String.format(
                "holds the character U+%04X, which is not legal in text",
                (int) text.charAt(control)));
        return null;
      }
      return text;
    } catch (CellProblem e) {
      fail(e);
      return null;
    }
  }

  /** A number in [0, max]; NaN where it is unknown or wrong. */
  double number(String field, double max) {
    String text = text(field, TEXT_LENGTH);
    if (text == null) {
      return Double.NaN;
    }
    double number = Numbers.parse(text);
    if (!(number >= 0 && number <= max)) {
      fail(
          field,
          text,
          (Double.isNaN(number) ? "is not a number" : "is out of range")
              + "; legal is a number from 0 to "
              + Numbers.text(max)
              + ", or nothing where unknown");
      return Double.NaN;
    }
    return number;
  }

  /** A whole number in [0, max], or null. */
  @Nullable Integer integer(String field, int max) {
    String text = text(field, TEXT_LENGTH);
    if (text == null) {
      return null;
    }
    double number = Numbers.parse(text);
    if (!(number >= 0 && number <= max && number == Math.rint(number))) {
      fail(
          field,
          text,
          (Double.isNaN(number) ? "is not a number" : "is not legal")
              + "; legal is a whole number from 0 to "
              + max
              + ", or nothing where unknown");
      return null;
    }
    return (int) number;
  }

  /** A code of a list, or null. */
  @Nullable String code(String field, Vocabulary vocabulary) {
    String text = text(field, TEXT_LENGTH);
    return text == null ? null : code(field, text, vocabulary);
  }

  /** The same for a list in which {@code none} is a value, not the lack of one. */
  @Nullable String codeOrUnknown(String field, Vocabulary vocabulary) {
    String text = literal(field, TEXT_LENGTH);
    if (text == null) {
      return null;
    }
    return vocabulary.find(text).isEmpty() && unknown.contains(Texts.marker(text))
        ? null
        : code(field, text, vocabulary);
  }

  /** The same, an error where it is missing. */
  @Nullable String requiredCode(String field, Vocabulary vocabulary) {
    int before = faults;
    String text = text(field, TEXT_LENGTH);
    if (text == null && faults == before) {
      fail(field, "", field + " is missing; legal are " + vocabulary.legal());
    }
    return text == null ? null : code(field, text, vocabulary);
  }

  private @Nullable String code(String field, String text, Vocabulary vocabulary) {
    Optional<String> code = vocabulary.find(text);
    if (code.isEmpty()) {
      fail(field, text, "unknown " + field + "; legal are " + vocabulary.legal());
    }
    return code.orElse(null);
  }

  /** Several codes, or null where none is given. */
  @Nullable Set<String> codes(String field, Vocabulary vocabulary) {
    String text = text(field, TEXT_LENGTH);
    if (text == null) {
      return null;
    }
    Set<String> codes = new LinkedHashSet<>();
    for (String item : SERVICE_SEPARATOR.splitAsStream(text).toList()) {
      String label = Texts.trim(item);
      String code = label.isEmpty() ? null : code(field, label, vocabulary);
      if (code != null) {
        codes.add(code);
      }
    }
    return codes.isEmpty() ? null : codes;
  }

  /** Yes or no, or null. */
  @Nullable Boolean flag(String field, Vocabulary vocabulary) {
    String code = code(field, vocabulary);
    return code == null ? null : Boolean.valueOf(code);
  }

  /** Runs a parser over a text; its complaint becomes the row's. */
  <T> @Nullable T parsed(String field, CellParser<T> parser) {
    String text = text(field, TEXT_LENGTH);
    if (text == null) {
      return null;
    }
    try {
      return parser.parse(label(field), text);
    } catch (CellProblem e) {
      fail(e);
      return null;
    }
  }

  /** Makes a value of a text. */
  @FunctionalInterface
  interface CellParser<T> {
    T parse(String label, String text) throws CellProblem;
  }
}
