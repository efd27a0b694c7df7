package org.caremap.pages;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caremap.facility.Code;
import org.caremap.facility.CodeLists;
import org.caremap.facility.Facility;
import org.caremap.facility.FacilityDetails;
import org.jspecify.annotations.Nullable;

/** Facts of facilities as people say them, in one language. */
final class Words {
  private final PageTexts t;
  private final CodeLists codes;

  Words(PageTexts t, CodeLists codes) {
    this.t = t;
    this.codes = codes;
  }

  /** Its name in this language, the Chinese one where there is no other. */
  String name(Facility facility) {
    FacilityDetails d = facility.details();
    return t.language() == PageLanguage.EN && d.nameEn() != null ? d.nameEn() : d.name();
  }

  /** Its other name, null where there is none. */
  @Nullable String otherName(Facility facility) {
    FacilityDetails d = facility.details();
    if (d.nameEn() == null || d.nameEn().equals(d.name()) || t.language() == PageLanguage.ZH) {
      return null;
    }
    return d.name();
  }

  String type(String code) {
    return codes.listTypes().stream()
        .filter(type -> type.code().equals(code))
        .findFirst()
        .map(this::name)
        .orElse(code);
  }

  /** One character for a pin; empty where the kind has none. */
  String symbol(String code) {
    return codes.listTypes().stream()
        .filter(type -> type.code().equals(code))
        .findFirst()
        .flatMap(type -> Optional.ofNullable(type.symbol()))
        .orElse("");
  }

  /** What is offered, in the order of the list of services. */
  List<String> services(FacilityDetails d) {
    List<String> known = codes.listServices().stream().map(Code::code).toList();
    return d.services().stream()
        .sorted(Comparator.comparingInt(known::indexOf))
        .map(this::service)
        .toList();
  }

  private String service(String code) {
    return codes.listServices().stream()
        .filter(service -> service.code().equals(code))
        .findFirst()
        .map(this::name)
        .orElse(code);
  }

  private String name(Code code) {
    return t.language().pick(code.zh(), code.en());
  }

  String status(Facility facility) {
    return t.get("status." + facility.details().status().code());
  }

  /** Free places with the day that number was true, null where none are published. */
  @Nullable String freePlaces(FacilityDetails d) {
    if (d.freePlaces() == null) {
      return null;
    }
    String number = d.freePlaces() == 0 ? t.get("free.none") : t.with("free.some", d.freePlaces());
    return d.freePlacesOn() == null ? number : t.with("free.on", number, date(d.freePlacesOn(), t));
  }

  /** Beds and those for nursing among them, null where unknown. */
  @Nullable String beds(FacilityDetails d) {
    if (d.beds() == null) {
      return null;
    }
    return d.nursingBeds() == null
        ? t.with("beds.all", d.beds())
        : t.with("beds.nursing", d.beds(), d.nursingBeds());
  }

  @Nullable String meals(FacilityDetails d) {
    return d.mealsPerDay() == null ? null : t.with("meals.perDay", d.mealsPerDay());
  }

  @Nullable String stars(FacilityDetails d) {
    return d.starRating() == null ? null : t.with("stars", d.starRating());
  }

  @Nullable String stepFree(FacilityDetails d) {
    return d.stepFree() == null ? null : t.get(d.stepFree() ? "stepFree.yes" : "stepFree.no");
  }

  @Nullable String date(@Nullable LocalDate date) {
    return date == null ? null : date(date, t);
  }

  static String date(LocalDate date, PageTexts t) {
    return t.with(
        "date.full",
        date.getYear(),
        date.getMonthValue(),
        date.getDayOfMonth(),
        t.get("month." + date.getMonthValue()));
  }

  static String shortDate(LocalDate date, PageTexts t) {
    return t.with(
        "date.short",
        date.getMonthValue(),
        date.getDayOfMonth(),
        t.get("month." + date.getMonthValue()));
  }

  /** A walking time, rounded up to whole minutes. */
  static long minutes(long seconds) {
    return Math.max(1, (seconds + 59) / 60);
  }
}
