package org.caremap.coverage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caremap.core.routing.ProfileRules;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;
import org.caremap.platform.ProblemException;
import org.caremap.platform.Query;
import org.jspecify.annotations.Nullable;

/**
 * The walking profiles of {@code geodata/profiles/walking.yaml}, extended by {@code
 * profiles/walking.yaml} in the home folder, and the one a question asks for. Read at start, so
 * that a mistake in them is an error then and not an odd answer later.
 */
@Startup
@ApplicationScoped
public class WalkingProfiles {
  /** The profile of questions that name none. */
  public static final String DEFAULT = "elder";

  private static final String NAME = "walking.yaml";
  private static final String FILE = "profiles/" + NAME;
  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};
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
   * @param rules what streets mean to this person
   * @param sources where the numbers are from, by field
   */
  public record Entry(
      String code,
      String zh,
      String en,
      double speedMetersPerSecond,
      ProfileRules rules,
      Map<String, String> sources) {
    /** Whether stairs can be walked. */
    public boolean stepsAllowed() {
      return rules.stepsAllowed();
    }

    /** Where the speed is from. */
    public String source() {
      return sources.getOrDefault("speedMetersPerSecond", "");
    }
  }

  WalkingProfiles(HomeFolder home) {
    put("geodata/" + FILE, GeoData.listBuiltIn(FILE, LIST));
    Path own = home.profiles().resolve(NAME);
    put(own.toString(), GeoData.listOwn(own, LIST));
  }

  private void put(String file, List<JsonNode> list) {
    for (int i = 0; i < list.size(); i++) {
      Entry entry = ProfileReader.read(file, i + 1, list.get(i));
      profiles.put(entry.code(), entry);
    }
  }

  /** All profiles in display order. */
  public Collection<Entry> list() {
    return profiles.values();
  }

  /**
   * Who walks, as {@code profile}, {@code speedKmh}, {@code trip} and {@code flat} ask for.
   *
   * @throws ProblemException 400 naming the legal values
   */
  public Walker of(Query query) {
    Entry entry = entry(Optional.ofNullable(query.text("profile")).orElse(DEFAULT));
    ProfileRules rules = query.flag("flat") ? entry.rules().level() : entry.rules();
    WalkingProfile profile = new WalkingProfile(entry.code(), entry.speedMetersPerSecond(), rules);
    return new Walker(
        query
            .findNumber("speedKmh", MIN_SPEED_KMH, MAX_SPEED_KMH)
            .map(profile::withSpeedKmh)
            .orElse(profile),
        trip(query));
  }

  /**
   * Somebody of a profile at its own speed, there and back.
   *
   * @param code null for {@link #DEFAULT}
   * @throws ProblemException 400 naming the legal codes
   */
  public Walker walker(@Nullable String code) {
    Entry entry = entry(code == null ? DEFAULT : code);
    return new Walker(
        new WalkingProfile(entry.code(), entry.speedMetersPerSecond(), entry.rules()), Trip.WORSE);
  }

  private Entry entry(String code) {
    Entry entry = profiles.get(code);
    if (entry == null) {
      throw ProblemException.badParameter(
          "profile", code, "one of " + String.join(", ", profiles.keySet()));
    }
    return entry;
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
