package org.caremap.sample;

/**
 * One of the county's great lines: a county road, a wide canal, the railway or a dike.
 *
 * @param kind what it is
 * @param km place on the unstretched plane, kilometres
 * @param half half width of the water, metres; 0 where there is none
 * @param name name of the road or water
 */
record MacroLine(Kind kind, double km, int half, String name) {

  enum Kind {
    ROAD,
    CANAL,
    RAIL,
    DIKE
  }

  static final MacroLine[] ALONG_V = {
    new MacroLine(Kind.DIKE, -2.4, 0, "西界路"),
    new MacroLine(Kind.CANAL, 4.6, 16, "浒通河"),
    new MacroLine(Kind.ROAD, 9.7, 0, "长江路"),
    new MacroLine(Kind.CANAL, 14.3, 22, "青龙河"),
    new MacroLine(Kind.ROAD, 17.9, 0, "秀山路"),
    new MacroLine(Kind.CANAL, 22.2, 14, "大洪河"),
    new MacroLine(Kind.ROAD, 26.6, 0, "通海大道"),
    new MacroLine(Kind.CANAL, 30.9, 18, "圩角河"),
    new MacroLine(Kind.ROAD, 34.6, 0, "江海大道"),
    new MacroLine(Kind.CANAL, 38.4, 15, "东灶河"),
    new MacroLine(Kind.DIKE, 42.6, 0, "东海路")
  };

  static final MacroLine[] ALONG_U = {
    new MacroLine(Kind.DIKE, 0, 0, "江堤路"),
    new MacroLine(Kind.ROAD, 4.3, 0, "滨江大道"),
    new MacroLine(Kind.CANAL, 7.1, 30, "海门河"),
    new MacroLine(Kind.ROAD, 10.2, 0, "人民路"),
    new MacroLine(Kind.RAIL, 14.9, 8, "示例铁路"),
    new MacroLine(Kind.CANAL, 19.4, 26, "通启河"),
    new MacroLine(Kind.ROAD, 23.5, 0, "解放路"),
    new MacroLine(Kind.CANAL, 26.3, 20, "团结河"),
    new MacroLine(Kind.DIKE, 30.8, 0, "海堤路")
  };

  /** Metres between the line and the street beside it; 0 where the line is the street. */
  int bank() {
    return switch (kind) {
      case ROAD -> 0;
      case CANAL -> half + 10;
      case RAIL -> 28;
      case DIKE -> 35;
    };
  }

  int meters(double stretch) {
    return (int) Math.rint(km * 1_000 * stretch);
  }

  /** The street on the line or beside it. */
  Style street() {
    return switch (kind) {
      case ROAD -> Style.street(StreetSink.Road.MAJOR, name);
      case CANAL -> Style.loose(StreetSink.Road.RESIDENTIAL, name.replace("河", "河路"), 0.3);
      case RAIL -> Style.loose(StreetSink.Road.SERVICE, null, 0.5);
      case DIKE -> Style.street(StreetSink.Road.MINOR, name);
    };
  }
}
