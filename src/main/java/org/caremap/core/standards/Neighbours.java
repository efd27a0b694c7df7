package org.caremap.core.standards;

/** Which communities share a border. */
@FunctionalInterface
public interface Neighbours {
  /**
   * @param a code of an area
   * @param b code of another area of that depth
   * @return unknown where one of them has no boundary
   */
  Truth border(String a, String b);
}
