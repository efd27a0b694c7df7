package org.caremap.ledger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caremap.population.DemandGroup;
import org.caremap.population.DemandPoint;
import org.caremap.population.DemandPoints;

/** Demand points as bytes: the groups by name, then one row a point in the points' own order. */
final class KeptDemand {
  private static final int MAGIC = 0x434d4450; // "CMDP"
  private static final int VERSION = 1;
  private static final int MOST_GROUPS = 1000;

  private KeptDemand() {}

  static void write(DemandPoints demand, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    DemandGroup[] groups = DemandGroup.values();
    out.writeInt(groups.length);
    for (DemandGroup group : groups) {
      out.writeUTF(group.code());
    }
    out.writeInt(demand.size());
    for (int i = 0; i < demand.size(); i++) {
      DemandPoint point = demand.get(i);
      out.writeUTF(point.externalId());
      out.writeDouble(point.lon());
      out.writeDouble(point.lat());
      String area = point.areaCode();
      out.writeBoolean(area != null);
      if (area != null) {
        out.writeUTF(area);
      }
      for (double count : point.counts()) {
        out.writeDouble(count);
      }
    }
    out.flush();
  }

  static DemandPoints read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != MAGIC || in.readInt() != VERSION) {
      throw new IOException("not demand points of this version");
    }
    int columns = in.readInt();
    if (columns < 0 || columns > MOST_GROUPS) {
      throw new IOException("%d groups".formatted(columns));
    }
    int[] group = new int[columns];
    for (int c = 0; c < columns; c++) {
      group[c] = DemandGroup.find(in.readUTF()).map(Enum::ordinal).orElse(-1);
    }
    List<DemandPoint> points = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String id = in.readUTF();
      double lon = in.readDouble();
      double lat = in.readDouble();
      String area = in.readBoolean() ? in.readUTF() : null;
      double[] counts = new double[DemandGroup.COUNT];
      Arrays.fill(counts, Double.NaN);
      for (int c = 0; c < columns; c++) {
        double count = in.readDouble();
        if (group[c] >= 0) {
          counts[group[c]] = count;
        }
      }
      points.add(new DemandPoint(id, lon, lat, area, counts));
    }
    return DemandPoints.of(points);
  }
}
