// Text size and language of the pages that the server writes, as chosen on this device; and the
// share button. Without this script both switches are links and the address is there to copy.
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);

  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Nothing is lost but the choice itself.
    }
  };

  /** An address with a parameter set; addresses of other sites stay as they are. */
  const withParameter = (href, name, value) => {
    const url = new URL(href, location.href);
    url.searchParams.set(name, value);
    return url.href;
  };

  const shown = () => (root.lang.startsWith('en') ? 'en' : 'zh');

  // A link that names a language means it; otherwise the choice kept here counts.
  const language = read('caremap.lang');
  if (!asked.has('lang') && (language === 'zh' || language === 'en') && language !== shown()) {
    location.replace(withParameter(location.href, 'lang', language));
    return;
  }
  const size = read('caremap.textSize');
  if (!asked.has('size') && (size === 'standard' || size === 'large')) {
    root.dataset.textSize = size;
  }

  const setSize = (link, next) => {
    root.dataset.textSize = next;
    keep('caremap.textSize', next);
    if (asked.has('size')) {
      asked.set('size', next);
      history.replaceState(null, '', withParameter(location.href, 'size', next));
    }
    handOn();
    label(link);
  };
  /** Links and forms that name a size name the one that is shown. */
  const handOn = () => {
    const { textSize } = root.dataset;
    for (const a of document.querySelectorAll('a[href*="size="]:not([data-switch="size"])')) {
      if (a.origin === location.origin) a.href = withParameter(a.href, 'size', textSize);
    }
    for (const input of document.querySelectorAll('input[name="size"]')) input.value = textSize;
  };
  const label = (link) => {
    const other = root.dataset.textSize === 'large' ? 'standard' : 'large';
    link.textContent = link.dataset[other];
    link.href = withParameter(location.href, 'size', other);
  };

  const share = async (button, status) => {
    const { share: url, title, done, failed } = button.dataset;
    if (navigator.share) {
      try {
        await navigator.share({ title, url });
        return;
      } catch (error) {
        // Who closes the phone's own sheet wants no copy either.
        if (error.name === 'AbortError') return;
      }
    }
    try {
      await navigator.clipboard.writeText(url);
      status.textContent = done;
    } catch {
      status.textContent = failed;
    }
  };

  document.addEventListener('DOMContentLoaded', () => {
    handOn();
    for (const link of document.querySelectorAll('[data-switch="size"]')) {
      label(link);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        setSize(link, root.dataset.textSize === 'large' ? 'standard' : 'large');
      });
    }
    for (const link of document.querySelectorAll('[data-switch="lang"]')) {
      link.addEventListener('click', () => keep('caremap.lang', shown() === 'en' ? 'zh' : 'en'));
    }
    const status = document.querySelector('[data-share-status]');
    for (const button of document.querySelectorAll('[data-share]')) {
      button.hidden = false;
      button.addEventListener('click', () => share(button, status));
    }
  });
})();
