package org.caremap.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All areas at one moment, immutable, in order of code. */
public final class AreaTree {
  // A chain of parents longer than this is a loop.
  private static final int MAX_DEPTH = 20;

  private final Map<String, Area> byCode = new LinkedHashMap<>();

  AreaTree(List<Area> areas) {
    areas.forEach(area -> byCode.put(area.code(), area));
  }

  /**
   * A tree as it once was.
   *
   * @param areas in order of code
   */
  public static AreaTree of(List<Area> areas) {
    return new AreaTree(areas);
  }

  /** Every area. */
  public List<Area> list() {
    return List.copyOf(byCode.values());
  }

  /** How many. */
  public int size() {
    return byCode.size();
  }

  /** The area of a code. */
  public Optional<Area> find(@Nullable String code) {
    return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
  }

  /** The area itself, then its parents up to the top. */
  public List<Area> lineage(String code) {
    List<Area> line = new ArrayList<>();
    Area area = byCode.get(code);
    while (area != null && line.size() < MAX_DEPTH) {
      line.add(area);
      area = area.parentCode() == null ? null : byCode.get(area.parentCode());
    }
    return line;
  }

  /** Whether {@code code} is {@code ancestor} or lies in it. */
  public boolean isWithin(String code, String ancestor) {
    return lineage(code).stream().anyMatch(area -> area.code().equals(ancestor));
  }

  /**
   * The unit of lists, cards and verdicts that {@code code} counts for: the community or village
   * around an estate or natural village, else the area itself.
   *
   * @return {@code code} where it is no loaded area or no community holds it
   */
  public String unitOf(String code) {
    Area area = byCode.get(code);
    return area == null || area.level().depth() <= AreaLevel.COMMUNITY_DEPTH
        ? code
        : findAtDepth(code, AreaLevel.COMMUNITY_DEPTH).map(Area::code).orElse(code);
  }

  /** The area of that depth which holds {@code code}, itself included. */
  public Optional<Area> findAtDepth(String code, int depth) {
    return lineage(code).stream().filter(area -> area.level().depth() == depth).findFirst();
  }
}
