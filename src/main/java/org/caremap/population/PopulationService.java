package org.caremap.population;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.caremap.platform.MergeCounts;

/** Demand points: the arrays that answers are computed from, and the writes that renew them. */
@ApplicationScoped
public class PopulationService {
  private final DemandStore store;
  private volatile DemandPoints points = DemandPoints.NONE;

  PopulationService(DemandStore store) {
    this.store = store;
  }

  /** All demand points as of the last committed write. */
  public DemandPoints points() {
    return points;
  }

  /** Reads the points anew from the database. */
  public void reload() {
    points = QuarkusTransaction.requiringNew().timeout(3600).call(store::list);
  }

  /**
   * Writes many at once inside the caller's transaction; the caller reloads after the commit.
   *
   * @param rows with distinct external ids
   * @param replace whether points that are not among the rows are removed
   * @param sampleGone whether the sample was removed in this transaction
   * @param onlyCount whether nothing is written
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public MergeCounts merge(
      List<? extends DemandMerge> rows, boolean replace, boolean sampleGone, boolean onlyCount) {
    DemandPoints stored = points;
    long unchanged = 0;
    List<DemandPoint> fresh = new ArrayList<>();
    List<DemandPoint> changed = new ArrayList<>();
    List<Long> changedIds = new ArrayList<>();
    List<Long> changedVersions = new ArrayList<>();
    BitSet seen = new BitSet(stored.size());
    for (DemandMerge row : rows) {
      int i = stored.indexOf(row.externalId());
      if (i < 0 || (sampleGone && stored.isSample(i))) {
        fresh.add(row.onto(null));
        continue;
      }
      seen.set(i);
      DemandPoint before = stored.get(i);
      DemandPoint after = row.onto(before);
      if (same(before, after)) {
        unchanged++;
      } else {
        changed.add(after);
        changedIds.add(stored.id(i));
        changedVersions.add(stored.version(i));
      }
    }
    List<Long> gone = new ArrayList<>();
    if (replace) {
      for (int i = 0; i < stored.size(); i++) {
        if (!seen.get(i) && !(sampleGone && stored.isSample(i))) {
          gone.add(stored.id(i));
        }
      }
    }
    if (!onlyCount) {
      store.deleteAll(gone);
      store.updateAll(changed, changedIds, changedVersions);
      store.insertAll(fresh, store.maxId() + 1, false);
    }
    return new MergeCounts(fresh.size(), changed.size(), unchanged, gone.size());
  }

  /** Stores sample points inside the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void insertSample(List<DemandPoint> all) {
    store.insertAll(all, store.maxId() + 1, true);
  }

  /** Removes the sample inside the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void deleteSample() {
    store.deleteSample();
  }

  private static boolean same(DemandPoint a, DemandPoint b) {
    return a.lon() == b.lon()
        && a.lat() == b.lat()
        && Objects.equals(a.areaCode(), b.areaCode())
        && Arrays.equals(a.counts(), b.counts());
  }
}
