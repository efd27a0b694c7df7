package org.caremap.project;

import java.util.List;
import java.util.Objects;
import org.caremap.coverage.CareSnapshot;
import org.caremap.facility.CodeLists;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a project must satisfy before it is stored. */
final class ProjectRules {
  static final int FIRST_YEAR = 2000;
  static final int LAST_YEAR = 2100;
  static final double HIGHEST_YUAN = 100_000_000_000.0;
  static final int MOST_PEOPLE = 1_000_000;
  private static final double MOST_GAIN = 10_000_000_000.0;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_NOTE = 4000;
  private static final int LONGEST_ID = 200;
  private static final List<ProjectKind> OF_A_TYPE = List.of(ProjectKind.ADD);

  private ProjectRules() {}

  /**
   * @param before what is stored, null where new: what was legal once may stay
   * @throws ProblemException 400 naming field, value and legal range
   */
  static void check(
      ProjectDetails d, @Nullable ProjectDetails before, CareSnapshot snapshot, CodeLists codes) {
    text("name", d.name(), LONGEST_NAME, true);
    if (d.type() == null && OF_A_TYPE.contains(d.kind())) {
      throw ProblemException.badParameter("type", null, "one of " + codes.legalTypes());
    }
    boolean sameType = before != null && Objects.equals(before.type(), d.type());
    if (d.type() != null && !sameType && !codes.hasType(d.type())) {
      throw ProblemException.badParameter("type", d.type(), "one of " + codes.legalTypes());
    }
    place(d);
    boolean sameArea = before != null && Objects.equals(before.areaCode(), d.areaCode());
    if (d.areaCode() != null && !sameArea && snapshot.areas().find(d.areaCode()).isEmpty()) {
      throw ProblemException.badParameter("areaCode", d.areaCode(), "the code of a loaded area");
    }
    number("year", d.year(), FIRST_YEAR, LAST_YEAR);
    number("quarter", d.quarter(), 1, 4);
    number("costYuan", d.costYuan(), 0, HIGHEST_YUAN);
    text("fundingSource", d.fundingSource(), LONGEST_TEXT, false);
    text("responsibleUnit", d.responsibleUnit(), LONGEST_TEXT, false);
    number("capacity", d.capacity(), 0, MOST_PEOPLE);
    text("candidate", d.candidate(), LONGEST_NAME, false);
    text("facility", d.facility(), LONGEST_ID, false);
    boolean sameFacility = before != null && Objects.equals(before.facility(), d.facility());
    if (d.facility() != null
        && !sameFacility
        && snapshot.facilities().find(d.facility()).isEmpty()) {
      throw ProblemException.badParameter("facility", d.facility(), "the id of a loaded facility");
    }
    number("gainPeople", d.gainPeople(), 0, MOST_GAIN);
    number("lostPeople", d.lostPeople(), 0, MOST_GAIN);
    text("note", d.note(), LONGEST_NOTE, false);
  }

  private static void place(ProjectDetails d) {
    boolean needed = d.kind() == ProjectKind.ADD || d.kind() == ProjectKind.MOVE;
    if (d.lon() == null && (needed || d.lat() != null)) {
      throw ProblemException.badParameter("lon", null, "number from -180 to 180");
    }
    if (d.lat() == null && (needed || d.lon() != null)) {
      throw ProblemException.badParameter("lat", null, "number from -90 to 90");
    }
    number("lon", d.lon(), -180, 180);
    number("lat", d.lat(), -90, 90);
  }

  static void text(String field, @Nullable String value, int max, boolean needed) {
    if (value == null || value.isBlank()) {
      if (needed) {
        throw ProblemException.badParameter(field, null, "a text of 1 to " + max + " characters");
      }
      return;
    }
    if (value.length() > max || value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
      throw ProblemException.badParameter(
          field, value, "a text of at most " + max + " characters without control characters");
    }
  }

  static void number(String field, @Nullable Number value, double min, double max) {
    // Written so that NaN fails too.
    if (value != null && !(value.doubleValue() >= min && value.doubleValue() <= max)) {
      throw ProblemException.badParameter(
          field, value.toString(), "number from %.0f to %.0f".formatted(min, max));
    }
  }
}
