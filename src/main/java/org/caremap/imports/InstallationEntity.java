package org.caremap.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Row of {@code installation}: a fact that must survive a restart. */
@Entity
@Table(name = "installation")
class InstallationEntity {
  @Id String fact;
  String content;
  @Version long version;
}
