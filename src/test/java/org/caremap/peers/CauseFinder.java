package org.caremap.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caremap.core.geo.GreatCircle;
import org.caremap.core.graph.Snapped;
import org.caremap.peers.OsmFacts.Way;
import org.caremap.peers.SegmentNetwork.NoStreet;
import org.caremap.peers.SegmentNetwork.NotJoined;
import org.caremap.peers.SegmentNetwork.Obstacle;
import org.caremap.peers.SegmentNetwork.OneWay;
import org.caremap.peers.SegmentNetwork.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Says why two engines disagree about a walk: the quicker walk is walked again on the other's
 * streets until it can go no farther, and the OpenStreetMap tags at that spot are the cause. A walk
 * that the other could have walked throughout is a mistake of a search, and has no cause.
 */
final class CauseFinder {
  /** Farther than this from the spot asked for, an engine has joined a place to another street. */
  private static final double SAME_SPOT_METERS = 0.5;

  private final OurEngine ours;
  private final OsmFacts facts;
  private final SegmentNetwork ourStreets;
  private final SegmentNetwork theirStreets;

  CauseFinder(OurEngine ours, GraphHopperPeer theirs, OsmFacts facts) {
    this.ours = ours;
    this.facts = facts;
    ourStreets = ours.segments();
    theirStreets = theirs.segments();
  }

  /** Two places on our streets, and both engines' walks between them. */
  record Pair(
      Snapped from,
      Snapped to,
      OurEngine.Walk ours,
      GraphHopperPeer.Walk theirs,
      double metersPerSecond) {}

  /**
   * The cause of a disagreement.
   *
   * @return null if there is none
   */
  @Nullable String find(Pair pair) {
    Segment start = segmentOf(pair.from());
    Segment end = segmentOf(pair.to());
    for (int i = 0; i < 2; i++) {
      GraphHopperPeer.Spot spot = i == 0 ? pair.theirs().from() : pair.theirs().to();
      Segment segment = i == 0 ? start : end;
      if (spot.meters() > SAME_SPOT_METERS || !theirStreets.runsAlong(spot.edge(), segment)) {
        return "snapped to different streets, %.1f m apart: ours %s, theirs %s"
            .formatted(spot.meters(), waysText(segment), facts.way(spot.way()));
      }
    }
    boolean weAreQuicker = pair.ours().seconds() < pair.theirs().seconds();
    int[] vertices = weAreQuicker ? pair.ours().vertices() : pair.theirs().vertices();
    double seconds = weAreQuicker ? pair.ours().seconds() : pair.theirs().seconds();
    double meters = lengthOf(vertices);
    if (Math.abs(meters / pair.metersPerSecond() - seconds) > Math.max(1, 0.005 * seconds)) {
      // The line and the time of the quicker walk contradict each other.
      return null;
    }
    Obstacle obstacle =
        (weAreQuicker ? theirStreets : ourStreets).firstObstacle(walk(vertices, start, end));
    return obstacle == null ? null : explain(obstacle, weAreQuicker ? "GraphHopper" : "we");
  }

  private @Nullable String explain(Obstacle obstacle, String who) {
    if (obstacle instanceof NoStreet none) {
      return explainNoStreet(none.segment(), who);
    }
    if (obstacle instanceof OneWay oneWay) {
      List<Way> along = facts.waysAlong(oneWay.segment());
      return along.isEmpty() ? null : "one way to " + who + ": " + along;
    }
    NotJoined notJoined = (NotJoined) obstacle;
    long place = notJoined.before().to();
    Map<String, String> barrier = facts.barrierAt(place);
    return barrier.isEmpty()
        ? null
        : "barrier to %s at %s: %s between %s and %s"
            .formatted(
                who,
                placeText(place),
                barrier,
                waysText(notJoined.before()),
                waysText(notJoined.after()));
  }

  private @Nullable String explainNoStreet(Segment segment, String who) {
    List<Way> along = facts.waysAlong(segment);
    if (!along.isEmpty()) {
      return "no street to " + who + ": " + along;
    }
    // No two neighbours on any way: only a walk across an area does that.
    for (Way area : facts.areasAt(segment.from())) {
      if (facts.areasAt(segment.to()).contains(area)) {
        return "area walked across, and round by the other: " + area;
      }
    }
    return null;
  }

  /** The piece of its edge that a place lies on. */
  Segment segmentOf(Snapped place) {
    int[] points = ours.geometry(place.edge());
    double best = Double.POSITIVE_INFINITY;
    Segment segment = new Segment(0, 0);
    for (int i = 0; i + 2 < points.length; i += 2) {
      double through =
          meters(points[i], points[i + 1], place)
              + meters(points[i + 2], points[i + 3], place)
              - GreatCircle.meters(
                  points[i] / 1e7, points[i + 1] / 1e7, points[i + 2] / 1e7, points[i + 3] / 1e7);
      if (through < best) {
        best = through;
        segment =
            new Segment(
                SegmentNetwork.place(points[i], points[i + 1]),
                SegmentNetwork.place(points[i + 2], points[i + 3]));
      }
    }
    return segment;
  }

  private static double meters(int lon, int lat, Snapped place) {
    return GreatCircle.meters(lon / 1e7, lat / 1e7, place.lon(), place.lat());
  }

  /** Metres to the nearer end of the piece that a place lies on. */
  double metersToVertex(Snapped place) {
    Segment segment = segmentOf(place);
    return Math.min(
        meters(SegmentNetwork.lon(segment.from()), SegmentNetwork.lat(segment.from()), place),
        meters(SegmentNetwork.lon(segment.to()), SegmentNetwork.lat(segment.to()), place));
  }

  /** The pieces of a walk, the first and the last made whole. */
  private static List<Segment> walk(int[] vertices, Segment start, Segment end) {
    List<Long> places = new ArrayList<>();
    for (int i = 2; i < vertices.length - 2; i += 2) {
      long place = SegmentNetwork.place(vertices[i], vertices[i + 1]);
      if (places.isEmpty() || places.get(places.size() - 1) != place) {
        places.add(place);
      }
    }
    List<Segment> walk = new ArrayList<>();
    if (places.isEmpty()) {
      return walk; // along one piece, which both have
    }
    long first = places.get(0);
    walk.add(first == start.to() ? start : start.reversed());
    for (int i = 1; i < places.size(); i++) {
      walk.add(new Segment(places.get(i - 1), places.get(i)));
    }
    long last = places.get(places.size() - 1);
    walk.add(last == end.from() ? end : end.reversed());
    return walk;
  }

  private static double lengthOf(int[] vertices) {
    double meters = 0;
    for (int i = 2; i < vertices.length; i += 2) {
      meters +=
          GreatCircle.meters(
              vertices[i - 2] / 1e7,
              vertices[i - 1] / 1e7,
              vertices[i] / 1e7,
              vertices[i + 1] / 1e7);
    }
    return meters;
  }

  private String waysText(Segment segment) {
    List<Way> along = facts.waysAlong(segment);
    return along.isEmpty() ? "no way" : along.toString();
  }

  private static String placeText(long place) {
    return SegmentNetwork.lat(place) / 1e7 + " " + SegmentNetwork.lon(place) / 1e7;
  }
}
