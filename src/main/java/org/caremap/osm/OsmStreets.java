package org.caremap.osm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.caremap.core.graph.StreetGraph;

/**
 * Reads streets from an OpenStreetMap file in passes: first the ways (again for those of water
 * relations, if there are any), then the nodes they refer to, so that memory goes with the streets
 * and not with the file. Ways join where they share a node and nowhere else: a bridge is not joined
 * to what it crosses.
 */
public final class OsmStreets {
  private static final double WAYS_SHARE = 0.35;
  private static final double MEMBERS_SHARE = 0.5;
  private static final double NODES_SHARE = 0.9;

  private OsmStreets() {}

  /**
   * What was read.
   *
   * @param graph the walking network
   * @param report counts
   * @param background features for drawing a map beneath
   * @param places what people look for by name or address
   * @param drives the streets as vehicles use them, of {@link org.caremap.core.graph.DriveTraits};
   *     may have no edges
   */
  public record Result(
      StreetGraph graph,
      OsmReport report,
      List<BackgroundFeature> background,
      OsmPlaces.Found places,
      StreetGraph drives) {}

  /** Like the longer form, named as the file is and unheard. */
  public static Result read(Path file) throws IOException {
    return read(file, OsmImportListener.NONE);
  }

  /** Like the longer form, named as the file is. */
  public static Result read(Path file, OsmImportListener listener) throws IOException {
    return read(file, file.getFileName().toString(), listener);
  }

  /**
   * Reads a file; PBF, XML and gzipped XML are told apart by their content.
   *
   * @param file the file
   * @param name how messages call it, such as the name of an upload
   * @param listener hears progress and may cancel
   * @throws OsmFormatException if the file is damaged, incomplete, of another kind, or without any
   *     street that can be walked; the message names the file
   * @throws IOException if it cannot be read
   * @throws CancellationException if the listener cancels
   */
  public static Result read(Path file, String name, OsmImportListener listener) throws IOException {
    return read(file, name, listener, Squares.CROSSED);
  }

  /** How squares, platforms and other areas are walked. */
  public enum Squares {
    /** Straight across, as people do. */
    CROSSED,
    /**
     * Round the rim of closed ways only, and those of relations not at all, as GraphHopper has it:
     * for comparing with it.
     */
    ROUND_THE_RIM
  }

  /** Like the other forms, with a choice of how squares are walked. */
  public static Result read(Path file, String name, OsmImportListener listener, Squares squares)
      throws IOException {
    OsmSource source = new OsmSource(file, name);
    StreetCollector collector = new StreetCollector(squares);
    source.read(collector.wayPass(), part(listener, "ways", 0, WAYS_SHARE));
    collector.requireStreets(name);
    if (collector.needsMemberPass()) {
      source.read(collector.memberPass(), part(listener, "ways", WAYS_SHARE, MEMBERS_SHARE));
    }
    source.read(collector.nodePass(), part(listener, "nodes", MEMBERS_SHARE, NODES_SHARE));
    Result result = collector.build(name, part(listener, "network", NODES_SHARE, 1));
    listener.progress("network", 1);
    return result;
  }

  private static DoubleConsumer part(
      OsmImportListener listener, String stage, double from, double to) {
    return share -> {
      if (listener.cancelled()) {
        throw new CancellationException("reading was cancelled");
      }
      listener.progress(stage, from + (to - from) * share);
    };
  }
}
