package org.caremap.kitchen;

import jakarta.enterprise.context.ApplicationScoped;
import org.caremap.coverage.Questions;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.platform.Query;

/** Reads what is asked of kitchens, with the same defaults and legal ranges everywhere. */
@ApplicationScoped
public class KitchenQuestions {
  private static final double LEAST_MINUTES = 0.1;
  private static final double MOST_MINUTES = 240;
  private static final double WALK_MINUTES = 15;
  private static final String[] PARAMETERS = {
    "vehicle", "minutes", "capacity", "group", "walkMinutes", "profile", "speedKmh", "trip", "flat"
  };

  private final KitchenVehicles vehicles;
  private final Questions questions;
  private final WalkingProfiles profiles;

  KitchenQuestions(KitchenVehicles vehicles, Questions questions, WalkingProfiles profiles) {
    this.vehicles = vehicles;
    this.questions = questions;
    this.profiles = profiles;
  }

  /**
   * Names of all parameters.
   *
   * @param more names that the caller reads itself
   */
  public static String[] parameters(String... more) {
    String[] all = new String[PARAMETERS.length + more.length];
    System.arraycopy(PARAMETERS, 0, all, 0, PARAMETERS.length);
    System.arraycopy(more, 0, all, PARAMETERS.length, more.length);
    return all;
  }

  /**
   * The question of a request.
   *
   * @throws org.caremap.platform.ProblemException 400 naming the legal values
   */
  public KitchenQuestion question(Query query) {
    KitchenVehicle vehicle = vehicles.require(query.text("vehicle"));
    return new KitchenQuestion(
        vehicle,
        query.number("minutes", LEAST_MINUTES, MOST_MINUTES, vehicle.minutes()),
        query.flag("capacity"),
        questions.group(query),
        query.number("walkMinutes", LEAST_MINUTES, MOST_MINUTES, WALK_MINUTES),
        profiles.of(query),
        query.flag("flat"));
  }
}
