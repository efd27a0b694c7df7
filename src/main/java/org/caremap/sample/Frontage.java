package org.caremap.sample;

import org.caremap.sample.StreetSink.Road;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** The sides of streets where something can stand, by community. */
final class Frontage {
  private static final int MARGIN_METERS = 5;
  private static final int PROBE_METERS = 14;

  /** A place beside a street, on the plane. */
  record Site(double u, double v, int edge) {}

  private final Plan plan;
  private final Census census;
  private final Network network;
  private final STRtree parks;
  private final int[] start; // per community, into sides
  private final int[] sides; // edge * 2 + (0 lower side, 1 upper side)

  Frontage(Plan plan, Census census, Network network, Scenery scenery) {
    this.parks = scenery.parkIndex();
    this.plan = plan;
    this.census = census;
    this.network = network;
    int communities = census.communities().size();
    int[] owner = new int[network.edgeCount() * 2];
    start = new int[communities + 1];
    for (int side = 0; side < owner.length; side++) {
      owner[side] = owner(side);
      if (owner[side] >= 0) {
        start[owner[side] + 1]++;
      }
    }
    for (int i = 0; i < communities; i++) {
      start[i + 1] += start[i];
    }
    sides = new int[start[communities]];
    int[] next = start.clone();
    for (int side = 0; side < owner.length; side++) {
      if (owner[side] >= 0) {
        sides[next[owner[side]]++] = side;
      }
    }
  }

  private int owner(int side) {
    Style style = network.styleOf(side / 2);
    int edge = side / 2;
    boolean straight =
        network.fromU(edge) == network.toU(edge) || network.fromV(edge) == network.toV(edge);
    if (style.bridge() || style.road() == Road.STEPS || !straight || length(edge) < 16) {
      return Parcels.NONE;
    }
    return communityAt(place(side, 0.5, PROBE_METERS));
  }

  /**
   * Community whose inner land (streets and banks left out) holds the site, or -1. Nobody lives in
   * a park.
   */
  private int communityAt(Site site) {
    int parcel = plan.parcelAt(site.u(), site.v());
    if (parcel == Parcels.NONE) {
      return Parcels.NONE;
    }
    int[] box = plan.parcels().inner(parcel);
    boolean inside =
        site.u() > box[0] + MARGIN_METERS
            && site.u() < box[2] - MARGIN_METERS
            && site.v() > box[1] + MARGIN_METERS
            && site.v() < box[3] - MARGIN_METERS;
    return inside && !inPark(site) ? census.communityOf(parcel) : Parcels.NONE;
  }

  private boolean inPark(Site site) {
    return !parks.query(new Envelope(new Coordinate(site.u(), site.v()))).isEmpty();
  }

  private double length(int edge) {
    return Math.abs(network.toU(edge) - network.fromU(edge))
        + (double) Math.abs(network.toV(edge) - network.fromV(edge));
  }

  private Site place(int side, double share, double offset) {
    int edge = side / 2;
    double sign = side % 2 == 0 ? -1 : 1;
    boolean vertical = network.fromU(edge) == network.toU(edge);
    double u = network.fromU(edge) + share * (network.toU(edge) - network.fromU(edge));
    double v = network.fromV(edge) + share * (network.toV(edge) - network.fromV(edge));
    return vertical ? new Site(u + sign * offset, v, edge) : new Site(u, v + sign * offset, edge);
  }

  /** Street metres with something beside them, each side counted. */
  double meters(int community) {
    double sum = 0;
    for (int i = start[community]; i < start[community + 1]; i++) {
      sum += length(sides[i] / 2);
    }
    return sum;
  }

  boolean isEmpty(int community) {
    return start[community] == start[community + 1];
  }

  Style styleAt(Site site) {
    return network.styleOf(site.edge());
  }

  /**
   * Evenly strewn places in one community, in the order of the plane.
   *
   * @param count how many, at least 1
   * @param homes true: where people live (inside compounds rather than on great roads); false:
   *     where a service stands (on named streets rather than on paths)
   */
  Site[] strew(int community, int count, boolean homes, Dice dice) {
    int first = start[community];
    int size = start[community + 1] - first;
    double[] reach = new double[size];
    double total = 0;
    for (int i = 0; i < size; i++) {
      int edge = sides[first + i] / 2;
      total += length(edge) * appeal(network.styleOf(edge), homes);
      reach[i] = total;
    }
    Site[] sites = new Site[count];
    int at = 0;
    for (int i = 0; i < count; i++) {
      double target = (i + dice.unit()) * total / count;
      while (at < size - 1 && reach[at] < target) {
        at++;
      }
      sites[i] = near(sides[first + at], community, homes, dice);
    }
    return sites;
  }

  private Site near(int side, int community, boolean homes, Dice dice) {
    for (int attempt = 0; attempt < 6; attempt++) {
      double offset = homes ? dice.between(9, 24) : dice.between(8, 14);
      Site site = place(side, dice.between(0.1, 0.9), offset);
      if (communityAt(site) == community) {
        return site;
      }
    }
    return place(side, 0.5, PROBE_METERS);
  }

  private static double appeal(Style style, boolean homes) {
    return switch (style.road()) {
      case MAJOR -> homes ? 0.02 : 1.5;
      case MINOR -> homes ? 0.3 : 2;
      case RESIDENTIAL -> homes ? 1 : 1.2;
      case SERVICE -> homes ? 1.3 : 0.15;
      case PATH, STEPS -> homes ? 1.6 : 0.02;
    };
  }
}
