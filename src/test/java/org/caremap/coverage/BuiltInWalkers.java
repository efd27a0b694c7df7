package org.caremap.coverage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.caremap.core.routing.Trip;
import org.caremap.core.routing.WalkingProfile;
import org.caremap.platform.GeoData;

/** The walkers that come with the product, without a running one. */
public final class BuiltInWalkers {
  private static final String FILE = "profiles/walking.yaml";

  private BuiltInWalkers() {}

  /** Somebody of a profile at its own speed, there and back. */
  public static Walker of(String code) {
    List<JsonNode> profiles = GeoData.listBuiltIn(FILE, new TypeReference<List<JsonNode>>() {});
    for (int i = 0; i < profiles.size(); i++) {
      WalkingProfiles.Entry entry = ProfileReader.read(FILE, i + 1, profiles.get(i));
      if (entry.code().equals(code)) {
        return new Walker(
            new WalkingProfile(code, entry.speedMetersPerSecond(), entry.rules()), Trip.WORSE);
      }
    }
    throw new IllegalArgumentException("no profile '" + code + "' comes with the product");
  }
}
