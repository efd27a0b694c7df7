package org.caremap.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole coverage of a generated county, and the pass over all arcs it is held against. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class CoverageBenchmark {
  /** Street nodes. */
  @Param({"30000", "1000000"})
  public int nodes;

  private County county;

  /** Generates the county. */
  @Setup
  public void generate() {
    county = County.of(nodes, 0.8);
  }

  /** One pass that only reads. */
  @Benchmark
  public long readEveryArc() {
    return county.engine().readEveryArc();
  }

  /** Nearest facility of every demand point, and the people covered. */
  @Benchmark
  public double wholeCoverage() {
    return county.coverage();
  }
}
