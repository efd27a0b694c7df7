package org.caremap.coverage;

import java.util.ArrayList;
import java.util.List;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.SnappedPoints;
import org.caremap.core.routing.NetworkPlaces;
import org.caremap.core.routing.StreetChanges;
import org.caremap.core.routing.WalkingNetwork;
import org.caremap.core.routing.WhatIf;
import org.jspecify.annotations.Nullable;

/**
 * Changes to facilities and streets, as places. What is too far from every street has no effect,
 * which {@link Laid#joined} says.
 *
 * @param added new facilities
 * @param moved known facilities at other places
 * @param removed known facilities that close, by catalogue index
 * @param bridges footbridges
 * @param closed places whose nearest street closes, from junction to junction
 */
public record PlannedChanges(
    List<Site> added,
    List<Site> moved,
    List<Integer> removed,
    List<Bridge> bridges,
    List<Spot> closed) {
  /** Nothing changes. */
  public static final PlannedChanges NONE =
      new PlannedChanges(List.of(), List.of(), List.of(), List.of(), List.of());

  /** A place in WGS 84, in legal degrees. */
  public record Spot(double lon, double lat) {}

  /**
   * A facility and its place.
   *
   * @param facility catalogue index, -1 for a new one
   */
  public record Site(int facility, Spot place) {}

  /** A footbridge, level, and its two ends. */
  public record Bridge(Spot from, Spot to) {}

  /** What joins the streets. */
  public enum What {
    /** A new facility. */
    ADDED,
    /** A facility at its new place. */
    MOVED,
    /** An end of a footbridge. */
    FROM,
    /** The other end. */
    TO,
    /** A place whose street closes. */
    CLOSED
  }

  /**
   * Where something joins the streets.
   *
   * @param what in which list, at which end
   * @param index in that list
   * @param edge street piece, -1 where every street is too far
   * @param lon of the point on the street; 0 where there is none
   * @param lat as well
   * @param meters from the place to that point; 0 where there is none
   * @param island whether that street is not connected with most others
   */
  public record Joined(
      What what, int index, int edge, double lon, double lat, double meters, boolean island) {
    /** Whether a street is near enough. */
    public boolean isOnStreet() {
      return edge >= 0;
    }
  }

  /**
   * Changes laid over a network.
   *
   * @param change what to compute
   * @param joined every place that was to join the streets
   */
  record Laid(WhatIf.Change change, List<Joined> joined) {}

  /** Lays the changes over the streets as somebody walks them. */
  Laid over(WalkingNetwork network, double limitMeters) {
    return new Laying(network, limitMeters).run();
  }

  private final class Laying {
    private final WalkingNetwork network;
    private final double limitMeters;
    private final List<Joined> joined = new ArrayList<>();

    Laying(WalkingNetwork network, double limitMeters) {
      this.network = network;
      this.limitMeters = limitMeters;
    }

    Laid run() {
      NetworkPlaces movedTo = places(moved.stream().map(Site::place).toList(), What.MOVED);
      NetworkPlaces sites = places(added.stream().map(Site::place).toList(), What.ADDED);
      int[] edges = closedEdges();
      return new Laid(
          new WhatIf.Change(
              removed.stream().mapToInt(i -> i).toArray(),
              moved.stream().mapToInt(Site::facility).toArray(),
              movedTo,
              sites,
              StreetChanges.of(network, edges, laid(edges))),
          joined);
    }

    private @Nullable NetworkPlaces places(List<Spot> spots, What what) {
      if (spots.isEmpty()) {
        return null;
      }
      NetworkPlaces places =
          NetworkPlaces.of(
              network,
              spots.stream().mapToDouble(Spot::lon).toArray(),
              spots.stream().mapToDouble(Spot::lat).toArray(),
              limitMeters);
      for (int i = 0; i < spots.size(); i++) {
        note(what, i, places.snapped(), i);
      }
      return places;
    }

    private int[] closedEdges() {
      NetworkPlaces on = places(closed, What.CLOSED);
      return on == null
          ? new int[0]
          : java.util.stream.IntStream.range(0, on.size())
              .filter(on::isSnapped)
              .map(i -> on.snapped().edge(i))
              .toArray();
    }

    private List<StreetChanges.Bridge> laid(int[] edges) {
      List<StreetChanges.Bridge> laid = new ArrayList<>();
      if (bridges.isEmpty()) {
        return laid;
      }
      StreetChanges closing = StreetChanges.of(network, edges, List.of());
      for (int i = 0; i < bridges.size(); i++) {
        Spot from = bridges.get(i).from();
        Spot to = bridges.get(i).to();
        NetworkPlaces ends =
            NetworkPlaces.of(
                network,
                edges.length == 0 ? network.snapper() : closing.snapper(),
                new double[] {from.lon(), to.lon()},
                new double[] {from.lat(), to.lat()},
                limitMeters);
        note(What.FROM, i, ends.snapped(), 0);
        note(What.TO, i, ends.snapped(), 1);
        if (ends.isSnapped(0) && ends.isSnapped(1)) {
          double meters = GreatCircle.meters(from.lon(), from.lat(), to.lon(), to.lat());
          laid.add(new StreetChanges.Bridge(ends, WalkingNetwork.limit(Math.max(0.001, meters))));
        }
      }
      return laid;
    }

    private void note(What what, int index, SnappedPoints snapped, int place) {
      joined.add(
          new Joined(
              what,
              index,
              snapped.edge(place),
              snapped.lon(place),
              snapped.lat(place),
              snapped.accessMeters(place),
              snapped.isOnIsland(place)));
    }
  }
}
