package org.caremap.scenario;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of {@code scenario}; lists and maps are JSON. */
@Entity
@Table(name = "scenario")
class ScenarioEntity {
  @Id UUID id;
  String name;
  @Nullable String note;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  /** List of {@link Change}. */
  String changes;

  /** Content hash by kind of data. */
  String data;

  /** One {@link Seen} a change. */
  String seen;

  /** List of {@link KeptFigures}. */
  String figures;

  @Version long version;
}
