package org.caremap.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.routing.NearestFacilities;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.ledger.FigureSource;
import org.caremap.platform.ProblemException;
import org.caremap.population.DemandGroup;

/**
 * Figures that hang on every kind of data: how far each demand point walks to the nearest facility
 * of a type, over streets and hills, with names from the area tree.
 */
@ApplicationScoped
class WalkFigures implements FigureSource {
  static final String KIND = "walk";

  /** Stands for the rules in force, which a test changes. */
  static volatile double allowedMeters = 500;

  private final WalkingProfiles profiles;

  WalkFigures(WalkingProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String rules(Map<String, String> question) {
    return "at most " + allowedMeters + " m";
  }

  @Override
  public Map<String, Double> figuresUnder(
      String rules, CareSnapshot snapshot, Map<String, String> question) {
    return figures(snapshot, question, Double.parseDouble(rules.split(" ")[2]));
  }

  @Override
  public Map<String, Double> figures(CareSnapshot snapshot, Map<String, String> question) {
    return figures(snapshot, question, allowedMeters);
  }

  private Map<String, Double> figures(
      CareSnapshot snapshot, Map<String, String> question, double allowed) {
    String type = question.get("type");
    if (type == null) {
      throw ProblemException.badParameter("type", null, "a type of facility");
    }
    NearestFacilities nearest =
        snapshot.nearest(
            List.of(type), snapshot.method(false), profiles.walker(question.get("profile")));
    double[] meters = nearest.meters();
    Map<String, Double> figures = new LinkedHashMap<>();
    double left = 0;
    for (int i = 0; i < snapshot.demand().size(); i++) {
      String area = snapshot.demand().areaCode(i);
      String name = snapshot.areas().find(area).map(a -> a.name()).orElse("-");
      figures.put(
          "%s/%s/%s/meters".formatted(KIND, name, snapshot.demand().externalId(i)), meters[i]);
      double people = snapshot.demand().counts(DemandGroup.AGE60)[i];
      if (meters[i] > allowed && !Double.isNaN(people)) {
        left += people / 3;
      }
    }
    figures.put(KIND + "/left", left);
    return figures;
  }
}
