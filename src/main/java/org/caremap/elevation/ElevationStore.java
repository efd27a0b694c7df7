package org.caremap.elevation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caremap.platform.Database;

/** The only class that knows elevation rows. Every call runs inside the caller's transaction. */
@ApplicationScoped
class ElevationStore {
  private final Database database;

  ElevationStore(Database database) {
    this.database = database;
  }

  /** Which raster is in force; its name is relative to the elevation folder. */
  record Pointer(
      UUID id,
      String name,
      String rasterFile,
      String attribution,
      String sourceChecksum,
      Instant importedAt) {}

  Optional<Pointer> find() {
    return database
        .session()
        .createSelectionQuery(
            "from ElevationEntity order by importedAt desc", ElevationEntity.class)
        .setMaxResults(1)
        .stream()
        .findFirst()
        .map(
            row ->
                new Pointer(
                    row.id,
                    row.name,
                    row.rasterFile,
                    row.attribution,
                    row.sourceChecksum,
                    row.importedAt));
  }

  void replace(Pointer pointer) {
    deleteAll();
    ElevationEntity row = new ElevationEntity();
    row.id = pointer.id();
    row.name = pointer.name();
    row.rasterFile = pointer.rasterFile();
    row.attribution = pointer.attribution();
    row.sourceChecksum = pointer.sourceChecksum();
    row.importedAt = pointer.importedAt();
    database.session().persist(row);
    database.session().flush();
  }

  int deleteAll() {
    return database.session().createMutationQuery("delete from ElevationEntity").executeUpdate();
  }
}
