import './adviser.css';
import { registerServiceWorker } from '../offline/register';
import { preferences } from '../state/preferences';
import { fill, h } from '../ui/dom';
import { AdviserApi } from './api';
import { troubleText } from './desk';
import { AdviserPage } from './page';
import { textsIn } from './texts';

/** Starts the page; where the server is away it says so and offers to try again. */
async function start(root: HTMLElement): Promise<void> {
  const texts = textsIn(preferences.lang());
  document.documentElement.lang = texts.lang === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.textSize = preferences.textSize();
  fill(root, h('main', { class: 'page' }, h('p', { role: 'status' }, texts.t('loading'))));
  const api = new AdviserApi(new URL('api/v1/', document.baseURI).href);
  try {
    // A page without the hotline is better than none.
    const [advice, hotline] = await Promise.all([api.advice(), api.hotline().catch(() => null)]);
    new AdviserPage(root, api, advice, hotline);
  } catch (error) {
    fill(
      root,
      h(
        'main',
        { class: 'page' },
        h('h1', {}, texts.t('heading')),
        h('p', { class: 'notice warn', role: 'alert' }, troubleText(error, texts)),
        h(
          'button',
          { type: 'button', class: 'button primary', onclick: () => void start(root) },
          texts.t('again'),
        ),
      ),
    );
  }
}

const root = document.getElementById('app');
if (root) void start(root);
registerServiceWorker();
