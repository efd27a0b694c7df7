package org.caremap.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.caremap.area.AreaService;
import org.caremap.candidate.CandidateService;
import org.caremap.elevation.ElevationService;
import org.caremap.facility.FacilityService;
import org.caremap.platform.DataChanged;
import org.caremap.population.PopulationService;
import org.caremap.streets.StreetService;

/** What the slices keep in memory, read anew from the database. */
@ApplicationScoped
public class Catalogs {
  private final StreetService streets;
  private final FacilityService facilities;
  private final PopulationService population;
  private final AreaService areas;
  private final ElevationService elevation;
  private final CandidateService candidates;

  Catalogs(
      StreetService streets,
      FacilityService facilities,
      PopulationService population,
      AreaService areas,
      ElevationService elevation,
      CandidateService candidates) {
    this.streets = streets;
    this.facilities = facilities;
    this.population = population;
    this.areas = areas;
    this.elevation = elevation;
    this.candidates = candidates;
  }

  /** Everything, as at start. */
  public void reloadAll() {
    reload(EnumSet.allOf(DataChanged.Kind.class));
  }

  void reload(Set<DataChanged.Kind> kinds) {
    for (DataChanged.Kind kind : kinds) {
      switch (kind) {
        case STREETS -> streets.reload();
        case FACILITIES -> facilities.reload();
        case DEMAND -> population.reload();
        case AREAS -> areas.reload();
        case ELEVATION -> elevation.reload();
        case CANDIDATES -> candidates.reload();
      }
    }
  }

  /** Whether nothing at all is stored. */
  boolean isEmpty() {
    return streets.find().isEmpty()
        && facilities.catalog().list().isEmpty()
        && population.points().size() == 0
        && areas.tree().size() == 0
        && elevation.find().isEmpty()
        && candidates.list().isEmpty();
  }
}
