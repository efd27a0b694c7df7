import './find.css';
import type { Welcome } from '../api/find';
import { registerServiceWorker } from '../offline/register';
import { DeviceStore } from '../offline/store';
import { preferences } from '../state/preferences';
import { fill, h } from '../ui/dom';
import { type Answered, FindApi } from './api';
import { errorWords } from './context';
import { amapLink, baiduLink, tencentLink } from './handover';
import { FindPage } from './page';
import { SavedThings } from './saved';
import { FindStore, mapPageAddress, windowHistory } from './state';
import { findTranslator } from './translator';

/** Starts the page; where the server is away it says so, tries again, and offers to. */
async function start(root: HTMLElement): Promise<void> {
  const tr = findTranslator(preferences.lang());
  const device = new DeviceStore();
  const api = new FindApi(new URL('api/v1/', document.baseURI).href, device);
  const status = root.querySelector<HTMLElement>('#starting');
  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  document.documentElement.dataset.textSize = preferences.textSize();
  say(tr.t('ask.opening'));
  let page: FindPage | null = null;
  const open = (welcome: Answered<Welcome>) => {
    if (page) {
      page.renew(welcome);
      return;
    }
    const parts = {
      api,
      store: new FindStore(windowHistory),
      saved: new SavedThings(),
      device,
      handover: { amapLink, baiduLink, tencentLink },
      now: Date.now,
      notKept,
    };
    page = new FindPage(root, parts, welcome);
  };
  try {
    const trouble = {
      retrying: (attempt: number) => say(tr.t('ask.retrying', { attempt })),
      kept: open,
    };
    open(await api.welcome(trouble, new AbortController().signal));
  } catch (error) {
    if (!status || page) return;
    const again = h(
      'button',
      {
        type: 'button',
        class: 'button primary',
        onclick: () => {
          fill(status);
          void start(root);
        },
      },
      tr.t('again'),
    );
    fill(status, h('p', {}, errorWords(error, tr)), again);
  }
}

/** How the service worker leads here from a page that it has not kept (`offline/worker.ts`). */
const NOT_KEPT = '#offline';

const notKept = window.location.hash === NOT_KEPT;
// It is said once: after a reload it would be said of a page that nobody asked for.
if (notKept) windowHistory.replace('');
const elsewhere = mapPageAddress(window.location.hash);
const root = document.getElementById('app');
if (elsewhere !== null) window.location.replace(elsewhere);
else if (root) {
  void start(root);
  registerServiceWorker();
}
