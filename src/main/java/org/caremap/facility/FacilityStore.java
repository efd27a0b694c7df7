package org.caremap.facility;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.caremap.platform.Database;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** The only class that knows facility rows. Every call runs inside the caller's transaction. */
@ApplicationScoped
class FacilityStore {
  private final Database database;

  FacilityStore(Database database) {
    this.database = database;
  }

  List<Facility> list() {
    return database
        .session()
        .createQuery("from FacilityEntity order by externalId", FacilityEntity.class)
        .setReadOnly(true)
        .stream()
        .map(FacilityEntity::toFacility)
        .toList();
  }

  UUID insert(FacilityDetails details, boolean sample) {
    FacilityEntity entity = entity(details, sample);
    database.session().persist(entity);
    database.session().flush();
    return entity.id;
  }

  void insertAll(Collection<FacilityDetails> all, boolean sample) {
    try (StatelessSession session = database.openStatelessSession()) {
      session.insertMultiple(all.stream().map(d -> entity(d, sample)).toList());
    }
  }

  /**
   * @return false where the row is gone or its version is another
   */
  boolean update(UUID id, long version, FacilityDetails details) {
    Session session = database.session();
    FacilityEntity entity = session.find(FacilityEntity.class, id);
    if (entity == null || entity.version != version) {
      return false;
    }
    entity.fill(details);
    entity.sample = false;
    session.flush();
    return true;
  }

  void deleteSample() {
    database
        .session()
        .createMutationQuery("delete from FacilityEntity where sample")
        .executeUpdate();
  }

  private static FacilityEntity entity(FacilityDetails details, boolean sample) {
    FacilityEntity entity = new FacilityEntity();
    entity.id =
        sample
            ? UUID.nameUUIDFromBytes(
                ("sample/" + details.externalId())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8))
            : UUID.randomUUID();
    entity.fill(details);
    entity.sample = sample;
    return entity;
  }
}
