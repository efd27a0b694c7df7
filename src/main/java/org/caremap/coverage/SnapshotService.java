package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.caremap.area.AreaService;
import org.caremap.elevation.ElevationService;
import org.caremap.facility.FacilityService;
import org.caremap.platform.CareMapConfig;
import org.caremap.platform.DataChanged;
import org.caremap.population.PopulationService;
import org.caremap.streets.StreetService;
import org.jspecify.annotations.Nullable;

/** Publishes a new snapshot after every committed write; readers keep the one they took. */
@ApplicationScoped
public class SnapshotService {
  private final StreetService streets;
  private final FacilityService facilities;
  private final PopulationService population;
  private final AreaService areas;
  private final ElevationService elevation;
  private final CareMapConfig config;
  private volatile @Nullable CareSnapshot current;

  SnapshotService(
      StreetService streets,
      FacilityService facilities,
      PopulationService population,
      AreaService areas,
      ElevationService elevation,
      CareMapConfig config) {
    this.streets = streets;
    this.facilities = facilities;
    this.population = population;
    this.areas = areas;
    this.elevation = elevation;
    this.config = config;
  }

  /** The state that a new request is answered from. */
  public CareSnapshot current() {
    CareSnapshot snapshot = current;
    return snapshot == null ? publish() : snapshot;
  }

  void onChange(@Observes DataChanged change) {
    // Nobody walks to a place that is only a candidate.
    if (change.concernsCare()) {
      publish();
    }
  }

  private synchronized CareSnapshot publish() {
    CareSnapshot next =
        new CareSnapshot(
            streets.find().orElse(null),
            facilities.catalog(),
            population.points(),
            areas.tree(),
            elevation.find().orElse(null),
            config.walking().snapLimitMeters(),
            config.walking().detourFactor(),
            current);
    current = next;
    return next;
  }
}
