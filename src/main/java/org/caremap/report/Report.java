package org.caremap.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caremap.ledger.RunInputs;

/**
 * One report in one language; every form of it is written from this.
 *
 * @param fileName without ending
 * @param title what it is called
 * @param subtitle what it is about: place, question
 * @param day when it was made
 * @param text its language
 * @param runs the runs that its figures are of; the first is that of the whole
 * @param summary the whole in a few sentences
 * @param parts what it consists of
 */
record Report(
    String fileName,
    String title,
    String subtitle,
    LocalDate day,
    ReportText text,
    List<Run> runs,
    List<Lead> summary,
    List<Part> parts) {
  /**
   * What a part says in short.
   *
   * @param title of the part
   * @param sentences the most important first
   */
  public record Lead(String title, List<String> sentences) {}

  /**
   * A run that figures are of.
   *
   * @param name what was computed
   * @param id of the run
   * @param inputs what it was computed from
   * @param asked the question in words, parameter by value
   * @param onEveryPage whether its id stands on every page
   */
  record Run(
      String name, String id, RunInputs inputs, Map<String, String> asked, boolean onEveryPage) {
    /** The same under another name. */
    Run named(String other) {
      return new Run(other, id, inputs, asked, onEveryPage);
    }

    /** The same, only among the sources. */
    Run amongSources() {
      return new Run(name, id, inputs, asked, false);
    }
  }

  /** The id that stands on every page and sheet. */
  String runIds() {
    return String.join(
        "、", runs.stream().filter(Run::onEveryPage).map(Run::id).distinct().toList());
  }
}
