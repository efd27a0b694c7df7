package org.caremap.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caremap.platform.Database;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The only class that knows rows of scenarios. Every call runs inside the caller's transaction. */
@ApplicationScoped
class ScenarioStore {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};
  private static final TypeReference<List<Seen>> SEEN = new TypeReference<>() {};
  private static final TypeReference<List<KeptFigures>> FIGURES = new TypeReference<>() {};

  private final Database database;

  ScenarioStore(Database database) {
    this.database = database;
  }

  List<StoredScenario> list() {
    return database
        .session()
        .createSelectionQuery(
            "from ScenarioEntity order by updatedAt desc, name", ScenarioEntity.class)
        .stream()
        .map(ScenarioStore::scenario)
        .toList();
  }

  Optional<StoredScenario> find(UUID id) {
    return Optional.ofNullable(database.session().find(ScenarioEntity.class, id))
        .map(ScenarioStore::scenario);
  }

  /** The id of the scenario of a name. */
  Optional<UUID> findByName(String name) {
    return database
        .session()
        .createSelectionQuery("select id from ScenarioEntity where name = :name", UUID.class)
        .setParameter("name", name)
        .uniqueResultOptional();
  }

  StoredScenario insert(StoredScenario scenario) {
    ScenarioEntity row = new ScenarioEntity();
    row.id = scenario.id();
    row.createdAt = scenario.createdAt();
    fill(row, scenario);
    database.session().persist(row);
    database.session().flush();
    return scenario(row);
  }

  /**
   * Stores a scenario in place of what is there.
   *
   * @param keep whether what is there is kept as a version
   * @return null where the row is gone or its version is another
   */
  @Nullable StoredScenario update(StoredScenario scenario, boolean keep) {
    Session session = database.session();
    ScenarioEntity row = session.find(ScenarioEntity.class, scenario.id());
    if (row == null || row.version != scenario.version()) {
      return null;
    }
    if (keep) {
      ScenarioVersionEntity before = new ScenarioVersionEntity();
      before.scenarioId = row.id;
      before.version = row.version;
      before.name = row.name;
      before.note = row.note;
      before.updatedAt = row.updatedAt;
      before.changes = row.changes;
      before.data = row.data;
      session.persist(before);
    }
    fill(row, scenario);
    session.flush();
    return scenario(row);
  }

  /** The earlier versions of a scenario, the latest first. */
  List<ScenarioVersion> versions(UUID id) {
    return database
        .session()
        .createSelectionQuery(
            "from ScenarioVersionEntity where scenarioId = :id order by version desc",
            ScenarioVersionEntity.class)
        .setParameter("id", id)
        .stream()
        .map(
            row ->
                new ScenarioVersion(
                    row.version,
                    row.name,
                    row.note,
                    row.updatedAt,
                    read(row.changes, CHANGES),
                    read(row.data, DATA)))
        .toList();
  }

  /** Deletes a scenario and its versions; whether there was one. */
  boolean delete(UUID id) {
    database
        .session()
        .createMutationQuery("delete from ScenarioVersionEntity where scenarioId = :id")
        .setParameter("id", id)
        .executeUpdate();
    return database
            .session()
            .createMutationQuery("delete from ScenarioEntity where id = :id")
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }

  private static void fill(ScenarioEntity row, StoredScenario scenario) {
    row.name = scenario.name();
    row.note = scenario.note();
    row.updatedAt = scenario.updatedAt();
    row.changes = write(scenario.changes(), CHANGES);
    row.data = write(scenario.data(), DATA);
    row.seen = write(scenario.seen(), SEEN);
    row.figures = write(scenario.figures(), FIGURES);
  }

  private static StoredScenario scenario(ScenarioEntity row) {
    return new StoredScenario(
        row.id,
        row.name,
        row.note,
        row.createdAt,
        row.updatedAt,
        row.version,
        read(row.changes, CHANGES),
        read(row.data, DATA),
        read(row.seen, SEEN),
        read(row.figures, FIGURES));
  }

  private static String write(Object value, TypeReference<?> type) {
    try {
      return JSON.writerFor(type).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a scenario is numbers and texts", e);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored scenario cannot be read", e);
    }
  }
}
