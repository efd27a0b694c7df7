package org.caremap.targets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caremap.area.Area;
import org.caremap.area.AreaTree;
import org.jspecify.annotations.Nullable;

/**
 * Finds the loaded area that a table's row is about: by code, by name, by another name that the
 * table gives, or by the name without its kind (城关 for 城关镇), if that leaves just one.
 */
final class AreaMatcher {
  private static final int STREET_DEPTH = 3;

  private final AreaTree areas;
  private final Map<String, List<Area>> byName = new HashMap<>();
  private final Map<String, List<Area>> byShortName = new HashMap<>();

  AreaMatcher(AreaTree areas) {
    this.areas = areas;
    for (Area area : areas.list()) {
      String name = plain(area.name());
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(area);
      byShortName.computeIfAbsent(shortName(name), key -> new ArrayList<>()).add(area);
    }
  }

  Optional<Area> find(String name, List<String> aliases) {
    Optional<Area> coded = areas.find(name.strip());
    if (coded.isPresent()) {
      return coded;
    }
    List<String> names = new ArrayList<>(List.of(name));
    names.addAll(aliases);
    for (String one : names) {
      Optional<Area> found = only(byName.get(plain(one)));
      if (found.isPresent()) {
        return found;
      }
    }
    return only(byShortName.get(shortName(plain(name))));
  }

  /** The only one; of several, the only street or town. */
  private static Optional<Area> only(@Nullable List<Area> all) {
    if (all == null) {
      return Optional.empty();
    }
    List<Area> towns = all.stream().filter(area -> area.level().depth() == STREET_DEPTH).toList();
    List<Area> chosen = towns.isEmpty() ? all : towns;
    return chosen.size() == 1 ? Optional.of(chosen.get(0)) : Optional.empty();
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String shortName(String name) {
    return name.length() > 2 ? name.replaceAll("(街道|镇|乡)$", "") : name;
  }
}
