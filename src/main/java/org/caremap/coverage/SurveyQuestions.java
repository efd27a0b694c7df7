package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caremap.area.AreaLevel;
import org.caremap.platform.Query;

/**
 * Reads what all surveys have in common, and writes it down again so that reading what was written
 * asks the same.
 */
@ApplicationScoped
public class SurveyQuestions {
  /** The parameters that make a {@link Survey.Scope}. */
  private static final String[] PARAMETERS = {
    "minutes", "zoneMinutes", "speedKmh", "profile", "trip", "flat", "level", "area", "straightLine"
  };

  // Less than any digit that people give, more than rounding from metres a second and back.
  private static final double SAME_KMH = 1e-12;

  private final Questions questions;
  private final WalkingProfiles profiles;

  SurveyQuestions(Questions questions, WalkingProfiles profiles) {
    this.questions = questions;
    this.profiles = profiles;
  }

  /** Names of the parameters of every survey, and more. */
  public static String[] parameters(String... more) {
    return Stream.concat(Stream.of(PARAMETERS), Stream.of(more)).toArray(String[]::new);
  }

  /**
   * A question as it was written down, one value a name.
   *
   * @param known every legal name
   * @throws org.caremap.platform.ProblemException 400 naming the first unknown one
   */
  public static Query query(Map<String, String> question, String... known) {
    MultivaluedHashMap<String, String> values = new MultivaluedHashMap<>();
    question.forEach(values::add);
    return Query.of(values, known);
  }

  /**
   * @throws org.caremap.platform.ProblemException 400 naming the legal values
   */
  public Survey.Scope scope(Query query) {
    return new Survey.Scope(
        questions.minutes(query),
        questions.zoneMinutes(query),
        profiles.of(query),
        query.flag("flat"),
        Optional.ofNullable(questions.level(query)).orElse(AreaLevel.COMMUNITY),
        query.text("area"),
        query.flag("straightLine"));
  }

  /** The scope as parameters, defaults spelt out, in order of name. */
  public static Map<String, String> parameters(Survey.Scope scope) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("minutes", plain(scope.minutes()));
    if (!scope.zones().minutes().isEmpty()) {
      parameters.put("zoneMinutes", pairs(scope.zones().minutes()));
    }
    parameters.put("speedKmh", plain(speedKmh(scope.walker())));
    parameters.put("profile", scope.walker().profile().code());
    parameters.put("trip", scope.walker().trip().code());
    parameters.put("flat", Boolean.toString(scope.flat()));
    parameters.put("level", scope.level().code());
    if (scope.area() != null) {
      parameters.put("area", scope.area());
    }
    parameters.put("straightLine", Boolean.toString(scope.straightLine()));
    return parameters;
  }

  /** As it is shown where that is the speed, with every digit where it is not. */
  private static double speedKmh(Walker walker) {
    double shown = walker.speedKmh();
    double exact = walker.profile().speedKmh();
    return Math.abs(shown - exact) < SAME_KMH ? shown : exact;
  }

  /** Pairs {@code name:number} in order of name, separated by commas. */
  public static String pairs(Map<String, Double> numbers) {
    return new TreeMap<>(numbers)
        .entrySet().stream()
            .map(pair -> pair.getKey() + ":" + plain(pair.getValue()))
            .collect(Collectors.joining(","));
  }

  /** A number without needless digits. */
  public static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
