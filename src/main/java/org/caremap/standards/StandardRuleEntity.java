package org.caremap.standards;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Row of {@code standard_rule}: a rule that a bureau wrote or changed, as JSON. */
@Entity
@Table(name = "standard_rule")
class StandardRuleEntity {
  @Id String id;
  String content;
  @Version long version;
}
