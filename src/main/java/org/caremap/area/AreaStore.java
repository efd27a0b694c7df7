package org.caremap.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.caremap.platform.Database;
import org.hibernate.StatelessSession;

/** The only class that knows area rows. Every call runs inside the caller's transaction. */
@ApplicationScoped
class AreaStore {
  private final Database database;

  AreaStore(Database database) {
    this.database = database;
  }

  List<Area> list() {
    try (StatelessSession session = database.openStatelessSession()) {
      return session
          .createSelectionQuery("from AreaEntity order by code", AreaEntity.class)
          .getResultList()
          .stream()
          .map(AreaEntity::toArea)
          .toList();
    }
  }

  void insertAll(List<Area> areas) {
    try (StatelessSession session = database.openStatelessSession()) {
      session.insertMultiple(areas.stream().map(AreaEntity::of).toList());
    }
  }

  void updateAll(List<Area> areas) {
    try (StatelessSession session = database.openStatelessSession()) {
      session.updateMultiple(areas.stream().map(AreaEntity::of).toList());
    }
  }

  void deleteAll(List<String> codes) {
    for (int from = 0; from < codes.size(); from += 5_000) {
      database
          .session()
          .createMutationQuery("delete from AreaEntity where code in :codes")
          .setParameterList("codes", codes.subList(from, Math.min(codes.size(), from + 5_000)))
          .executeUpdate();
    }
  }

  void deleteSample() {
    database.session().createMutationQuery("delete from AreaEntity where sample").executeUpdate();
  }
}
