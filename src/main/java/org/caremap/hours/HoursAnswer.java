package org.caremap.hours;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about opening at an instant and in the days around it.
 *
 * @param text as published; null: nothing is
 * @param state at the instant asked for
 * @param until when it closes, where it is open and the end is published within 30 days
 * @param opens when it next opens for certain, where it is closed and that is within 30 days
 * @param open when it is open for certain, of today and the next seven days; disjoint, in order.
 *     Without an end (24/7) they are cut at the first and last midnight of these days
 * @param days today and the next seven days
 * @param week the plain week around the instant, without holidays; empty where unreadable
 * @param comment the publisher's words about this instant, for example 需预约
 * @param calendarKnown whether the public holidays of all of {@code days} are loaded
 * @param problem why {@code state} is unknown where no comment says it
 */
public record HoursAnswer(
    @Nullable String text,
    HoursState state,
    @Nullable OffsetDateTime until,
    @Nullable OffsetDateTime opens,
    List<Interval> open,
    List<Day> days,
    List<WeekRow> week,
    @Nullable String comment,
    boolean calendarKnown,
    @Nullable String problem) {

  /**
   * From (inclusive) to (exclusive), with the offset that holds there; in JSON a pair.
   *
   * @param from first instant
   * @param to first instant after
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"from", "to"})
  public record Interval(OffsetDateTime from, OffsetDateTime to) {}

  /**
   * A day of the calendar.
   *
   * @param date in the installation's time zone
   * @param holiday its public holiday
   * @param workday a weekend day that is worked (调休)
   */
  public record Day(LocalDate date, @Nullable Name holiday, boolean workday) {}

  /**
   * A name in both languages.
   *
   * @param zh Chinese
   * @param en English
   */
  public record Name(String zh, String en) {}

  /**
   * Consecutive weekdays with the same times.
   *
   * @param days for example {@code Mo-Fr} or {@code Sa}
   * @param times for example {@code 08:00-11:30,13:30-17:30}, {@code off} or {@code unknown}
   */
  public record WeekRow(String days, String times) {}
}
