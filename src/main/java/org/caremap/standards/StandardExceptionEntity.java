package org.caremap.standards;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Row of {@code standard_exception}: an approved exception, as JSON. */
@Entity
@Table(name = "standard_exception")
class StandardExceptionEntity {
  @Id String id;
  String content;
  @Version long version;
}
