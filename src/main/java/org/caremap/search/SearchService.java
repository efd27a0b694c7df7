package org.caremap.search;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caremap.area.AreaService;
import org.caremap.facility.FacilityService;
import org.caremap.platform.DataChanged;
import org.caremap.population.PopulationService;
import org.caremap.streets.StreetService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds places by name. The index is made when first needed and again in the background after every
 * committed write; until the new one is there the old one answers. What is asked is never logged.
 */
@ApplicationScoped
public class SearchService {
  private static final Logger LOG = Logger.getLogger(SearchService.class);

  private final AreaService areas;
  private final FacilityService facilities;
  private final StreetService streets;
  private final PopulationService population;
  private final AtomicBoolean queued = new AtomicBoolean();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "search-index");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean wanted;
  private volatile @Nullable SearchIndex current;

  SearchService(
      AreaService areas,
      FacilityService facilities,
      StreetService streets,
      PopulationService population) {
    this.areas = areas;
    this.facilities = facilities;
    this.streets = streets;
    this.population = population;
  }

  /**
   * What fits what was typed, best first.
   *
   * @param text as typed
   * @param limit how many at most, at least 1
   * @param kind only these, null for all
   */
  public List<SearchHit> find(String text, int limit, @Nullable SearchKind kind) {
    SearchIndex index = current;
    return (index == null ? first() : index).find(text, limit, kind);
  }

  /** Makes the index in the background, so that the first question does not wait. */
  public void prepare() {
    wanted = true;
    if (queued.compareAndSet(false, true)) {
      try {
        worker.execute(this::renew);
      } catch (RejectedExecutionException e) {
        LOG.debug("the service is stopping");
      }
    }
  }

  void onChange(@Observes DataChanged change) {
    // A command that only imports never needs one.
    if (wanted && change.concernsCare()) {
      prepare();
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  private synchronized SearchIndex first() {
    wanted = true;
    SearchIndex index = current;
    return index == null ? build() : index;
  }

  private void renew() {
    // Whatever changes from here on asks again.
    queued.set(false);
    try {
      synchronized (this) {
        build();
      }
    } catch (RuntimeException e) {
      LOG.error("the search index was not renewed; the old one stays", e);
    }
  }

  private SearchIndex build() {
    long start = System.nanoTime();
    SearchIndex index =
        SearchIndex.of(
            SearchEntries.of(
                areas.tree(),
                facilities.catalog(),
                streets.find().orElse(null),
                population.points()));
    current = index;
    LOG.infof(
        "search: %,d names, %,d KiB, %d ms",
        index.size(), index.indexBytes() >> 10, (System.nanoTime() - start) / 1_000_000);
    return index;
  }
}
