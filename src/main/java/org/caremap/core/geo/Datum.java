package org.caremap.core.geo;

/**
 * Coordinate systems met in Chinese data. GCJ-02 is the obfuscated system that maps published in
 * mainland China must use; BD-09 is Baidu's second obfuscation on top of it. Formulas as published
 * by the open projects eviltransform and gcoord. Outside the usual box around China
 * (72.004–137.8347 E, 0.8293–55.8271 N) GCJ-02 is WGS 84.
 *
 * <p>The inverses are found by fixed-point iteration on the exact forward formula: going there and
 * back moves a point by less than 1e-9 degrees, but for the strip at the edge of the box from where
 * the shift leads out of it.
 */
public enum Datum {
  /** World Geodetic System 1984, as OpenStreetMap and GNSS receivers use it. */
  WGS84 {
    @Override
    public LonLat toWgs84(double lon, double lat) {
      return new LonLat(lon, lat);
    }

    @Override
    public LonLat fromWgs84(double lon, double lat) {
      return new LonLat(lon, lat);
    }
  },
  /** 国测局坐标, used by Amap and Tencent. */
  GCJ02 {
    @Override
    public LonLat toWgs84(double lon, double lat) {
      LonLat there = new LonLat(lon, lat);
      // By the formula alone: at the edge of the box the search may step over it for a moment.
      return outsideChina(lon, lat) ? there : invert(there, Datum::obfuscate);
    }

    @Override
    public LonLat fromWgs84(double lon, double lat) {
      return outsideChina(lon, lat) ? new LonLat(lon, lat) : obfuscate(lon, lat);
    }
  },
  /** 百度坐标, used by Baidu. */
  BD09 {
    @Override
    public LonLat toWgs84(double lon, double lat) {
      LonLat gcj = invert(new LonLat(lon, lat), Datum::baidu);
      return GCJ02.toWgs84(gcj.lon(), gcj.lat());
    }

    @Override
    public LonLat fromWgs84(double lon, double lat) {
      LonLat gcj = GCJ02.fromWgs84(lon, lat);
      return baidu(gcj.lon(), gcj.lat());
    }
  };

  private static final double AXIS = 6378245.0;
  private static final double ECCENTRICITY = 0.006693421622965943;
  private static final double BAIDU_PI = Math.PI * 3000.0 / 180.0;

  /**
   * Position in WGS 84.
   *
   * @param lon degrees in this datum, in [-180, 180]
   * @param lat degrees in this datum, in [-90, 90]
   */
  public abstract LonLat toWgs84(double lon, double lat);

  /**
   * Position in this datum.
   *
   * @param lon degrees in WGS 84, in [-180, 180]
   * @param lat degrees in WGS 84, in [-90, 90]
   */
  public abstract LonLat fromWgs84(double lon, double lat);

  private interface Forward {
    LonLat apply(double lon, double lat);
  }

  private static LonLat invert(LonLat target, Forward forward) {
    double lon = target.lon();
    double lat = target.lat();
    // The shift varies slowly (Lipschitz constant about 1e-3), so each round gains 3 digits.
    for (int round = 0; round < 30; round++) {
      LonLat image = forward.apply(lon, lat);
      double dLon = target.lon() - image.lon();
      double dLat = target.lat() - image.lat();
      lon = Math.max(-180, Math.min(180, lon + dLon));
      lat = Math.max(-90, Math.min(90, lat + dLat));
      if (Math.abs(dLon) < 1e-12 && Math.abs(dLat) < 1e-12) {
        break;
      }
    }
    return new LonLat(lon, lat);
  }

  private static boolean outsideChina(double lon, double lat) {
    return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
  }

  private static LonLat obfuscate(double lon, double lat) {
    double x = lon - 105;
    double y = lat - 35;
    double root = Math.sqrt(Math.abs(x));
    double shared = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
    double dLat =
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + shared + waves(y, 160, 320);
    double dLon =
        300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + shared + waves(x, 150, 300);
    double radLat = Math.toRadians(lat);
    double sin = Math.sin(radLat);
    double magic = 1 - ECCENTRICITY * sin * sin;
    double meridian = AXIS * (1 - ECCENTRICITY) / (magic * Math.sqrt(magic));
    double parallel = AXIS / Math.sqrt(magic) * Math.cos(radLat);
    return new LonLat(lon + Math.toDegrees(dLon / parallel), lat + Math.toDegrees(dLat / meridian));
  }

  private static double waves(double v, double twelfth, double thirtieth) {
    double slow = (20 * Math.sin(v * Math.PI) + 40 * Math.sin(v / 3 * Math.PI)) * 2 / 3;
    double slower =
        (twelfth * Math.sin(v / 12 * Math.PI) + thirtieth * Math.sin(v / 30 * Math.PI)) * 2 / 3;
    return slow + slower;
  }

  private static LonLat baidu(double lon, double lat) {
    double z = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BAIDU_PI);
    double theta = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BAIDU_PI);
    double east = z * Math.cos(theta) + 0.0065;
    double north = z * Math.sin(theta) + 0.006;
    return new LonLat(Math.max(-180, Math.min(180, east)), Math.max(-90, Math.min(90, north)));
  }
}
