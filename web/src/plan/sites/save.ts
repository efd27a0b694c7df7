import { ProblemError } from '../../api/http';
import { textField } from '../../desk/fields';
import { localeOf } from '../../i18n/language';
import { errorText } from '../../panels/context';
import { h } from '../../ui/dom';
import { icon } from '../../ui/icon';
import { endRefusedSession, typeWord } from '../context';
import { yuanText } from '../money';
import { withOwn } from '../state';
import { type Run, saved } from './answers';
import { askedWords, walkOf } from './asked';
import type { SitesContext } from './context';
import { changesOf } from './question';
import { siteName } from './words';

/** Saves the chosen sites as a scenario and goes there. */
export function saveForm(context: SitesContext, run: Run): HTMLElement {
  const { api, store, tr, shared, announce } = context;
  const { t } = tr;
  // Of the run, not of the form: it may ask something else by now.
  const walk = walkOf(run.request, store.state);
  const { type } = walk;
  const name = textField(t('save.name'), 'save-name', {
    type: 'text',
    required: true,
    maxlength: 200,
    value: t('save.suggest', {
      count: run.sites.length,
      type: typeWord(context, type),
      when: new Date().toLocaleString(localeOf(tr.lang), {
        month: 'numeric',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      }),
      yuan: yuanText(run.yuan, tr),
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
          note:
            run.request === null ? '' : t('save.note', { asked: askedWords(run.request, context) }),
          changes: changesOf(sites, type),
        },
        saved,
      );
      announce(t('save.done', { name: scenario.name }));
      store.go({
        tab: 'scenarios',
        ...walk,
        ...withOwn(store.state, { 'scenarios.id': scenario.id }),
      });
    } catch (error) {
      const taken = error instanceof ProblemError && error.status === 409;
      said.textContent = taken ? t('save.taken') : errorText(error, shared);
      if (taken) name.input.select();
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
