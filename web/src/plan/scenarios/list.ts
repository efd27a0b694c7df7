import { localeOf } from '../../i18n/language';
import { fill, h } from '../../ui/dom';
import { endRefusedSession, failure } from '../context';
import { yuanText } from '../money';
import type { Scenario } from './answers';
import type { ScenariosContext } from './context';

/** More columns than this no screen has room for. */
export const COMPARED_MAX = 4;

export interface ListedActions {
  open(id: string): void;
  create(): void;
  compare(ids: readonly string[]): void;
  /** Something was copied or deleted. */
  changed(): void;
}

/** The saved scenarios as cards: open, copy, delete, and choose for the comparison. */
export function scenarioList(
  context: ScenariosContext,
  scenarios: readonly Scenario[],
  actions: ListedActions,
): HTMLElement {
  const { t } = context.tr;
  const picked = new Set<string>();
  const compare = h('button', {
    type: 'button',
    class: 'button',
    'data-testid': 'compare',
    onclick: () => {
      if (picked.size > 0) actions.compare([...picked]);
    },
  });
  const showPicked = () => {
    compare.textContent = t('scenarios.compare', { count: picked.size });
    compare.setAttribute('aria-disabled', String(picked.size === 0));
    const full = picked.size >= COMPARED_MAX;
    for (const box of list.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
      box.disabled = full && !box.checked;
    }
  };
  const list = h(
    'ul',
    { class: 'scenario-list', 'data-testid': 'scenario-list' },
    ...scenarios.map((one) =>
      card(context, one, scenarios, actions, (on) => {
        if (on) picked.add(one.id);
        else picked.delete(one.id);
        showPicked();
      }),
    ),
  );
  showPicked();
  return h(
    'div',
    { class: 'part' },
    h(
      'button',
      {
        type: 'button',
        class: 'button primary',
        'data-testid': 'new-scenario',
        onclick: actions.create,
      },
      t('scenarios.new'),
    ),
    h('h2', { tabindex: -1 }, t('scenarios.list', { count: scenarios.length })),
    scenarios.length === 0
      ? h('p', { class: 'notice', 'data-testid': 'no-scenarios' }, t('scenarios.none'))
      : list,
    scenarios.length > 0 &&
      h(
        'div',
        { class: 'compare-line' },
        compare,
        h('p', { class: 'hint' }, t('scenarios.compare.why')),
      ),
  );
}

function card(
  context: ScenariosContext,
  scenario: Scenario,
  all: readonly Scenario[],
  actions: ListedActions,
  pick: (on: boolean) => void,
): HTMLElement {
  const { tr } = context;
  const { t } = tr;
  const { id, name, note, changes, stale, updatedAt, yuan, unknownCosts } = scenario;
  const message = h('div', {});
  const attempt = async (act: () => Promise<unknown>, said: string) => {
    fill(message);
    try {
      await act();
      context.announce(said);
      actions.changed();
    } catch (error) {
      fill(
        message,
        failure(context, error, () => void attempt(act, said)),
      );
      endRefusedSession(context, error);
    }
  };
  const button = (words: string, testId: string, use: () => void, danger = false) =>
    h(
      'button',
      {
        type: 'button',
        class: danger ? 'button danger' : 'button',
        'data-testid': testId,
        'aria-label': `${words}: ${name}`,
        onclick: use,
      },
      words,
    );
  const remove = button(t('scenarios.delete'), 'delete-scenario', () => askFirst(), true);
  const askFirst = () => {
    const no = h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'delete-no',
        onclick: () => {
          fill(message);
          remove.focus();
        },
      },
      t('scenarios.delete.no'),
    );
    fill(
      message,
      h(
        'div',
        { class: 'notice warn', role: 'group', 'aria-label': t('scenarios.delete') },
        h('p', {}, t('scenarios.delete.ask', { name })),
        h(
          'button',
          {
            type: 'button',
            class: 'button danger',
            'data-testid': 'delete-yes',
            onclick: () =>
              void attempt(() => context.scenarios.drop(id), t('scenarios.deleted', { name })),
          },
          t('scenarios.delete.yes'),
        ),
        no,
      ),
    );
    no.focus();
  };
  const copied = freeName(
    t('scenarios.copy.name', { name }),
    all.map((one) => one.name),
  );
  return h(
    'li',
    { class: 'scenario-card', 'data-scenario': id },
    h(
      'div',
      { class: 'scenario-title' },
      h('h3', {}, name),
      stale && h('span', { class: 'tag warn' }, t('scenarios.stale')),
    ),
    note !== '' && h('p', {}, note),
    h(
      'p',
      { class: 'hint' },
      [
        t('scenarios.changes', { count: changes.length }),
        unknownCosts > 0
          ? t('live.money.unknown', { yuan: yuanText(yuan, tr), count: unknownCosts })
          : yuanText(yuan, tr),
        updatedAt && t('scenarios.updated', { at: dayText(updatedAt, tr.lang) }),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        'data-testid': 'pick-scenario',
        onchange: (event: Event) => pick((event.target as HTMLInputElement).checked),
      }),
      h('span', {}, t('scenarios.pick', { name })),
    ),
    h(
      'div',
      { class: 'card-actions' },
      button(t('scenarios.open'), 'open-scenario', () => actions.open(id)),
      button(
        t('scenarios.copy'),
        'copy-scenario',
        () =>
          void attempt(
            () => context.scenarios.copy(id, copied),
            t('scenarios.copied', { name: copied }),
          ),
      ),
      remove,
    ),
    message,
  );
}

/** Names are unique: a taken one gets a number. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const name = `${wanted} ${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** Day and minute in the way of the language. */
export function dayText(instant: string, lang: 'zh' | 'en'): string {
  return new Date(instant).toLocaleString(localeOf(lang), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
