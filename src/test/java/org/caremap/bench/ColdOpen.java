package org.caremap.bench;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import org.caremap.core.graph.StreetGraphFile;
import org.caremap.peers.GraphHopperPeer;

/**
 * Opens a stored network in a process of its own, the first thing it does, and prints the
 * milliseconds, and the bytes of heap that a second opening adds, when all classes are there.
 */
public final class ColdOpen {
  static final String OURS = "ours";
  static final String THEIRS = "theirs";
  static final String THEIRS_MAPPED = "theirs-mapped";

  private ColdOpen() {}

  /** Arguments: whose, and the file or folder. */
  public static void main(String... args) throws IOException {
    long start = System.nanoTime();
    Object first = open(args[0], Path.of(args[1]));
    double millis = (System.nanoTime() - start) / 1e6;
    long before = usedHeap();
    Object second = open(args[0], Path.of(args[1]));
    long bytes = usedHeap() - before;
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(second);
    System.out.println(millis + " " + bytes);
  }

  private static Object open(String whose, Path what) throws IOException {
    return whose.equals(OURS)
        ? StreetGraphFile.read(what)
        : GraphHopperPeer.load(what, whose.equals(THEIRS_MAPPED));
  }

  private static long usedHeap() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
