package org.caremap.standards;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Row of {@code standard_plan}: whether a plan is adopted. */
@Entity
@Table(name = "standard_plan")
class StandardPlanEntity {
  @Id String code;
  boolean adopted;
  @Version long version;
}
