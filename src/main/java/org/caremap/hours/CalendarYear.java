package org.caremap.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One country's year.
 *
 * @param country code, the {@code caremap.calendar} of an installation
 * @param year of the notice
 * @param source the notice
 * @param holidays days off and their names; may begin in December of the year before
 * @param workdays weekend days that are worked, and the weekday each stands for
 * @param schoolHolidays days off at school; null: not known
 */
record CalendarYear(
    String country,
    int year,
    String source,
    Map<LocalDate, HoursAnswer.Name> holidays,
    Map<LocalDate, DayOfWeek> workdays,
    @Nullable Set<LocalDate> schoolHolidays) {}
