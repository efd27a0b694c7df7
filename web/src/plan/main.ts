import '../styles/base.css';
import '../styles/shell.css';
import '../styles/panel.css';
import '../styles/map.css';
import '../desk/desk.css';
import './plan.css';
import { loadCatalog } from '../app';
import { translatorFor } from '../i18n/translator';
import { errorText } from '../panels/context';
import { windowHistory } from '../state/history';
import { preferences } from '../state/preferences';
import { fill, h } from '../ui/dom';
import { PlanApi } from './api';
import { PlanPage } from './page';
import { PlanStore } from './state';

/** Starts the planning desk; where the server is away it says so and offers to try again. */
async function start(root: HTMLElement): Promise<void> {
  const tr = translatorFor(preferences.lang());
  document.documentElement.dataset.textSize = preferences.textSize();
  fill(root, h('p', { class: 'starting', role: 'status' }, tr.t('starting')));
  const api = new PlanApi(new URL('api/v1/', document.baseURI).href);
  try {
    new PlanPage(root, api, new PlanStore(windowHistory), await loadCatalog(api));
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

const root = document.getElementById('app');
if (root) void start(root);
