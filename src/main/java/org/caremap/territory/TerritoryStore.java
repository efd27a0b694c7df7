package org.caremap.territory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caremap.platform.Database;
import org.jspecify.annotations.Nullable;

/** The only class that knows rows of saved plans. */
@ApplicationScoped
class TerritoryStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;

  TerritoryStore(Database database) {
    this.database = database;
  }

  /** All, the one changed last first. */
  @Transactional
  List<SavedTerritory> list() {
    return database
        .session()
        .createSelectionQuery(
            "from TerritoryPlanEntity order by updatedAt desc, id", TerritoryPlanEntity.class)
        .stream()
        .map(TerritoryStore::plan)
        .toList();
  }

  @Transactional
  Optional<SavedTerritory> find(String id) {
    return Optional.ofNullable(database.session().find(TerritoryPlanEntity.class, id))
        .map(TerritoryStore::plan);
  }

  @Transactional
  SavedTerritory insert(String name, @Nullable String note, TerritoryForm form) {
    TerritoryPlanEntity row = new TerritoryPlanEntity();
    row.id = UUID.randomUUID().toString();
    row.name = name;
    row.note = note;
    row.content = json(form);
    row.createdAt = now();
    row.updatedAt = row.createdAt;
    database.session().persist(row);
    database.session().flush();
    return plan(row);
  }

  /**
   * @param version that was looked at; null to overwrite whichever is there
   * @return empty where there is no such plan or it has another version
   */
  @Transactional
  Optional<SavedTerritory> update(
      String id, @Nullable Long version, String name, @Nullable String note, TerritoryForm form) {
    TerritoryPlanEntity row = database.session().find(TerritoryPlanEntity.class, id);
    if (row == null || (version != null && version != row.version)) {
      return Optional.empty();
    }
    row.name = name;
    row.note = note;
    row.content = json(form);
    row.updatedAt = now();
    database.session().flush();
    return Optional.of(plan(row));
  }

  /** Whether there was one. */
  @Transactional
  boolean delete(String id) {
    return database
            .session()
            .createMutationQuery("delete from TerritoryPlanEntity where id = :id")
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static SavedTerritory plan(TerritoryPlanEntity row) {
    try {
      return new SavedTerritory(
          row.id,
          row.name,
          row.note,
          JSON.readValue(row.content, TerritoryForm.class),
          row.createdAt,
          row.updatedAt,
          row.version);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("territory plan " + row.id + " cannot be read", e);
    }
  }

  private static String json(TerritoryForm form) {
    try {
      return JSON.writeValueAsString(form);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a form is texts and numbers", e);
    }
  }
}
