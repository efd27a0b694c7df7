package org.caremap.coverage;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.platform.GeoData;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;

/**
 * The walking profiles of {@code geodata/profiles/walking.yaml}, and the one a question asks for.
 */
@ApplicationScoped
public class WalkingProfiles {
  /** The profile of questions that name none. */
  public static final String DEFAULT = "elder";

  private static final double MIN_SPEED_KMH = 0.1;
  private static final double MAX_SPEED_KMH = 20;

  private final Map<String, Entry> profiles = new LinkedHashMap<>();

  /**
   * One profile.
   *
   * @param code stable code
   * @param zh Chinese name
   * @param en English name
   * @param speedMetersPerSecond on the flat
   * @param stepsAllowed whether steps can be walked
   * @param source where the speed is from
   */
  public record Entry(
      String code,
      String zh,
      String en,
      double speedMetersPerSecond,
      boolean stepsAllowed,
      String source) {}

  WalkingProfiles() {
    GeoData.listBuiltIn("profiles/walking.yaml", new TypeReference<List<Entry>>() {})
        .forEach(p -> profiles.put(p.code(), p));
  }

  /** All profiles in display order. */
  public Collection<Entry> list() {
    return profiles.values();
  }

  /**
   * Who walks, as {@code profile}, {@code speedKmh} and {@code trip} ask for.
   *
   * @throws ProblemException 400 naming the legal values
   */
  public Walker of(Query query) {
    String code = Optional.ofNullable(query.text("profile")).orElse(DEFAULT);
    Entry entry = profiles.get(code);
    if (entry == null) {
      throw ProblemException.badParameter(
          "profile", code, "one of " + String.join(", ", profiles.keySet()));
    }
    WalkingProfile profile =
        new WalkingProfile(entry.code(), entry.speedMetersPerSecond(), entry.stepsAllowed());
    return new Walker(
        query
            .findNumber("speedKmh", MIN_SPEED_KMH, MAX_SPEED_KMH)
            .map(profile::withSpeedKmh)
            .orElse(profile),
        trip(query));
  }

  private static Trip trip(Query query) {
    String code = query.text("trip");
    if (code == null) {
      return Trip.WORSE;
    }
    return Arrays.stream(Trip.values())
        .filter(trip -> trip.code().equals(code))
        .findFirst()
        .orElseThrow(() -> ProblemException.badParameter("trip", code, "one of to, back, worse"));
  }
}
