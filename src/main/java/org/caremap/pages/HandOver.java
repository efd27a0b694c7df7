package org.caremap.pages;

import java.util.List;
import java.util.Locale;
import org.caremap.core.geo.Datum;
import org.caremap.core.geo.LonLat;
import org.caremap.platform.WebAddress;

/**
 * Links that hand a destination over to other maps, each in the coordinates it expects (Amap URI
 * API, Baidu Map URI API, Tencent Map URI API). Nothing is loaded from them; where somebody is
 * stays on the device.
 */
final class HandOver {
  private static final String SOURCE = "caremap";

  private HandOver() {}

  /**
   * A map that takes over.
   *
   * @param key of its name among the page's texts
   */
  record Link(String key, String href) {}

  /**
   * The three maps.
   *
   * @param lon degrees, WGS 84
   * @param lat degrees, WGS 84
   */
  static List<Link> to(double lon, double lat, String name) {
    LonLat gcj = Datum.GCJ02.fromWgs84(lon, lat);
    LonLat bd = Datum.BD09.fromWgs84(lon, lat);
    return List.of(
        new Link(
            "map.amap",
            address(
                "https://uri.amap.com/navigation",
                // A comma ends a field there.
                "to",
                lonLat(gcj) + "," + name.replace(',', '，'),
                "mode",
                "walk",
                "src",
                SOURCE,
                "coordinate",
                "gaode",
                "callnative",
                "1")),
        new Link(
            "map.baidu",
            address(
                "https://api.map.baidu.com/direction",
                // These words stand for the place of the phone.
                "origin",
                "我的位置",
                // A bar parts the fields there.
                "destination",
                "latlng:" + latLon(bd) + "|name:" + name.replace('|', '｜'),
                "mode",
                "walking",
                "coord_type",
                "bd09ll",
                "output",
                "html",
                "src",
                "webapp." + SOURCE + "." + SOURCE)),
        new Link(
            "map.tencent",
            address(
                "https://apis.map.qq.com/uri/v1/routeplan",
                "type",
                "walk",
                "to",
                name,
                "tocoord",
                latLon(gcj),
                "coord_type",
                "2",
                "referer",
                SOURCE)));
  }

  private static String address(String base, String... pairs) {
    StringBuilder address = new StringBuilder(base);
    for (int i = 0; i < pairs.length; i += 2) {
      address
          .append(i == 0 ? '?' : '&')
          .append(pairs[i])
          .append('=')
          .append(WebAddress.encode(pairs[i + 1]));
    }
    return address.toString();
  }

  // Six decimals, a tenth of a metre, are what these maps read.
  private static String lonLat(LonLat p) {
    return String.format(Locale.ROOT, "%.6f,%.6f", p.lon(), p.lat());
  }

  private static String latLon(LonLat p) {
    return String.format(Locale.ROOT, "%.6f,%.6f", p.lat(), p.lon());
  }
}
