package org.caremap.coverage;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.caremap.core.coverage.Cutoff;
import org.caremap.core.coverage.ServiceAreaBatch;
import org.caremap.facility.Facility;
import org.caremap.platform.ProblemException;
import org.caremap.platform.geojson.Feature;
import org.jboss.logging.Logger;

/** Jobs that draw and count the service areas of all facilities of some types. */
@ApplicationScoped
class ServiceAreasService {
  private static final Logger LOG = Logger.getLogger(ServiceAreasService.class);
  private static final int KEPT_JOBS = 4;

  private final SnapshotService snapshots;
  private final ServiceAreaService single;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "service-areas");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<UUID, ServiceAreasJob> jobs = new LinkedHashMap<>();

  ServiceAreasService(SnapshotService snapshots, ServiceAreaService single) {
    this.snapshots = snapshots;
    this.single = single;
  }

  @PreDestroy
  void stop() {
    synchronized (jobs) {
      jobs.values().forEach(ServiceAreasJob::cancel);
    }
    executor.shutdownNow();
  }

  /** Starts a job, after those that are under way; the oldest finished one is forgotten. */
  ServiceAreasJob start(List<String> types, List<Double> minutes, Walker walker) {
    CareSnapshot snapshot = snapshots.current();
    int[] indices = snapshot.operating(types);
    ServiceAreasJob job = new ServiceAreasJob(indices.length);
    synchronized (jobs) {
      if (jobs.size() >= KEPT_JOBS) {
        UUID oldest =
            jobs.values().stream()
                .filter(kept -> !kept.state().status().equals(ServiceAreasJob.RUNNING))
                .map(ServiceAreasJob::id)
                .findFirst()
                .orElseThrow(
                    () ->
                        ProblemException.conflict(
                            KEPT_JOBS + " jobs are under way; wait for one or cancel it"));
        jobs.remove(oldest);
      }
      jobs.put(job.id(), job);
    }
    executor.execute(() -> job.run(() -> draw(job, snapshot, indices, minutes, walker)));
    return job;
  }

  private void draw(
      ServiceAreasJob job,
      CareSnapshot snapshot,
      int[] indices,
      List<Double> minutes,
      Walker walker) {
    long start = System.nanoTime();
    if (snapshot.streets() == null) {
      for (int row = 0; row < indices.length; row++) {
        Facility facility = snapshot.facilities().list().get(indices[row]);
        job.put(row, single.ofFacility(facility.id().toString(), minutes, walker));
        job.progress((row + 1.0) / indices.length);
      }
    } else {
      List<Cutoff> bands = minutes.stream().map(walker::cutoff).toList();
      new ServiceAreaBatch(
              snapshot.facilityPlaces(walker.profile()),
              snapshot.demandPlaces(walker.profile()),
              snapshot.demandGrid(),
              walker.trip(),
              bands,
              snapshot.snapLimitMeters())
          .draw(
              indices,
              (row, reach, shapes) -> {
                Facility facility = snapshot.facilities().list().get(indices[row]);
                List<Feature> features =
                    ServiceAreaService.features(
                        snapshot,
                        minutes,
                        walker,
                        reach.reached(),
                        shapes,
                        reach.sourceEdge() < 0 ? null : Rounding.meters(reach.sourceAccessMeters()),
                        FacilityRef.of(facility));
                job.put(row, features);
              },
              job::progress,
              job::isCancelled);
    }
    LOG.infof(
        "service areas of %,d facilities, %d bands, %d ms",
        indices.length, minutes.size(), (System.nanoTime() - start) / 1_000_000);
  }

  /**
   * @throws ProblemException 404 if there is no such job
   */
  ServiceAreasJob find(String id) {
    synchronized (jobs) {
      return jobs.values().stream()
          .filter(job -> job.id().toString().equals(id))
          .findFirst()
          .orElseThrow(() -> ProblemException.notFound("service-area job", id));
    }
  }
}
