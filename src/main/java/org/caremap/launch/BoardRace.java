package org.caremap.launch;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.caremap.area.Area;
import org.caremap.board.BoardQuestion;
import org.caremap.board.BoardQuestions;
import org.caremap.board.BoardService;
import org.caremap.board.MatrixAnswer;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.coverage.CareSnapshot;
import org.caremap.coverage.WalkingProfiles;
import org.caremap.platform.Query;

/**
 * The whole gap board (every community, type, group and speed) beside one pass that only reads
 * every arc, and beside asking community by community, as estimated from a few of them.
 */
final class BoardRace {
  private static final int ROUNDS = 5;
  private static final int ASKED_ALONE = 3;

  private final CareSnapshot snapshot;
  private final BoardService boards;
  private final BoardQuestions questions;

  // Answers are kept, so that every question must be another one.
  private int asked;

  BoardRace(CareSnapshot snapshot, BoardService boards, BoardQuestions questions) {
    this.snapshot = snapshot;
    this.boards = boards;
    this.questions = questions;
  }

  void run(WalkingProfiles profiles) {
    WalkingNetwork network = snapshot.network(profiles.walker(null).profile());
    double read = median(network::readEveryArc);
    long start = System.nanoTime();
    MatrixAnswer first = matrix("");
    double cold = (System.nanoTime() - start) / 1e6;
    double board = median(() -> matrix("").areas().size());
    long peak = peakBytes();
    List<Area> communities =
        snapshot.areas().list().stream().filter(area -> area.level().depth() == 4).toList();
    Random random = new Random(42);
    double alone = 0;
    for (int i = 0; i < ASKED_ALONE; i++) {
      String code = communities.get(random.nextInt(communities.size())).code();
      start = System.nanoTime();
      matrix(code);
      alone += (System.nanoTime() - start) / 1e6 / ASKED_ALONE;
    }
    System.out.printf(
        "  whole gap board, %d areas x %d types x %d groups %,13.1f ms = %.1f x reading every arc"
            + " (%.1f ms); the first time %,.1f ms%n",
        first.areas().size(),
        first.types().size(),
        first.groups().size(),
        board,
        board / read,
        read,
        cold);
    System.out.printf(
        "  the same community by community %,26.0f ms (%.1f ms each, from %d of %d), %.0f x as long;"
            + " heap rises by %d MiB at most%n",
        alone * communities.size(),
        alone,
        ASKED_ALONE,
        communities.size(),
        alone * communities.size() / board,
        peak >> 20);
  }

  /**
   * @param area code, empty for all
   */
  private MatrixAnswer matrix(String area) {
    MultivaluedHashMap<String, String> values = new MultivaluedHashMap<>();
    values.add("minutes", Double.toString(15 + ++asked * 1e-6));
    if (!area.isEmpty()) {
      values.add("area", area);
    }
    BoardQuestion question = questions.matrix(Query.of(values, BoardQuestions.parameters()));
    return boards.matrix(snapshot, question);
  }

  private static double median(Supplier<? extends Number> work) {
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      if (Double.isNaN(work.get().doubleValue())) {
        throw new IllegalStateException("a job ended without a number");
      }
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }

  private long peakBytes() {
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    long before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    matrix("");
    return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before;
  }
}
