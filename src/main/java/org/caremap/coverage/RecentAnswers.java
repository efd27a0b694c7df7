package org.caremap.coverage;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last few answers to questions of one snapshot: a page, its exports and its report ask the
 * same one after the other. Nothing of it says who asked. Safe for all threads.
 *
 * @param <Q> question, with equality
 * @param <A> answer, immutable
 */
public final class RecentAnswers<Q, A> {
  private final Map<Q, A> answers;
  private @Nullable WeakReference<CareSnapshot> snapshot;

  /**
   * @param most how many are kept
   */
  public RecentAnswers(int most) {
    answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
            return size() > most;
          }
        };
  }

  /** The answer of before where the snapshot is still the same, a new one otherwise. */
  public A get(CareSnapshot of, Q question, Supplier<A> compute) {
    synchronized (answers) {
      A known = isOf(of) ? answers.get(question) : null;
      if (known != null) {
        return known;
      }
    }
    A answer = compute.get();
    synchronized (answers) {
      if (!isOf(of)) {
        answers.clear();
        snapshot = new WeakReference<>(of);
      }
      answers.put(question, answer);
    }
    return answer;
  }

  private boolean isOf(CareSnapshot of) {
    return snapshot != null && snapshot.get() == of;
  }
}
