package org.caremap.sample;

import java.util.List;
import java.util.function.Consumer;

/**
 * The generated sample county 示例数据. Everything is drawn once, in {@link #of}; the methods then hand
 * it out, any number of times and from any thread.
 */
public final class SampleCounty {

  /** To be shown wherever the sample county is shown. */
  public static final String NOTICE = "示例数据：街道、人口与设施均为虚构，仅区镇名称与社区（村）数量取自海门公开资料";

  // Measured at stretches 1 and 5.6: nodes = BY_AREA * stretch² + BY_LENGTH * stretch.
  private static final double NODES_BY_AREA = 31_380;
  private static final double NODES_BY_LENGTH = 5_690;

  private final Warp warp;
  private final Network network;
  private final Dwellings dwellings;
  private final List<SampleFacility> facilities;
  private final List<SampleArea> areas;
  private final List<SampleWater> background;
  private final List<SampleCandidate> candidates;

  private SampleCounty(SampleOptions options) {
    Dice dice = new Dice(options.seed());
    double stretch = stretch(options.streetNodes());
    warp = new Warp(stretch);
    Settlement settlement = new Settlement(stretch, warp.island());
    Segments segments = new Segments();
    Names names = new Names(dice.fork(1));
    Plan plan = new Plan(settlement, segments, names, dice.fork(2));
    Census census = new Census(settlement, plan, names, dice.fork(3));
    Scenery scenery = new Scenery();
    drawStreets(plan, census, settlement, new Blocks(segments, scenery, names), dice.fork(4));
    drawBridges(settlement, plan, segments, dice.fork(8));
    network = new Network(segments, dice.fork(5));
    Frontage frontage = new Frontage(plan, census, network, scenery);
    double crowd = stretch * stretch;
    dwellings = new Dwellings(census, frontage, options.demandPoints(), crowd, dice.fork(6));
    List<SampleFacility> services =
        new Services(warp, census, frontage, options.facilities(), dice.fork(7)).all();
    Estates estates =
        new Estates(census.communities(), dwellings.sumByCommunity("households"), dice.fork(9));
    facilities = new Standing(services, census, estates, dice.fork(10)).all();
    Boundaries boundaries = new Boundaries(warp, plan.parcels(), census);
    areas = new AreaList(census, boundaries, dwellings, estates, dice.fork(11)).all();
    candidates = new Premises(warp, census, frontage, options.facilities(), dice.fork(12)).all();
    background = Backdrop.of(warp, plan, scenery, boundaries.countyOnPlane(), stretch);
  }

  private static double stretch(int streetNodes) {
    double root =
        StrictMath.sqrt(NODES_BY_LENGTH * NODES_BY_LENGTH + 4 * NODES_BY_AREA * streetNodes);
    return (root - NODES_BY_LENGTH) / (2 * NODES_BY_AREA);
  }

  /**
   * Generates the county: about a second at the standard size, ten for a million street nodes.
   *
   * @param options seed and sizes
   */
  public static SampleCounty of(SampleOptions options) {
    return new SampleCounty(options);
  }

  private static void drawStreets(
      Plan plan, Census census, Settlement settlement, Blocks blocks, Dice dice) {
    Parcels parcels = plan.parcels();
    boolean[] heart = new boolean[parcels.size()];
    census.communities().forEach(community -> heart[community.heart()] = true);
    for (int parcel = 0; parcel < parcels.size(); parcel++) {
      if (census.communityOf(parcel) == Parcels.NONE) {
        continue;
      }
      int[] box = parcels.inner(parcel);
      Dice own = dice.fork(parcel);
      blocks.sides(box, parcels.sides(parcel));
      double radii = settlement.nearestRadii(box);
      boolean urban = census.communities().get(census.communityOf(parcel)).urban();
      if (urban && radii < 1.2) {
        blocks.town(box, radii < 0.6 ? 180 : 215, own);
      } else if (heart[parcel]) {
        blocks.village(box, 410, own);
      } else {
        blocks.country(box, radii < 1 ? 250 : radii < 1.5 ? 330 : 410, own);
      }
    }
  }

  private static void drawBridges(Settlement settlement, Plan plan, Segments segments, Dice dice) {
    LineIndex junctions = new LineIndex();
    for (int i = 0; i < segments.size(); i++) {
      junctions.add(segments.u1(i), segments.v1(i));
      junctions.add(segments.u2(i), segments.v2(i));
    }
    Bridges bridges = new Bridges(settlement, plan, segments, junctions.freeze());
    plan.waterways().forEach(water -> bridges.over(water, dice));
  }

  /** Sends all nodes, then all edges. */
  public void streets(StreetSink sink) {
    network.send(warp, sink);
  }

  /**
   * The county, its streets and towns, their communities and villages, estates and natural villages
   * in these; parents first.
   */
  public List<SampleArea> areas() {
    return areas;
  }

  /** Sends every facility. */
  public void facilities(Consumer<SampleFacility> sink) {
    facilities.forEach(sink);
  }

  /** Sends every demand point. */
  public void demand(Consumer<SampleDemandPoint> sink) {
    dwellings.send(warp, sink);
  }

  /** Idle premises and community buildings in which a facility could open. */
  public List<SampleCandidate> candidates() {
    return candidates;
  }

  /** Water, railway and parks. */
  public List<SampleWater> background() {
    return background;
  }
}
