package org.caremap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.caremap.peers.City;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** 15 minutes from one place: the sweep and the polygon, ours and GraphHopper's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReachBenchmark {
  private static final int ORIGINS = 200;

  /** Metres a second. */
  @Param({"0.8", "1.25"})
  public double speed;

  /** Which streets. */
  @Param({"STIRLING"})
  public City city;

  private Path folder;
  private Streets streets;
  private Origins origins;
  private int next;

  /** Reads the city. */
  @Setup
  public void read() throws IOException {
    folder = Files.createTempDirectory("caremap-jmh");
    streets = Streets.read(city, speed, folder);
    origins = Origins.draw(streets.ours(), streets.theirs(), ORIGINS);
  }

  /** Removes GraphHopper's folder. */
  @TearDown
  public void remove() throws IOException {
    streets.theirs().close();
    PeersBench.deleteTree(folder);
  }

  private int another() {
    next = (next + 1) % ORIGINS;
    return next;
  }

  /** Our sweep. */
  @Benchmark
  public int sweepOurs() {
    return streets.ours().tree(origins.ours(), another(), CityRaces.SECONDS);
  }

  /** GraphHopper's shortest path tree. */
  @Benchmark
  public int sweepGraphHopper() {
    return streets.theirs().tree(origins.theirNode(another()), CityRaces.SECONDS);
  }

  /** Our polygon. */
  @Benchmark
  public Geometry polygonOurs() {
    int i = another();
    return streets.ours().serviceArea(origins.lon(i), origins.lat(i), CityRaces.SECONDS);
  }

  /** GraphHopper's isochrone. */
  @Benchmark
  public @Nullable Geometry polygonGraphHopper() {
    int i = another();
    return streets.theirs().isochrone(origins.lon(i), origins.lat(i), CityRaces.SECONDS);
  }
}
