package org.caremap.overview;

import java.util.ArrayList;
import java.util.List;
import org.caremap.core.geo.BoundingBox;
import org.caremap.coverage.CareSnapshot;
import org.caremap.facility.Facility;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Facts about what is loaded that several answers show. */
final class Loaded {
  private Loaded() {}

  /** West, south, east, north of what is loaded; null where nothing is. */
  static double @Nullable [] bounds(CareSnapshot snapshot) {
    Envelope extent = new Envelope();
    if (snapshot.streets() != null) {
      BoundingBox box = snapshot.streets().graph().bounds();
      extent.expandToInclude(box.west(), box.south());
      extent.expandToInclude(box.east(), box.north());
    } else {
      double[] lon = snapshot.demand().lon();
      double[] lat = snapshot.demand().lat();
      for (int i = 0; i < lon.length; i++) {
        extent.expandToInclude(lon[i], lat[i]);
      }
      for (Facility f : snapshot.facilities().list()) {
        extent.expandToInclude(f.details().lon(), f.details().lat());
      }
    }
    return extent.isNull()
        ? null
        : new double[] {extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()};
  }

  /** Whom to credit. */
  static List<String> attribution(CareSnapshot snapshot) {
    List<String> credits = new ArrayList<>();
    if (snapshot.streets() != null) {
      credits.add(snapshot.streets().attribution());
    }
    if (snapshot.elevation() != null && !snapshot.elevation().attribution().isBlank()) {
      credits.add(snapshot.elevation().attribution());
    }
    snapshot.facilities().list().stream()
        .map(f -> f.details().source())
        .filter(source -> source != null && !source.isBlank())
        .distinct()
        .limit(5)
        .forEach(credits::add);
    return credits.stream().distinct().toList();
  }
}
