package org.caremap.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index of communities, or one area and its facilities.
 *
 * @param groups streets and towns with their communities; empty on the page of one area
 * @param area the area that is shown alone, null on the index
 * @param kinds its facilities by kind
 */
record CommunitiesPage(List<Group> groups, @Nullable Community area, List<Kind> kinds) {
  /** A street or town; null area for communities that belong to none. */
  record Group(@Nullable Community area, String anchor, String name, List<Community> members) {}

  /**
   * An area.
   *
   * @param facilities how many operate there, in words
   * @param href its facilities
   * @param card its print card
   * @param cards all cards of the communities in it; null for a community
   */
  record Community(
      String name, String facilities, String href, String card, @Nullable String cards) {}

  /** Facilities of one kind. */
  record Kind(String name, List<Entry> facilities) {}

  /** A facility with its number to call. */
  record Entry(String name, String href, @Nullable String address, List<Phones.Phone> phones) {}
}
