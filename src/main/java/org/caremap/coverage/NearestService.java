package org.caremap.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The nearest facilities of a place, on foot. */
@ApplicationScoped
class NearestService {
  private final SnapshotService snapshots;

  NearestService(SnapshotService snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * What is asked.
   *
   * @param maxMinutes inclusive, may be infinite
   */
  record Question(
      double lon, double lat, List<String> types, int limit, double maxMinutes, Walker walker) {}

  NearestAnswer answer(Question q) {
    CareSnapshot snapshot = snapshots.current();
    NearestSearch search = new NearestSearch(snapshot, q.walker());
    NearestSearch.Found found =
        search.search(q.lon(), q.lat(), snapshot.operating(q.types()), q.limit(), q.maxMinutes());
    return new NearestAnswer(
        snapshot.method(false).code(),
        q.walker().speedKmh(),
        q.walker().profile().code(),
        q.walker().trip().code(),
        found.origin(),
        found.facilities().stream().map(search::result).toList());
  }
}
