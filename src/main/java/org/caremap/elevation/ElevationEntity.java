package org.caremap.elevation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code elevation}: which raster in CAREMAP_HOME is in force. */
@Entity
@Table(name = "elevation")
class ElevationEntity {
  @Id UUID id;
  String name;

  @Column(name = "raster_file")
  String rasterFile;

  String attribution;

  @Column(name = "source_checksum")
  String sourceChecksum;

  @Column(name = "imported_at")
  Instant importedAt;

  @Version long version;
}
