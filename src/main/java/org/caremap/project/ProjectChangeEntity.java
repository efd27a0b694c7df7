package org.caremap.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of {@code project_change}: written once, never changed. */
@Entity
@Table(name = "project_change")
class ProjectChangeEntity {
  @Id UUID id;

  @Column(name = "project_id")
  UUID projectId;

  /** Order within the project. */
  int place;

  @Column(name = "changed_at")
  Instant at;

  @Column(name = "field_name")
  String field;

  @Column(name = "from_value")
  @Nullable String from;

  @Column(name = "to_value")
  @Nullable String to;

  ProjectChange toChange() {
    return new ProjectChange(at, field, from, to);
  }
}
