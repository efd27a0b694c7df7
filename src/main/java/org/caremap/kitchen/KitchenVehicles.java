package org.caremap.kitchen;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.caremap.core.graph.StreetGraph;
import org.caremap.core.graph.Vehicle;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.platform.GeoData;
import org.caremap.platform.HomeFolder;
import org.caremap.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The vehicles of {@code geodata/profiles/delivery.yaml}, replaced by {@code
 * profiles/delivery.yaml} in the home folder, and the streets as each of them drives. Read at
 * start, so that a mistake in them is an error then and not an odd answer later.
 */
@Startup
@ApplicationScoped
public class KitchenVehicles {
  private static final String NAME = "delivery.yaml";
  private static final String FILE = "profiles/" + NAME;
  private static final TypeReference<List<JsonNode>> LIST = new TypeReference<>() {};

  private final Map<Vehicle, KitchenVehicle> vehicles = new EnumMap<>(Vehicle.class);

  /** The networks of the streets asked for last; a million nodes take 30 MB a vehicle. */
  private final Map<Vehicle, WalkingNetwork> networks = new EnumMap<>(Vehicle.class);

  private @Nullable StreetGraph networksOf;

  KitchenVehicles(HomeFolder home) {
    put("geodata/" + FILE, GeoData.listBuiltIn(FILE, LIST));
    Path own = home.profiles().resolve(NAME);
    put(own.toString(), GeoData.listOwn(own, LIST));
  }

  private void put(String file, List<JsonNode> list) {
    for (int i = 0; i < list.size(); i++) {
      KitchenVehicle vehicle = VehicleReader.read(file, i + 1, list.get(i));
      vehicles.put(vehicle.profile().vehicle(), vehicle);
    }
  }

  /** All vehicles in display order. */
  public List<KitchenVehicle> list() {
    return List.copyOf(vehicles.values());
  }

  /**
   * The vehicle of a code.
   *
   * @param code null for the first
   * @throws ProblemException 400 naming the legal codes
   */
  KitchenVehicle require(@Nullable String code) {
    return code == null
        ? list().get(0)
        : Vehicle.find(code)
            .map(vehicles::get)
            .orElseThrow(() -> ProblemException.badParameter("vehicle", code, Vehicle.legal()));
  }

  /** Streets as a vehicle drives them, made when first asked for and kept for the same streets. */
  synchronized WalkingNetwork network(StreetGraph drives, KitchenVehicle vehicle) {
    if (networksOf != drives) {
      networks.clear();
      networksOf = drives;
    }
    return networks.computeIfAbsent(
        vehicle.profile().vehicle(), key -> WalkingNetwork.of(drives, vehicle.profile()));
  }
}
