/** Scrolls the panel, not the page, where the element begins below its upper third or above its top. */
export function scrollPanelTo(element: HTMLElement): void {
  const area = element.closest('.panel-area');
  if (!area) return;
  const below = element.getBoundingClientRect().top - area.getBoundingClientRect().top;
  if (below < 0 || below > area.clientHeight / 3) area.scrollBy({ top: below - 8 });
}
