package org.caremap.sample;

import java.util.List;
import java.util.function.Consumer;

/** The generated sample county 示例数据. */
public final class SampleCounty {

  /** To be shown wherever the sample county is shown. */
  public static final String NOTICE = "示例数据：街道、人口与设施均为虚构，仅区镇名称与社区（村）数量取自海门公开资料";

  private SampleCounty() {}

  /** Generates the county. */
  public static SampleCounty of(SampleOptions options) {
    java.util.Objects.requireNonNull(options);
    return new SampleCounty();
  }

  /** Sends all nodes, then all edges. */
  public void streets(StreetSink sink) {}

  /** The county, its towns, their communities and villages; parents first. */
  public List<SampleArea> areas() {
    return List.of();
  }

  /** Sends every facility. */
  public void facilities(Consumer<SampleFacility> sink) {}

  /** Sends every demand point. */
  public void demand(Consumer<SampleDemandPoint> sink) {}

  /** Water, railway and parks. */
  public List<SampleWater> background() {
    return List.of();
  }
}
