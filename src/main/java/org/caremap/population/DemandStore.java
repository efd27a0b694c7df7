package org.caremap.population;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.caremap.platform.Database;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.StatelessSession;

/** The only class that knows demand rows. Every call runs inside the caller's transaction. */
@ApplicationScoped
class DemandStore {
  private static final int CHUNK = 5_000;

  private final Database database;

  DemandStore(Database database) {
    this.database = database;
  }

  DemandPoints list() {
    try (StatelessSession session = database.openStatelessSession()) {
      Long count =
          session
              .createSelectionQuery("select count(*) from DemandPointEntity", Long.class)
              .getSingleResult();
      DemandPoints.Builder builder = new DemandPoints.Builder(Math.toIntExact(count));
      try (ScrollableResults<DemandPointEntity> rows =
          session
              .createSelectionQuery("from DemandPointEntity order by id", DemandPointEntity.class)
              .setFetchSize(CHUNK)
              .scroll(ScrollMode.FORWARD_ONLY)) {
        while (rows.next()) {
          builder.add(rows.get());
        }
      }
      return builder.build();
    }
  }

  void insertAll(List<DemandPoint> points, long firstId, boolean sample) {
    try (StatelessSession session = database.openStatelessSession()) {
      List<DemandPointEntity> chunk = new ArrayList<>(CHUNK);
      for (int i = 0; i < points.size(); i++) {
        DemandPointEntity row = new DemandPointEntity();
        row.id = firstId + i;
        row.sample = sample;
        row.fill(points.get(i));
        chunk.add(row);
        if (chunk.size() == CHUNK) {
          session.insertMultiple(chunk);
          chunk.clear();
        }
      }
      session.insertMultiple(chunk);
    }
  }

  void updateAll(List<DemandPoint> points, List<Long> ids, List<Long> versions) {
    try (StatelessSession session = database.openStatelessSession()) {
      List<DemandPointEntity> chunk = new ArrayList<>(CHUNK);
      for (int i = 0; i < points.size(); i++) {
        DemandPointEntity row = new DemandPointEntity();
        row.id = ids.get(i);
        row.version = versions.get(i);
        row.fill(points.get(i));
        chunk.add(row);
        if (chunk.size() == CHUNK) {
          session.updateMultiple(chunk);
          chunk.clear();
        }
      }
      session.updateMultiple(chunk);
    }
  }

  void deleteAll(List<Long> ids) {
    for (int from = 0; from < ids.size(); from += CHUNK) {
      database
          .session()
          .createMutationQuery("delete from DemandPointEntity where id in :ids")
          .setParameterList("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
          .executeUpdate();
    }
  }

  void deleteSample() {
    database
        .session()
        .createMutationQuery("delete from DemandPointEntity where sample")
        .executeUpdate();
  }

  long maxId() {
    Long max =
        database
            .session()
            .createSelectionQuery("select max(id) from DemandPointEntity", Long.class)
            .getSingleResultOrNull();
    return max == null ? 0 : max;
  }
}
