package org.caremap.siting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Row of {@code siting_grant}: a sum that the bureau has changed. */
@Entity
@Table(name = "siting_grant")
class GrantEntity {
  @Id String code;
  double yuan;
  @Version long version;
}
