/**
 * Lets the page be opened without a network from the second visit on. Waits until the page is idle,
 * so that nothing is fetched while somebody waits for a first answer. Without HTTPS, in old browsers
 * and in the developers' server there is no service worker, and nothing is missed but that.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => {
    // Relative to the document: the product may stand below a path.
    navigator.serviceWorker.register(new URL('sw.js', document.baseURI)).catch(() => {});
  };
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
