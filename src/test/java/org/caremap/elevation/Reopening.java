package org.caremap.elevation;

import jakarta.enterprise.context.ApplicationScoped;
import org.caremap.platform.HomeFolder;

/** Opens the elevation as a start does, from nothing but the database and the disk. */
@ApplicationScoped
public class Reopening {
  private final ElevationStore store;
  private final HomeFolder home;

  Reopening(ElevationStore store, HomeFolder home) {
    this.store = store;
    this.home = home;
  }

  /** A service that has just started. */
  public ElevationService anew() {
    ElevationService service = new ElevationService(store, home);
    service.reload();
    return service;
  }
}
