package org.caremap.targets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Row of {@code target_table}: a bureau's own plan table. */
@Entity
@Table(name = "target_table")
class TargetTableEntity {
  @Id String code;
  String name;

  @Column(name = "file_name")
  String fileName;

  String content;
  @Version long version;
}
