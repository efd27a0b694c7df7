package org.caremap.osm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads places and addresses alone, for homes whose streets were built before these were kept. */
public final class OsmPlaces {
  private OsmPlaces() {}

  /**
   * What was read.
   *
   * @param list places and addresses, those of nodes first, in the order of the file
   * @param leftOut how many were left out because there are too many
   */
  public record Found(List<OsmPlace> list, int leftOut) {
    /** None at all. */
    public static final Found NONE = new Found(List.of(), 0);
  }

  /**
   * Reads a file in two passes.
   *
   * @throws OsmFormatException if the file is damaged, incomplete or of another kind
   * @throws IOException if it cannot be read
   */
  public static Found read(Path file) throws IOException {
    OsmSource source = new OsmSource(file, file.getFileName().toString());
    PlaceCollector collector = new PlaceCollector();
    source.read(new Pass(collector, false), share -> {});
    collector.startNodes();
    source.read(new Pass(collector, true), share -> {});
    return new Found(collector.build(), collector.leftOut());
  }

  private record Pass(PlaceCollector collector, boolean wantsNodes) implements OsmHandler {
    @Override
    public boolean wantsWays() {
      return !wantsNodes;
    }

    @Override
    public void node(long id, int lon, int lat, OsmTags tags) {
      collector.takeNode(id, lon, lat, tags);
    }

    @Override
    public void way(long id, long[] refs, int count, OsmTags tags) {
      collector.takeWay(refs, count, tags);
    }
  }
}
