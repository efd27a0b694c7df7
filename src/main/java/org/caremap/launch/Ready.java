package org.caremap.launch;

import jakarta.enterprise.context.ApplicationScoped;
import org.caremap.coverage.SnapshotService;
import org.caremap.platform.Database;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when questions can be answered; an empty database is ready, its answers are empty. */
@Readiness
@ApplicationScoped
class Ready implements HealthCheck {
  private final SnapshotService snapshots;
  private final Database database;

  Ready(SnapshotService snapshots, Database database) {
    this.snapshots = snapshots;
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("answers")
        .up()
        .withData("database", database.engine())
        .withData("demandPoints", snapshots.current().demand().size())
        .withData("facilities", snapshots.current().facilities().list().size())
        .withData("streets", snapshots.current().streets() != null)
        .build();
  }
}
