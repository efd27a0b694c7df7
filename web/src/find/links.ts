/** What names a facility in an address that lasts: the bureau's own id where there is one. */
export interface Named {
  readonly id: string;
  readonly externalId: string | null;
}

/** The facility's own page, relative to the find page. */
export function facilityPage({ id, externalId }: Named): string {
  return `./facility/${encodeURIComponent(externalId ?? id)}`;
}

/**
 * The address to hand on. It is made from the facility alone, so that it cannot tell where the
 * sender is.
 *
 * @param base address of the page, of which only the place counts
 */
export function sharedAddress(facility: Named, base: string): string {
  const address = new URL(facilityPage(facility), base);
  return address.href;
}

/** Up to four facilities side by side. */
export function comparePage(facilities: readonly Named[]): string {
  const ids = facilities.map(({ id, externalId }) => `id=${encodeURIComponent(externalId ?? id)}`);
  return `./compare?${ids.join('&')}`;
}
