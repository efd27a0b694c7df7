package org.caremap.streets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caremap.platform.Database;
import org.jspecify.annotations.Nullable;

/**
 * The only class that knows street network rows. Every call runs inside the caller's transaction.
 */
@ApplicationScoped
class StreetStore {
  private final Database database;

  StreetStore(Database database) {
    this.database = database;
  }

  /** Which files are in force; names are relative to the streets folder. */
  record Pointer(
      UUID id,
      String name,
      String graphFile,
      @Nullable String sourceFile,
      String attribution,
      Instant importedAt,
      boolean sample) {}

  Optional<Pointer> find() {
    return database
        .session()
        .createSelectionQuery(
            "from StreetNetworkEntity order by importedAt desc", StreetNetworkEntity.class)
        .setMaxResults(1)
        .stream()
        .findFirst()
        .map(
            row ->
                new Pointer(
                    row.id,
                    row.name,
                    row.graphFile,
                    row.sourceFile,
                    row.attribution,
                    row.importedAt,
                    row.sample));
  }

  void replace(Pointer pointer) {
    deleteAll();
    StreetNetworkEntity row = new StreetNetworkEntity();
    row.id = pointer.id();
    row.name = pointer.name();
    row.graphFile = pointer.graphFile();
    row.sourceFile = pointer.sourceFile();
    row.attribution = pointer.attribution();
    row.importedAt = pointer.importedAt();
    row.sample = pointer.sample();
    database.session().persist(row);
    database.session().flush();
  }

  void deleteAll() {
    database.session().createMutationQuery("delete from StreetNetworkEntity").executeUpdate();
  }

  void deleteSample() {
    database
        .session()
        .createMutationQuery("delete from StreetNetworkEntity where sample")
        .executeUpdate();
  }
}
