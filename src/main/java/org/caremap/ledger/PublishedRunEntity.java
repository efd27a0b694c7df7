package org.caremap.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Row of {@code published_run}. */
@Entity
@Table(name = "published_run")
class PublishedRunEntity {
  @Id String id;
  String kind;
  String title;

  /** {@link RunInputs} as JSON. */
  String inputs;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "published_by")
  String publishedBy;

  @Version long version;
}
