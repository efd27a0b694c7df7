package org.caremap.core.standards;

/** Which communities share a border. */
public interface Neighbours {
  /**
   * @param a code of an area
   * @param b code of another area of that depth
   * @return unknown where one of them has no boundary
   */
  Truth border(String a, String b);

  /** Whether the boundary of an area is known. */
  boolean isBounded(String area);
}
