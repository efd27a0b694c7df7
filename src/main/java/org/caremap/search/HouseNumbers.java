package org.caremap.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caremap.core.geo.GreatCircle;
import org.jspecify.annotations.Nullable;

/** The known house numbers of each street. */
final class HouseNumbers {
  /** Farther from the street's own point than this, it is another street of the same name. */
  private static final double NEAR_METERS = 3_000;

  private static final Pattern LAST =
      Pattern.compile("^(.*?\\D) ?(\\d{1,6}) ?(?:号|弄|[a-z](?= |$))?(?: ?\\d* ?(?:号|室|幢|单元))*$");
  private static final Pattern FIRST = Pattern.compile("^(\\d{1,6})[a-z]? (.+)$");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final Map<String, List<House>> ofStreet = new HashMap<>();

  private HouseNumbers() {}

  private record House(int number, SearchEntry entry) {}

  /**
   * A street and a number on it.
   *
   * @param street normalized, not empty
   * @param number as typed
   */
  record Wanted(String street, int number) {}

  static HouseNumbers of(List<SearchEntry> entries) {
    HouseNumbers all = new HouseNumbers();
    for (SearchEntry entry : entries) {
      if (entry.kind() == SearchKind.ADDRESS && entry.street() != null) {
        String street = SearchText.normalized(entry.street());
        // The number is what the name has beside the street.
        String rest = SearchText.normalized(entry.name()).replace(street, " ");
        Matcher number = NUMBER.matcher(rest);
        // 44-46 is two of them.
        while (number.find()) {
          all.ofStreet
              .computeIfAbsent(street, s -> new ArrayList<>())
              .add(new House(Integer.parseInt(number.group()), entry));
        }
      }
    }
    return all;
  }

  /**
   * What street and number somebody typed.
   *
   * @param normalized what was typed
   * @return null if it does not look like that
   */
  static @Nullable Wanted wanted(String normalized) {
    Matcher last = LAST.matcher(normalized);
    if (last.matches()) {
      return new Wanted(last.group(1).strip(), Integer.parseInt(last.group(2)));
    }
    Matcher first = FIRST.matcher(normalized);
    return first.matches() ? new Wanted(first.group(2), Integer.parseInt(first.group(1))) : null;
  }

  /** The nearest known number on a street, of equally near ones the smaller; null if none is. */
  @Nullable SearchEntry nearest(SearchEntry street, int number) {
    House best = null;
    for (House house : ofStreet.getOrDefault(SearchText.normalized(street.name()), List.of())) {
      if (GreatCircle.meters(street.lon(), street.lat(), house.entry.lon(), house.entry.lat())
          > NEAR_METERS) {
        continue;
      }
      int apart = best == null ? 0 : Math.abs(best.number - number);
      int own = Math.abs(house.number - number);
      if (best == null || own < apart || own == apart && house.number < best.number) {
        best = house;
      }
    }
    return best == null ? null : best.entry;
  }
}
