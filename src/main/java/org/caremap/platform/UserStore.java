package org.caremap.platform;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Who may sign in; passwords are kept as bcrypt hashes only. */
@ApplicationScoped
class UserStore {
  private final Database database;

  UserStore(Database database) {
    this.database = database;
  }

  /** A user's hash and role. */
  record Account(String passwordHash, String role) {}

  @Transactional
  Optional<Account> find(String username) {
    return Optional.ofNullable(database.session().find(UserEntity.class, username))
        .map(user -> new Account(user.passwordHash, user.role));
  }

  @Transactional
  void setPassword(String username, String password, String role) {
    UserEntity user = database.session().find(UserEntity.class, username);
    if (user == null) {
      user = new UserEntity();
      user.username = username;
      user.role = role;
      user.passwordHash = BcryptUtil.bcryptHash(password, 12);
      database.session().persist(user);
    } else {
      user.passwordHash = BcryptUtil.bcryptHash(password, 12);
    }
  }
}
