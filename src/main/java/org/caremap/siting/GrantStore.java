package org.caremap.siting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import org.caremap.platform.Database;

/** The only class that knows rows of changed grants. */
@ApplicationScoped
class GrantStore {
  private final Database database;

  GrantStore(Database database) {
    this.database = database;
  }

  /** Changed sums by code. */
  @Transactional
  Map<String, Double> list() {
    Map<String, Double> sums = new HashMap<>();
    database
        .session()
        .createSelectionQuery("from GrantEntity", GrantEntity.class)
        .list()
        .forEach(row -> sums.put(row.code, row.yuan));
    return sums;
  }

  @Transactional
  void put(String code, double yuan) {
    GrantEntity row = database.session().find(GrantEntity.class, code);
    if (row == null) {
      row = new GrantEntity();
      row.code = code;
      row.yuan = yuan;
      database.session().persist(row);
    } else {
      row.yuan = yuan;
    }
  }

  /** Forgets a change. */
  @Transactional
  void delete(String code) {
    database
        .session()
        .createMutationQuery("delete from GrantEntity where code = :code")
        .setParameter("code", code)
        .executeUpdate();
  }
}
