package org.caremap.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a report.
 *
 * @param id for links within the document, letters only
 * @param title its heading
 * @param sentences what it says in words
 * @param quotes clauses it is judged by
 * @param quotesInTables whether the tables show the clauses, so that they need not be repeated
 * @param pictures maps and charts
 * @param tables what it is counted from
 */
record Part(
    String id,
    String title,
    List<String> sentences,
    List<Quote> quotes,
    boolean quotesInTables,
    List<Picture> pictures,
    List<ReportTable> tables) {
  /**
   * A clause, as it was written.
   *
   * @param source where it stands
   * @param words its own
   */
  record Quote(String source, String words) {}

  /**
   * A picture.
   *
   * @param title its caption
   * @param svg an {@code <svg>} element with presentation attributes only
   */
  record Picture(String title, String svg) {}

  static Part of(String id, String title, List<String> sentences, ReportTable... tables) {
    return new Part(id, title, sentences, List.of(), false, List.of(), List.of(tables));
  }

  Part with(List<Picture> shown) {
    return new Part(id, title, sentences, quotes, quotesInTables, shown, tables);
  }

  /** The same without sentences, where the summary has said them. */
  Part silent() {
    return new Part(id, title, List.of(), quotes, quotesInTables, pictures, tables);
  }

  Part quoting(List<Quote> clauses) {
    return new Part(id, title, sentences, clauses, quotesInTables, pictures, tables);
  }

  /** The same with at most so many rows of its first table on paper. */
  Part printing(int most) {
    List<ReportTable> shorter = new ArrayList<>(tables);
    shorter.set(0, tables.get(0).printing(most));
    return new Part(id, title, sentences, quotes, quotesInTables, pictures, List.copyOf(shorter));
  }

  Part quotedInTables() {
    return new Part(id, title, sentences, quotes, true, pictures, tables);
  }
}
