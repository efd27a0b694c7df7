package org.caremap.targets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.caremap.platform.Database;

/** The only class that knows rows of own plan tables. */
@ApplicationScoped
class TargetTableStore {
  private final Database database;

  TargetTableStore(Database database) {
    this.database = database;
  }

  @Transactional
  List<TargetSource> list() {
    return database
        .session()
        .createSelectionQuery("from TargetTableEntity order by code", TargetTableEntity.class)
        .stream()
        .map(
            row ->
                new TargetSource(
                    row.code,
                    row.name,
                    row.name,
                    null,
                    null,
                    null,
                    row.fileName,
                    false,
                    row.content,
                    Map.of()))
        .toList();
  }

  /** Stores a table, in place of one with the same code. */
  @Transactional
  void put(String code, String name, String fileName, String content) {
    TargetTableEntity row = database.session().find(TargetTableEntity.class, code);
    boolean isNew = row == null;
    if (row == null) {
      row = new TargetTableEntity();
      row.code = code;
    }
    row.name = name;
    row.fileName = fileName;
    row.content = content;
    if (isNew) {
      database.session().persist(row);
    }
  }

  /** Whether there was one. */
  @Transactional
  boolean delete(String code) {
    return database
            .session()
            .createMutationQuery("delete from TargetTableEntity where code = :code")
            .setParameter("code", code)
            .executeUpdate()
        > 0;
  }
}
