/**
 * Remembers what has the focus inside an element, for content that is about to be made anew.
 *
 * @returns gives the focus back to the element of the same name where nothing else has it
 */
export function keepFocus(root: HTMLElement): () => void {
  const active = document.activeElement;
  const name =
    active instanceof HTMLElement && root.contains(active) ? active.dataset.testid : undefined;
  return () => {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (!name || !lost) return;
    root.querySelector<HTMLElement>(`[data-testid="${name}"]`)?.focus({ preventScroll: true });
  };
}
