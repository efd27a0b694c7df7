package org.caremap.candidate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.caremap.facility.CodeLists;
import org.caremap.ledger.Ledger;
import org.caremap.platform.DataChanged;
import org.caremap.platform.MergeCounts;
import org.caremap.platform.ProblemException;
import org.caremap.platform.WriteLock;
import org.jspecify.annotations.Nullable;

/** Candidate sites: the list that reads are answered from, and the writes that renew it. */
@ApplicationScoped
public class CandidateService {
  /** All candidates at one moment, immutable. */
  private record Book(List<Candidate> all, Map<String, Candidate> byId, String content) {
    static Book of(List<Candidate> candidates) {
      List<Candidate> all =
          candidates.stream().sorted(Comparator.comparing(Candidate::externalId)).toList();
      Map<String, Candidate> byId = new HashMap<>();
      all.forEach(candidate -> byId.put(candidate.id().toString(), candidate));
      // The owner's id wins where it looks like one of ours.
      all.forEach(candidate -> byId.put(candidate.externalId(), candidate));
      return new Book(all, byId, Ledger.content(all.stream().map(Candidate::details).toList()));
    }
  }

  private final CandidateStore store;
  private final CodeLists codes;
  private final WriteLock writeLock;
  private final Event<DataChanged> changed;
  private volatile Book book = Book.of(List.of());

  CandidateService(
      CandidateStore store, CodeLists codes, WriteLock writeLock, Event<DataChanged> changed) {
    this.store = store;
    this.codes = codes;
    this.writeLock = writeLock;
    this.changed = changed;
  }

  /** All candidates, in order of external id, as of the last committed write. */
  public List<Candidate> list() {
    return book.all();
  }

  /** By the owner's id or by ours. */
  public Optional<Candidate> find(String id) {
    return Optional.ofNullable(book.byId().get(id));
  }

  /**
   * The candidate of this id.
   *
   * @throws ProblemException 404 if none has it
   */
  public Candidate get(String id) {
    return find(id).orElseThrow(() -> ProblemException.notFound("candidate", id));
  }

  /**
   * What the candidates say, for the inputs of a figure that is made of them.
   *
   * @return 12 hex digits, the same on every machine; {@code none} where none is loaded
   */
  public String content() {
    return book.content();
  }

  /** Reads the candidates anew from the database. */
  public void reload() {
    book = Book.of(QuarkusTransaction.requiringNew().call(store::list));
  }

  /**
   * Adds one candidate.
   *
   * @throws ProblemException 400 where a field is out of range, 409 where the external id is taken
   */
  public Candidate create(CandidateDetails details) {
    CandidateDetails checked = prepared(details);
    return writeLock.call(
        () -> {
          if (findByExternalId(checked.externalId()).isPresent()) {
            throw taken(checked.externalId());
          }
          QuarkusTransaction.requiringNew().run(() -> store.insertAll(List.of(checked), false));
          publish();
          return findByExternalId(checked.externalId()).orElseThrow();
        });
  }

  /**
   * Corrects one candidate.
   *
   * @param id internal or external id
   * @param version the version that was edited; needed
   * @throws ProblemException 404, 400, or 409 where it was changed in between
   */
  public Candidate update(
      String id, @Nullable Long version, UnaryOperator<CandidateDetails> correction) {
    return writeLock.call(
        () -> {
          Candidate before = get(id);
          CandidateDetails after = prepared(correction.apply(before.details()));
          if (ProblemException.requireVersion(version) != before.version()) {
            throw stale(before);
          }
          Optional<Candidate> holder = findByExternalId(after.externalId());
          if (holder.isPresent() && !holder.get().id().equals(before.id())) {
            throw taken(after.externalId());
          }
          if (!QuarkusTransaction.requiringNew()
              .call(() -> store.update(before.id(), before.version(), after))) {
            throw stale(before);
          }
          publish();
          return findByExternalId(after.externalId()).orElseThrow();
        });
  }

  /**
   * Removes one candidate for good.
   *
   * @param version the version that was looked at, null for whichever is there
   * @throws ProblemException 404, or 409 where it was changed in between
   */
  public void delete(String id, @Nullable Long version) {
    writeLock.call(
        () -> {
          Candidate before = get(id);
          if (version != null && version != before.version()
              || !QuarkusTransaction.requiringNew()
                  .call(() -> store.delete(before.id(), before.version()))) {
            throw stale(before);
          }
          publish();
          return null;
        });
  }

  /**
   * Writes many at once inside the caller's transaction; the caller reloads after the commit.
   *
   * @param rows with distinct external ids
   * @param replace whether candidates that are not among the rows are removed
   * @param sampleGone whether the sample was removed in this transaction
   * @param onlyCount whether nothing is written
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public MergeCounts merge(
      List<CandidateMerge> rows, boolean replace, boolean sampleGone, boolean onlyCount) {
    long updated = 0;
    long unchanged = 0;
    long removed = 0;
    List<CandidateDetails> fresh = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (CandidateMerge row : rows) {
      Candidate before =
          findByExternalId(row.externalId()).filter(c -> !(sampleGone && c.sample())).orElse(null);
      CandidateDetails after = row.onto(before == null ? null : before.details());
      if (before == null) {
        fresh.add(after);
        continue;
      }
      seen.add(before.id());
      if (after.equals(before.details())) {
        unchanged++;
      } else {
        updated++;
        if (!onlyCount && !store.update(before.id(), before.version(), after)) {
          throw stale(before);
        }
      }
    }
    if (replace) {
      for (Candidate before : list()) {
        if (!seen.contains(before.id()) && !(sampleGone && before.sample())) {
          removed++;
          if (!onlyCount && !store.delete(before.id(), before.version())) {
            throw stale(before);
          }
        }
      }
    }
    if (!onlyCount) {
      store.insertAll(fresh, false);
    }
    return new MergeCounts(fresh.size(), updated, unchanged, removed);
  }

  /** Stores sample candidates inside the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void insertSample(List<CandidateDetails> all) {
    store.insertAll(all, true);
  }

  /** Removes the sample inside the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void deleteSample() {
    store.deleteSample();
  }

  private Optional<Candidate> findByExternalId(@Nullable String externalId) {
    return Optional.ofNullable(book.byId().get(externalId))
        .filter(candidate -> candidate.externalId().equals(externalId));
  }

  private CandidateDetails prepared(CandidateDetails details) {
    CandidateDetails named =
        details.externalId() == null
            ? details.withExternalId("form-" + UUID.randomUUID())
            : details;
    CandidateRules.check(named, codes);
    return named;
  }

  private void publish() {
    reload();
    changed.fire(new DataChanged(Set.of(DataChanged.Kind.CANDIDATES)));
  }

  private static ProblemException taken(@Nullable String externalId) {
    return ProblemException.conflict(
        "externalId '%s' is taken by another candidate".formatted(externalId));
  }

  private static ProblemException stale(Candidate candidate) {
    return ProblemException.conflict(
        "candidate '%s' was changed by somebody else in between (now version %d); load it again"
            .formatted(candidate.externalId(), candidate.version()));
  }
}
