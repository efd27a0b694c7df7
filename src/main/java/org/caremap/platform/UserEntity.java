package org.caremap.platform;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Someone who may sign in. */
@Entity
@Table(name = "app_user")
class UserEntity {
  @Id String username;

  @jakarta.persistence.Column(name = "password_hash")
  String passwordHash;

  String role;
  @Version long version;
}
