package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.caremap.area.AreaLevel;
import org.caremap.facility.CodeLists;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.caremap.population.DemandGroup;
import org.jspecify.annotations.Nullable;

/** Reads what several questions have in common, with the same defaults and legal ranges. */
@ApplicationScoped
public class Questions {
  static final double MIN_MINUTES = 0.1;
  static final double MAX_MINUTES = 240;
  private static final double DEFAULT_MINUTES = 15;

  private final CodeLists codes;

  Questions(CodeLists codes) {
    this.codes = codes;
  }

  /** Types of facility: one or more. */
  public List<String> types(Query query) {
    return codes.requireTypes(query.texts("type"));
  }

  /** The cut-off. */
  public double minutes(Query query) {
    return query.number("minutes", MIN_MINUTES, MAX_MINUTES, DEFAULT_MINUTES);
  }

  /** Minutes of zones that have their own. */
  public ZoneMinutes zoneMinutes(Query query) {
    return ZoneMinutes.parse(query.texts("zoneMinutes"), MIN_MINUTES, MAX_MINUTES);
  }

  /** One or more cut-offs, shortest first. */
  List<Double> bands(Query query) {
    List<Double> given = query.numbers("minutes", MIN_MINUTES, MAX_MINUTES);
    if (given.size() > 10) {
      throw ProblemException.badParameter("minutes", given.size() + " values", "at most 10 values");
    }
    return given.isEmpty() ? List.of(DEFAULT_MINUTES) : given.stream().distinct().sorted().toList();
  }

  /** The level of areas to group by, null for the points' own areas. */
  public @Nullable AreaLevel level(Query query) {
    String code = query.text("level");
    return code == null
        ? null
        : AreaLevel.find(code)
            .orElseThrow(() -> ProblemException.badParameter("level", code, AreaLevel.legal()));
  }

  /** Which number says how many people a facility can take. */
  CapacityField capacity(Query query) {
    String code = query.text("capacity");
    return code == null
        ? CapacityField.BY_TYPE
        : CapacityField.find(code)
            .orElseThrow(
                () -> ProblemException.badParameter("capacity", code, CapacityField.legal()));
  }

  /** Who is counted. */
  public DemandGroup group(Query query) {
    String code = query.text("group");
    return code == null
        ? DemandGroup.AGE60
        : DemandGroup.find(code)
            .orElseThrow(() -> ProblemException.badParameter("group", code, DemandGroup.legal()));
  }
}
