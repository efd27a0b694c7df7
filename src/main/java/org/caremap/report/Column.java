package org.caremap.report;

/**
 * A column of a table.
 *
 * @param key name for programs, such as the API's
 * @param label name for people
 * @param kind what it holds
 * @param width in characters of the spreadsheet
 * @param printed whether it stands on paper, where there is no room for all
 */
record Column(String key, String label, Kind kind, int width, boolean printed) {
  Column(String key, String label, Kind kind, int width) {
    this(key, label, kind, width, true);
  }

  /** The same, not on paper. */
  Column offPaper() {
    return new Column(key, label, kind, width, false);
  }
}
