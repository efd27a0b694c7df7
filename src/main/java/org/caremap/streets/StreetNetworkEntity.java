package org.caremap.streets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of {@code street_network}: which files in CAREMAP_HOME are in force. */
@Entity
@Table(name = "street_network")
class StreetNetworkEntity {
  @Id UUID id;
  String name;

  @Column(name = "graph_file")
  String graphFile;

  @Column(name = "source_file")
  @Nullable String sourceFile;

  String attribution;

  @Column(name = "imported_at")
  Instant importedAt;

  boolean sample;
  @Version long version;
}
