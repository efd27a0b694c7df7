package org.caremap.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.caremap.platform.Database;
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/** The only class that knows candidate rows. Every call runs inside the caller's transaction. */
@ApplicationScoped
class CandidateStore {
  private final Database database;

  CandidateStore(Database database) {
    this.database = database;
  }

  List<Candidate> list() {
    return database
        .session()
        .createQuery("from CandidateEntity", CandidateEntity.class)
        .setReadOnly(true)
        .stream()
        .map(CandidateEntity::toCandidate)
        .toList();
  }

  void insertAll(Collection<CandidateDetails> all, boolean sample) {
    try (StatelessSession session = database.openStatelessSession()) {
      session.insertMultiple(all.stream().map(details -> entity(details, sample)).toList());
    }
  }

  /**
   * @return false where the row is gone or its version is another
   */
  boolean update(UUID id, long version, CandidateDetails details) {
    Session session = database.session();
    CandidateEntity entity = session.find(CandidateEntity.class, id);
    if (entity == null || entity.version != version) {
      return false;
    }
    entity.fill(details);
    entity.sample = false;
    session.flush();
    return true;
  }

  /**
   * @return false where the row is gone or its version is another
   */
  boolean delete(UUID id, long version) {
    return database
            .session()
            .createMutationQuery(
                "delete from CandidateEntity where id = :id and version = :version")
            .setParameter("id", id)
            .setParameter("version", version)
            .executeUpdate()
        == 1;
  }

  void deleteSample() {
    database
        .session()
        .createMutationQuery("delete from CandidateEntity where sample")
        .executeUpdate();
  }

  private static CandidateEntity entity(CandidateDetails details, boolean sample) {
    CandidateEntity entity = new CandidateEntity();
    entity.id =
        sample
            ? UUID.nameUUIDFromBytes(
                ("sample-candidate/" + details.externalId()).getBytes(StandardCharsets.UTF_8))
            : UUID.randomUUID();
    entity.fill(details);
    entity.sample = sample;
    return entity;
  }
}
