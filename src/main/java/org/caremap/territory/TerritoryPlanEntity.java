package org.caremap.territory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row of {@code territory_plan}. */
@Entity
@Table(name = "territory_plan")
class TerritoryPlanEntity {
  @Id String id;
  String name;
  @Nullable String note;

  /** {@link TerritoryForm} as JSON. */
  String content;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Version long version;
}
