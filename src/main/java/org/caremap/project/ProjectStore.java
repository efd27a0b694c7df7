package org.caremap.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.caremap.platform.Database;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The only class that knows project rows. Every call runs inside the caller's transaction. */
@ApplicationScoped
class ProjectStore {
  private final Database database;

  ProjectStore(Database database) {
    this.database = database;
  }

  /** Every project, deleted ones too, in the order in which they came. */
  List<Project> list() {
    Map<UUID, List<ProjectChange>> histories = new HashMap<>();
    database
        .session()
        .createQuery("from ProjectChangeEntity order by place", ProjectChangeEntity.class)
        .setReadOnly(true)
        .stream()
        .forEach(
            entity ->
                histories
                    .computeIfAbsent(entity.projectId, id -> new ArrayList<>())
                    .add(entity.toChange()));
    return database
        .session()
        .createQuery("from ProjectEntity order by createdAt, id", ProjectEntity.class)
        .setReadOnly(true)
        .stream()
        .map(entity -> entity.toProject(histories.getOrDefault(entity.id, List.of())))
        .toList();
  }

  Optional<Project> find(UUID id) {
    ProjectEntity entity = database.session().find(ProjectEntity.class, id);
    return entity == null ? Optional.empty() : Optional.of(entity.toProject(history(id)));
  }

  private List<ProjectChange> history(UUID id) {
    return database
        .session()
        .createQuery(
            "from ProjectChangeEntity where projectId = :id order by place",
            ProjectChangeEntity.class)
        .setParameter("id", id)
        .setReadOnly(true)
        .stream()
        .map(ProjectChangeEntity::toChange)
        .toList();
  }

  UUID insert(ProjectDetails details, Instant at) {
    ProjectEntity entity = new ProjectEntity();
    entity.id = UUID.randomUUID();
    entity.createdAt = at;
    entity.fill(details);
    database.session().persist(entity);
    note(entity.id, 0, at, ProjectChange.CREATED, null, details.name());
    database.session().flush();
    return entity.id;
  }

  /**
   * Changes a project and writes down every field that became another.
   *
   * @return false where the row is gone or its version is another
   */
  boolean update(Project before, ProjectDetails after, Instant at) {
    Session session = database.session();
    ProjectEntity entity = session.find(ProjectEntity.class, before.id());
    if (entity == null || entity.deletedAt != null || entity.version != before.version()) {
      return false;
    }
    entity.fill(after);
    Map<String, @Nullable String> old = before.details().texts();
    int place = before.history().size();
    for (Map.Entry<String, @Nullable String> field : after.texts().entrySet()) {
      String from = old.get(field.getKey());
      if (!Objects.equals(from, field.getValue())) {
        note(before.id(), place++, at, field.getKey(), from, field.getValue());
      }
    }
    session.flush();
    return true;
  }

  /**
   * Takes a project out of the library; its rows stay.
   *
   * @return false where the row is gone or its version is another
   */
  boolean delete(Project before, Instant at) {
    Session session = database.session();
    ProjectEntity entity = session.find(ProjectEntity.class, before.id());
    if (entity == null || entity.deletedAt != null || entity.version != before.version()) {
      return false;
    }
    entity.deletedAt = at;
    note(
        before.id(),
        before.history().size(),
        at,
        ProjectChange.DELETED,
        before.details().name(),
        null);
    session.flush();
    return true;
  }

  private void note(
      UUID project,
      int place,
      Instant at,
      String field,
      @Nullable String from,
      @Nullable String to) {
    ProjectChangeEntity entity = new ProjectChangeEntity();
    entity.id = UUID.randomUUID();
    entity.projectId = project;
    entity.place = place;
    entity.at = at;
    entity.field = field;
    entity.from = from;
    entity.to = to;
    database.session().persist(entity);
  }
}
