package org.caremap.facility;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.caremap.platform.DataChanged;
import org.caremap.platform.MergeCounts;
import org.caremap.platform.ProblemException;
import org.caremap.platform.WriteLock;
import org.jspecify.annotations.Nullable;

/** Facilities: the catalogue that reads are answered from, and the writes that renew it. */
@ApplicationScoped
public class FacilityService {
  private final FacilityStore store;
  private final CodeLists codes;
  private final WriteLock writeLock;
  private final Event<DataChanged> changed;
  private volatile FacilityCatalog catalog = new FacilityCatalog(List.of());

  FacilityService(
      FacilityStore store, CodeLists codes, WriteLock writeLock, Event<DataChanged> changed) {
    this.store = store;
    this.codes = codes;
    this.writeLock = writeLock;
    this.changed = changed;
  }

  /** All facilities as of the last committed write. */
  public FacilityCatalog catalog() {
    return catalog;
  }

  /** Reads the catalogue anew from the database. */
  public void reload() {
    catalog = new FacilityCatalog(QuarkusTransaction.requiringNew().call(store::list));
  }

  /**
   * Adds one facility.
   *
   * @throws ProblemException 400 where a field is out of range, 409 where the external id is taken
   */
  public Facility create(FacilityDetails details) {
    FacilityDetails checked = prepared(details);
    return writeLock.call(
        () -> {
          if (catalog.findByExternalId(checked.externalId()).isPresent()) {
            throw ProblemException.conflict(
                "externalId '%s' is taken by another facility".formatted(checked.externalId()));
          }
          QuarkusTransaction.requiringNew().call(() -> store.insert(checked, false));
          return published(checked.externalId());
        });
  }

  /**
   * Corrects one facility.
   *
   * @param id internal or external id
   * @param version the version that was edited, null to overwrite whichever is there
   * @throws ProblemException 404, 400, or 409 where it was changed in between
   */
  public Facility update(
      String id, @Nullable Long version, UnaryOperator<FacilityDetails> correction) {
    return writeLock.call(
        () -> {
          Facility before = get(id);
          FacilityDetails after = prepared(correction.apply(before.details()));
          if (version != null && version != before.version()) {
            throw stale(before);
          }
          Optional<Facility> holder = catalog.findByExternalId(after.externalId());
          if (holder.isPresent() && !holder.get().id().equals(before.id())) {
            throw ProblemException.conflict(
                "externalId '%s' is taken by another facility".formatted(after.externalId()));
          }
          boolean done =
              QuarkusTransaction.requiringNew()
                  .call(() -> store.update(before.id(), before.version(), after));
          if (!done) {
            throw stale(before);
          }
          return published(after.externalId());
        });
  }

  /**
   * Corrects many at once: all of them or, where one fails, none.
   *
   * @param corrections by internal id
   * @throws ProblemException 404, 400, or 409 where one was changed in between
   */
  public void updateAll(Map<UUID, UnaryOperator<FacilityDetails>> corrections) {
    writeLock.call(
        () -> {
          QuarkusTransaction.requiringNew()
              .run(
                  () ->
                      corrections.forEach(
                          (id, correction) -> {
                            Facility before = get(id.toString());
                            requireUpdated(before, prepared(correction.apply(before.details())));
                          }));
          reload();
          changed.fire(new DataChanged(Set.of(DataChanged.Kind.FACILITIES)));
          return corrections.size();
        });
  }

  /** The facility of this id. */
  public Facility get(String id) {
    return catalog.find(id).orElseThrow(() -> ProblemException.notFound("facility", id));
  }

  /**
   * Writes many at once inside the caller's transaction; the caller reloads after the commit.
   *
   * @param rows with distinct external ids
   * @param replace whether facilities that are not among the rows are closed
   * @param sampleGone whether the sample was removed in this transaction
   * @param onlyCount whether nothing is written
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public MergeCounts merge(
      List<FacilityMerge> rows, boolean replace, boolean sampleGone, boolean onlyCount) {
    long updated = 0;
    long unchanged = 0;
    long closed = 0;
    List<FacilityDetails> fresh = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (FacilityMerge row : rows) {
      Facility before =
          catalog
              .findByExternalId(row.externalId())
              .filter(f -> !(sampleGone && f.sample()))
              .orElse(null);
      FacilityDetails after = row.onto(before == null ? null : before.details());
      if (before == null) {
        fresh.add(after);
        continue;
      }
      seen.add(before.id());
      if (after.equals(before.details())) {
        unchanged++;
      } else {
        updated++;
        if (!onlyCount) {
          requireUpdated(before, after);
        }
      }
    }
    if (replace) {
      for (Facility before : catalog.list()) {
        boolean gone = !seen.contains(before.id()) && !(sampleGone && before.sample());
        if (gone && before.details().status() != FacilityStatus.CLOSED) {
          closed++;
          if (!onlyCount) {
            requireUpdated(before, before.details().withStatus(FacilityStatus.CLOSED));
          }
        }
      }
    }
    if (!onlyCount) {
      store.insertAll(fresh, false);
    }
    return new MergeCounts(fresh.size(), updated, unchanged, closed);
  }

  /** Stores sample facilities inside the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void insertSample(List<FacilityDetails> all) {
    store.insertAll(all, true);
  }

  /** Removes the sample inside the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void deleteSample() {
    store.deleteSample();
  }

  private void requireUpdated(Facility before, FacilityDetails after) {
    if (!store.update(before.id(), before.version(), after)) {
      throw stale(before);
    }
  }

  private FacilityDetails prepared(FacilityDetails details) {
    String externalId = details.externalId();
    FacilityDetails named =
        externalId == null || externalId.isBlank()
            ? details.withExternalId("form-" + UUID.randomUUID())
            : details;
    FacilityRules.check(named, codes);
    return named;
  }

  private Facility published(String externalId) {
    reload();
    changed.fire(new DataChanged(Set.of(DataChanged.Kind.FACILITIES)));
    return catalog.findByExternalId(externalId).orElseThrow();
  }

  private static ProblemException stale(Facility facility) {
    return ProblemException.conflict(
        "facility '%s' was changed by somebody else in between (now version %d); load it again"
            .formatted(facility.details().externalId(), facility.version()));
  }
}
