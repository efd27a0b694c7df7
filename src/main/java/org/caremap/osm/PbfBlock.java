package org.caremap.osm;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat;
import java.util.Arrays;
import java.util.List;

/** Decodes the delta-coded elements of one block. */
final class PbfBlock {
  private static final int NANO_PER_UNIT = 100;

  private final OsmHandler handler;
  private final OsmTags tags = new OsmTags();
  private String[] strings = {};
  private List<ByteString> table = List.of();
  private long granularity;
  private long lonOffset;
  private long latOffset;
  private long[] refs = new long[2048];

  PbfBlock(OsmHandler handler) {
    this.handler = handler;
  }

  void decode(Osmformat.PrimitiveBlock block) {
    table = block.getStringtable().getSList();
    strings = new String[table.size()];
    granularity = block.getGranularity();
    lonOffset = block.getLonOffset();
    latOffset = block.getLatOffset();
    for (Osmformat.PrimitiveGroup group : block.getPrimitivegroupList()) {
      if (handler.wantsNodes()) {
        dense(group.getDense());
        for (Osmformat.Node node : group.getNodesList()) {
          tags.clear();
          for (int i = 0; i < node.getKeysCount(); i++) {
            tags.add(string(node.getKeys(i)), string(node.getVals(i)));
          }
          node(node.getId(), node.getLon(), node.getLat());
        }
      }
      if (handler.wantsWays()) {
        group.getWaysList().forEach(this::way);
      }
      if (handler.wantsRelations()) {
        group.getRelationsList().forEach(this::relation);
      }
    }
  }

  private void dense(Osmformat.DenseNodes nodes) {
    long id = 0;
    long lon = 0;
    long lat = 0;
    int tag = 0;
    boolean tagged = nodes.getKeysValsCount() > 0;
    for (int i = 0; i < nodes.getIdCount(); i++) {
      id += nodes.getId(i);
      lon += nodes.getLon(i);
      lat += nodes.getLat(i);
      tags.clear();
      if (tagged) {
        while (nodes.getKeysVals(tag) != 0) {
          tags.add(string(nodes.getKeysVals(tag)), string(nodes.getKeysVals(tag + 1)));
          tag += 2;
        }
        tag++;
      }
      node(id, lon, lat);
    }
  }

  private void node(long id, long lon, long lat) {
    handler.node(
        id, units(lonOffset + granularity * lon), units(latOffset + granularity * lat), tags);
  }

  private static int units(long nanoDegrees) {
    return Math.toIntExact(Math.floorDiv(nanoDegrees + NANO_PER_UNIT / 2, NANO_PER_UNIT));
  }

  private void way(Osmformat.Way way) {
    tags.clear();
    for (int i = 0; i < way.getKeysCount(); i++) {
      tags.add(string(way.getKeys(i)), string(way.getVals(i)));
    }
    int count = way.getRefsCount();
    if (count > refs.length) {
      refs = Arrays.copyOf(refs, count * 2);
    }
    long ref = 0;
    for (int i = 0; i < count; i++) {
      ref += way.getRefs(i);
      refs[i] = ref;
    }
    handler.way(way.getId(), refs, count, tags);
  }

  private void relation(Osmformat.Relation relation) {
    tags.clear();
    for (int i = 0; i < relation.getKeysCount(); i++) {
      tags.add(string(relation.getKeys(i)), string(relation.getVals(i)));
    }
    int members = relation.getMemidsCount();
    long[] ways = new long[members];
    boolean[] inner = new boolean[members];
    int count = 0;
    long id = 0;
    for (int i = 0; i < members; i++) {
      id += relation.getMemids(i);
      if (relation.getTypes(i) == Osmformat.Relation.MemberType.WAY) {
        ways[count] = id;
        inner[count++] = string(relation.getRolesSid(i)).equals("inner");
      }
    }
    handler.relation(ways, inner, count, tags);
  }

  private String string(int index) {
    String text = strings[index];
    if (text == null) {
      text = table.get(index).toStringUtf8();
      strings[index] = text;
    }
    return text;
  }
}
