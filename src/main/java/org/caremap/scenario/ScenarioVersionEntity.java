package org.caremap.scenario;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of {@code scenario_version}: a scenario as it was. */
@Entity
@Table(name = "scenario_version")
@IdClass(ScenarioVersionEntity.Key.class)
class ScenarioVersionEntity {
  @Id
  @Column(name = "scenario_id")
  UUID scenarioId;

  @Id long version;
  String name;
  @Nullable String note;

  @Column(name = "updated_at")
  Instant updatedAt;

  String changes;
  String data;

  /** Which version of which scenario. */
  record Key(UUID scenarioId, long version) implements Serializable {}
}
