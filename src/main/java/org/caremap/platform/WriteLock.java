package org.caremap.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer at a time, since every write ends by publishing new catalogues. Readers never wait.
 */
@ApplicationScoped
public class WriteLock {
  private static final long PATIENCE_SECONDS = 20;

  private final ReentrantLock lock = new ReentrantLock(true);

  /**
   * Runs a short write.
   *
   * @throws ProblemException 409 where another write (an import) does not end in time
   */
  public <T> T call(Callable<T> work) {
    try {
      if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw ProblemException.conflict("an import is being written; try again when it is done");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.conflict("interrupted while waiting for another write");
    }
    return unlockedAfter(work);
  }

  /** Runs a long write, however long it has to wait for others. */
  public <T> T callPatiently(Callable<T> work) {
    lock.lock();
    return unlockedAfter(work);
  }

  private <T> T unlockedAfter(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }
}
