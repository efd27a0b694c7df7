package org.caremap.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One step away from what there is today. In JSON told apart by {@code op}. Facilities are named by
 * their external ids, which outlive a new import; money is yuan.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Change.Add.class, name = Change.ADD),
  @JsonSubTypes.Type(value = Change.Move.class, name = Change.MOVE),
  @JsonSubTypes.Type(value = Change.Close.class, name = Change.CLOSE),
  @JsonSubTypes.Type(value = Change.Resize.class, name = Change.RESIZE),
  @JsonSubTypes.Type(value = Change.Footbridge.class, name = Change.FOOTBRIDGE),
  @JsonSubTypes.Type(value = Change.CloseStreet.class, name = Change.CLOSE_STREET)
})
public sealed interface Change {
  /** {@code op} of {@link Add}. */
  String ADD = "add";

  /** {@code op} of {@link Move}. */
  String MOVE = "move";

  /** {@code op} of {@link Close}. */
  String CLOSE = "close";

  /** {@code op} of {@link Resize}. */
  String RESIZE = "resize";

  /** {@code op} of {@link Footbridge}. */
  String FOOTBRIDGE = "footbridge";

  /** {@code op} of {@link CloseStreet}. */
  String CLOSE_STREET = "close-street";

  /** What kind of change it is. */
  String op();

  /** What it is about: the key of something new or of a street, or a facility's external id. */
  String about();

  /** A place in WGS 84. */
  record Place(double lon, double lat) {}

  /** A change that costs money; what it costs may be unknown. */
  sealed interface Costing extends Change {
    /** Yuan, null where unknown. Unknown is not zero. */
    @Nullable Double costYuan();
  }

  /** A change of a facility that there is. */
  sealed interface OfFacility extends Change {
    /** Its external id. */
    String facility();

    @Override
    default String about() {
      return facility();
    }
  }

  /**
   * A new facility.
   *
   * @param key unique in the scenario
   * @param type code of the facility type
   * @param name null where it has none yet
   * @param capacity people it can take, null where unknown
   * @param costYuan null where unknown
   * @param candidate the candidate site it stands on, such as {@code c:EXT}, null for none
   */
  record Add(
      String key,
      String type,
      @Nullable String name,
      double lon,
      double lat,
      @Nullable Integer capacity,
      @Nullable Double costYuan,
      @Nullable String candidate)
      implements Costing {
    @Override
    public String op() {
      return ADD;
    }

    @Override
    public String about() {
      return key;
    }
  }

  /** A facility that would stand elsewhere. */
  record Move(String facility, double lon, double lat, @Nullable Double costYuan)
      implements Costing, OfFacility {
    @Override
    public String op() {
      return MOVE;
    }
  }

  /** A facility that would close. */
  record Close(String facility) implements OfFacility {
    @Override
    public String op() {
      return CLOSE;
    }
  }

  /**
   * A facility that would take more or fewer people.
   *
   * @param capacity people it could take
   */
  record Resize(String facility, int capacity, @Nullable Double costYuan)
      implements Costing, OfFacility {
    @Override
    public String op() {
      return RESIZE;
    }
  }

  /** A footbridge, level, between the nearest streets at its two ends. */
  record Footbridge(String key, Place from, Place to, @Nullable Double costYuan)
      implements Costing {
    @Override
    public String op() {
      return FOOTBRIDGE;
    }

    @Override
    public String about() {
      return key;
    }
  }

  /** The street nearest to a place, closed from junction to junction. */
  record CloseStreet(String key, double lon, double lat) implements Change {
    @Override
    public String op() {
      return CLOSE_STREET;
    }

    @Override
    public String about() {
      return key;
    }
  }
}
