package org.caremap.core.graph;

/**
 * What a street is to those who drive or ride: the classes that speeds are said for. Links share
 * the class of what they link. Files store the ordinal.
 */
public enum RoadClass {
  MOTORWAY,
  TRUNK,
  PRIMARY,
  SECONDARY,
  TERTIARY,
  /** Unclassified and unknown roads. */
  UNCLASSIFIED,
  RESIDENTIAL,
  LIVING_STREET,
  /** Driveways, alleys, yards, car parks. */
  SERVICE,
  /** Farm and forest tracks. */
  TRACK,
  CYCLEWAY,
  /** Paths and bridleways. */
  PATH,
  /** Footways and pedestrian streets. */
  PEDESTRIAN;

  private static final RoadClass[] ALL = values();

  static RoadClass of(int ordinal) {
    return ALL[ordinal];
  }

  /** Code as in data: {@code living-street}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** As it is drawn. */
  public StreetClass streetClass() {
    return switch (this) {
      case MOTORWAY, TRUNK, PRIMARY, SECONDARY -> StreetClass.MAJOR;
      case TERTIARY, UNCLASSIFIED -> StreetClass.MINOR;
      case RESIDENTIAL, LIVING_STREET -> StreetClass.RESIDENTIAL;
      case SERVICE -> StreetClass.SERVICE;
      case TRACK, CYCLEWAY, PATH, PEDESTRIAN -> StreetClass.PATH;
    };
  }
}
