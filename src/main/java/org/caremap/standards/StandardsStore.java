package org.caremap.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.caremap.platform.Database;
import org.hibernate.Session;

/** The only class that knows these rows. Every call runs inside the caller's transaction. */
@ApplicationScoped
class StandardsStore {
  private final Database database;

  StandardsStore(Database database) {
    this.database = database;
  }

  /** Rules that a bureau wrote or changed, as JSON by id. */
  Map<String, String> rules() {
    Map<String, String> rules = new TreeMap<>();
    session()
        .createSelectionQuery("from StandardRuleEntity", StandardRuleEntity.class)
        .getResultList()
        .forEach(row -> rules.put(row.id, row.content));
    return rules;
  }

  /** Whether plans are adopted, by code; only those of which somebody said it. */
  Map<String, Boolean> adopted() {
    Map<String, Boolean> adopted = new TreeMap<>();
    session()
        .createSelectionQuery("from StandardPlanEntity", StandardPlanEntity.class)
        .getResultList()
        .forEach(row -> adopted.put(row.code, row.adopted));
    return adopted;
  }

  /** Exceptions, as JSON by id. */
  Map<String, String> exceptions() {
    Map<String, String> exceptions = new TreeMap<>();
    session()
        .createSelectionQuery("from StandardExceptionEntity", StandardExceptionEntity.class)
        .getResultList()
        .forEach(row -> exceptions.put(row.id, row.content));
    return exceptions;
  }

  void putRule(String id, String content) {
    StandardRuleEntity row = session().find(StandardRuleEntity.class, id);
    if (row == null) {
      row = new StandardRuleEntity();
      row.id = id;
      row.content = content;
      session().persist(row);
    } else {
      row.content = content;
    }
  }

  boolean deleteRule(String id) {
    StandardRuleEntity row = session().find(StandardRuleEntity.class, id);
    if (row != null) {
      session().remove(row);
    }
    return row != null;
  }

  void putAdopted(String code, boolean adopted) {
    StandardPlanEntity row = session().find(StandardPlanEntity.class, code);
    if (row == null) {
      row = new StandardPlanEntity();
      row.code = code;
      row.adopted = adopted;
      session().persist(row);
    } else {
      row.adopted = adopted;
    }
  }

  void putException(String id, String content) {
    StandardExceptionEntity row = session().find(StandardExceptionEntity.class, id);
    if (row == null) {
      row = new StandardExceptionEntity();
      row.id = id;
      row.content = content;
      session().persist(row);
    } else {
      row.content = content;
    }
  }

  boolean deleteException(String id) {
    StandardExceptionEntity row = session().find(StandardExceptionEntity.class, id);
    if (row != null) {
      session().remove(row);
    }
    return row != null;
  }

  private Session session() {
    return database.session();
  }
}
