import './styles/base.css';
import './styles/shell.css';
import './styles/panel.css';
import './styles/map.css';
import { CareMapApi } from './api/care-map-api';
import { App, loadCatalog } from './app';
import { translatorFor } from './i18n/translator';
import { errorText } from './panels/context';
import { findPageAddress } from './state/fragment';
import { preferences } from './state/preferences';
import { Store, windowFragment } from './state/store';
import { fill, h } from './ui/dom';

/** Starts the page; where the server is away it says so and offers to try again. */
async function start(root: HTMLElement): Promise<void> {
  const tr = translatorFor(preferences.lang());
  document.documentElement.dataset.textSize = preferences.textSize();
  fill(root, h('p', { class: 'starting', role: 'status' }, tr.t('starting')));
  const api = new CareMapApi(new URL('api/v1/', document.baseURI).href);
  try {
    const catalog = await loadCatalog(api);
    const tiles = new URL('tiles/', document.baseURI).href;
    new App(root, api, new Store(windowFragment), catalog, tiles);
  } catch (error) {
    fill(
      root,
      h(
        'div',
        { class: 'starting', role: 'alert' },
        h('p', {}, errorText(error, tr)),
        h(
          'button',
          { type: 'button', class: 'button primary', onclick: () => void start(root) },
          tr.t('again'),
        ),
      ),
    );
  }
}

const elsewhere = findPageAddress(window.location.hash);
const root = document.getElementById('app');
if (elsewhere !== null) window.location.replace(elsewhere);
else if (root) void start(root);
