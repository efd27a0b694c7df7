package org.caremap.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.caremap.peers.City;
import org.caremap.peers.GraphHopperPeer;
import org.caremap.peers.OurEngine;

/** A city read by both engines at one speed. */
record Streets(City city, double metersPerSecond, OurEngine ours, GraphHopperPeer theirs) {
  static Streets read(City city, double metersPerSecond, Path folder) throws IOException {
    return new Streets(
        city,
        metersPerSecond,
        OurEngine.read(city.osm(), metersPerSecond),
        GraphHopperPeer.read(city.osm(), folder, metersPerSecond));
  }

  Streets atSpeed(double speed) {
    return new Streets(city, speed, new OurEngine(ours.graph(), speed), theirs.atSpeed(speed));
  }
}
