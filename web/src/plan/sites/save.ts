import { textField } from '../../desk/fields';
import { errorText } from '../../panels/context';
import { h } from '../../ui/dom';
import { icon } from '../../ui/icon';
import { endRefusedSession, typeWord } from '../context';
import { withOwn } from '../state';
import { type Run, saved } from './answers';
import type { SitesContext } from './context';
import { changesOf } from './question';
import { siteName, wanText } from './words';

/** Saves the chosen sites as a scenario and goes there. */
export function saveForm(context: SitesContext, run: Run): HTMLElement {
  const { api, store, tr, shared, announce } = context;
  const { t } = tr;
  const { type } = store.state;
  const name = textField(t('save.name'), 'save-name', {
    required: true,
    maxlength: 200,
    value: t('save.suggest', {
      count: run.sites.length,
      type: typeWord(context, type),
      yuan: run.yuan === null ? t('unknown') : wanText(run.yuan, tr),
    }),
  });
  const said = h('p', { class: 'form-error', role: 'alert' });
  const submit = h(
    'button',
    { type: 'submit', class: 'button primary', 'data-testid': 'save-scenario' },
    icon('save'),
    t('save.title'),
  );
  const save = async () => {
    said.textContent = '';
    submit.disabled = true;
    const sites = run.sites.map((site) => ({ ...site, name: siteName(site, tr) }));
    try {
      const scenario = await api.post(
        'scenarios',
        {
          name: name.input.value,
          note: run.run === null ? '' : t('save.note', { request: run.run }),
          changes: changesOf(sites, type),
        },
        saved,
      );
      announce(t('save.done', { name: scenario.name }));
      store.go({ tab: 'scenarios', ...withOwn(store.state, { 'scenarios.id': scenario.id }) });
    } catch (error) {
      said.textContent = errorText(error, shared);
      submit.disabled = false;
      endRefusedSession(context, error);
    }
  };
  return h(
    'form',
    {
      class: 'save-form',
      'data-testid': 'save-form',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void save();
      },
    },
    name.element,
    submit,
    said,
  );
}
