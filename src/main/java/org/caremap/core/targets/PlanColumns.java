package org.caremap.core.targets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what each column is, from its header and, where that says nothing, from its cells. */
final class PlanColumns {
  /** "助餐服务（人）" counts people, "助餐服务（家）" the places. */
  private static final Pattern PEOPLE_UNIT = Pattern.compile("[(/](万?人次?|名|份|万?元)[)/]");

  private PlanColumns() {}

  static List<PlanColumn> of(PlanHeader header, List<SheetLine> body, ColumnVocabulary vocabulary) {
    List<PlanColumn> columns = new ArrayList<>();
    for (int i = 0; i < header.labels().size(); i++) {
      columns.add(column(i, header, body, vocabulary));
    }
    return joined(withArea(withYear(columns, body), body));
  }

  private static PlanColumn column(
      int index, PlanHeader header, List<SheetLine> body, ColumnVocabulary vocabulary) {
    String plain = header.labels().get(index);
    String shown = header.shown().get(index);
    if (plain.isEmpty()) {
      return new PlanColumn(index, shown, "", null, ColumnRole.TEXT, ColumnPart.Kind.WHOLE, null);
    }
    Optional<ColumnRule> whole = vocabulary.find(plain);
    if (whole.isPresent() && isNames(index, body) && whole.get().role() == ColumnRole.ATTRIBUTE) {
      // "村" above names is where the row is, above numbers how many there are
      return new PlanColumn(
          index, shown, plain, null, ColumnRole.AREA, ColumnPart.Kind.WHOLE, null);
    }
    if (whole.isPresent() && whole.get().isFrame()) {
      ColumnRule rule = whole.get();
      return new PlanColumn(
          index, shown, rule.code(), rule, rule.role(), ColumnPart.Kind.WHOLE, null);
    }
    ColumnPart part = ColumnPart.of(plain);
    Optional<ColumnRule> rule = vocabulary.find(part.base()).or(() -> whole);
    if (rule.isPresent()
        && rule.get().role() == ColumnRole.COUNT
        && PEOPLE_UNIT.matcher(HeaderText.trim(shown)).find()) {
      rule = vocabulary.find("人数");
    }
    ColumnRole role =
        rule.map(ColumnRule::role)
            .filter(known -> !isNames(index, body))
            .orElse(isWords(index, body) ? ColumnRole.TEXT : ColumnRole.NUMBER);
    return new PlanColumn(
        index, shown, part.base(), rule.orElse(null), role, part.kind(), part.year());
  }

  /** Where no header says year, a column of nothing but years is the one. */
  private static List<PlanColumn> withYear(List<PlanColumn> columns, List<SheetLine> body) {
    if (columns.stream().anyMatch(column -> column.role() == ColumnRole.YEAR)) {
      return columns;
    }
    List<PlanColumn> result = new ArrayList<>(columns);
    for (PlanColumn column : columns) {
      List<String> texts =
          body.stream()
              .map(line -> HeaderText.trim(line.cell(column.index())))
              .filter(text -> !text.isEmpty())
              .toList();
      if (column.rule() == null
          && texts.size() > 1
          && texts.stream().allMatch(text -> text.matches("(19|20)\\d\\d ?年?[底末]?"))) {
        result.set(column.index(), as(column, ColumnRole.YEAR));
        break;
      }
    }
    return result;
  }

  /** Whether a column that should hold numbers clearly holds words. */
  private static boolean isNames(int index, List<SheetLine> body) {
    long words = body.stream().filter(line -> PlanCell.of(line.cell(index)).isText()).count();
    long numbers =
        body.stream().filter(line -> PlanCell.of(line.cell(index)).number() != null).count();
    return words > 2 && words > 2 * numbers;
  }

  private static boolean isWords(int index, List<SheetLine> body) {
    int words = 0;
    int numbers = 0;
    for (SheetLine line : body) {
      PlanCell cell = PlanCell.of(line.cell(index));
      words += cell.isText() ? 1 : 0;
      numbers += cell.number() != null ? 1 : 0;
    }
    return words >= numbers;
  }

  /**
   * One column names the area: the last known one, those before it name what it lies in; else the
   * one of its parents; else the first words.
   */
  private static List<PlanColumn> withArea(List<PlanColumn> columns, List<SheetLine> body) {
    List<PlanColumn> result = new ArrayList<>(columns);
    List<PlanColumn> areas =
        columns.stream().filter(column -> column.role() == ColumnRole.AREA).toList();
    for (int i = 0; i + 1 < areas.size(); i++) {
      result.set(areas.get(i).index(), as(areas.get(i), ColumnRole.PARENT));
    }
    if (areas.isEmpty()) {
      Optional<PlanColumn> area =
          result.stream()
              .filter(column -> column.role() == ColumnRole.PARENT)
              .reduce((first, last) -> last)
              .or(
                  () ->
                      result.stream()
                          .filter(column -> column.role() == ColumnRole.TEXT)
                          .filter(column -> body.stream().anyMatch(l -> !blank(l, column)))
                          .findFirst());
      area.ifPresent(column -> result.set(column.index(), as(column, ColumnRole.AREA)));
    }
    return List.copyOf(result);
  }

  private static boolean blank(SheetLine line, PlanColumn column) {
    return PlanCell.of(line.cell(column.index())).isBlank();
  }

  /**
   * Parts without a name of their own, such as "2025年计划数" and "合计", are of the thing that the
   * columns before them name, unless it has such a part already.
   */
  private static List<PlanColumn> joined(List<PlanColumn> columns) {
    Set<String> taken = new HashSet<>();
    columns.forEach(column -> taken.add(partKey(column.base(), column)));
    boolean yearly = columns.stream().anyMatch(column -> column.role() == ColumnRole.YEAR);
    List<PlanColumn> result = new ArrayList<>();
    PlanColumn named = null;
    for (PlanColumn column : columns) {
      boolean part = column.isTarget() && column.part() != ColumnPart.Kind.WHOLE;
      if (part && column.base().isEmpty() && column.part() != ColumnPart.Kind.EXISTING) {
        boolean fits = named != null && taken.add(partKey(named.base(), column));
        result.add(fits ? partOf(named, column) : column);
        named = fits ? named : null;
        continue;
      }
      result.add(column);
      if (part) {
        boolean opens = !column.base().isEmpty();
        opens &= !(yearly && column.part() == ColumnPart.Kind.PLANNED);
        named = opens ? column : null;
      } else if (column.holdsNumbers() && !column.isPartOfBefore()) {
        named = null; // words between the parts of a thing do not end it, other numbers do
      }
    }
    return List.copyOf(result);
  }

  private static String partKey(String base, PlanColumn column) {
    // several quarters of a year, "今年计划" and "明年计划"
    boolean several =
        column.part() == ColumnPart.Kind.PERIOD || column.part() == ColumnPart.Kind.PLANNED;
    return base + '\n' + column.part() + '\n' + column.year() + (several ? column.header() : "");
  }

  private static PlanColumn partOf(PlanColumn thing, PlanColumn part) {
    return new PlanColumn(
        part.index(),
        part.header(),
        thing.base(),
        thing.rule(),
        thing.role(),
        part.part(),
        part.year());
  }

  private static PlanColumn as(PlanColumn column, ColumnRole role) {
    return new PlanColumn(
        column.index(),
        column.header(),
        column.base(),
        column.rule(),
        role,
        column.part(),
        column.year());
  }
}
