package org.caremap.area;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caremap.platform.MergeCounts;

/** Areas: the tree that answers are grouped by, and the writes that renew it. */
@ApplicationScoped
public class AreaService {
  private final AreaStore store;
  private volatile AreaTree tree = new AreaTree(List.of());

  AreaService(AreaStore store) {
    this.store = store;
  }

  /** All areas as of the last committed write. */
  public AreaTree tree() {
    return tree;
  }

  /** Reads the tree anew from the database. */
  public void reload() {
    tree = new AreaTree(QuarkusTransaction.requiringNew().call(store::list));
  }

  /**
   * Writes many at once inside the caller's transaction; the caller reloads after the commit.
   *
   * @param rows with distinct codes
   * @param replace whether areas that are not among the rows are removed
   * @param sampleGone whether the sample was removed in this transaction
   * @param onlyCount whether nothing is written
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public MergeCounts merge(
      List<? extends AreaMerge> rows, boolean replace, boolean sampleGone, boolean onlyCount) {
    AreaTree stored = tree;
    List<Area> fresh = new ArrayList<>();
    List<Area> changed = new ArrayList<>();
    long unchanged = 0;
    Set<String> seen = new HashSet<>();
    for (AreaMerge row : rows) {
      Area before = stored.find(row.code()).filter(a -> !(sampleGone && a.sample())).orElse(null);
      Area after = row.onto(before);
      if (before == null) {
        fresh.add(after);
      } else {
        seen.add(row.code());
        if (after.sameFacts(before)) {
          unchanged++;
        } else {
          changed.add(after);
        }
      }
    }
    List<String> gone =
        !replace
            ? List.of()
            : stored.list().stream()
                .filter(a -> !seen.contains(a.code()) && !(sampleGone && a.sample()))
                .map(Area::code)
                .toList();
    if (!onlyCount) {
      store.deleteAll(gone);
      store.updateAll(changed);
      store.insertAll(fresh);
    }
    return new MergeCounts(fresh.size(), changed.size(), unchanged, gone.size());
  }

  /** Stores sample areas inside the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void insertSample(List<Area> all) {
    store.insertAll(all);
  }

  /** Removes the sample inside the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void deleteSample() {
    store.deleteSample();
  }
}
