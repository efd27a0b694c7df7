import { inputName } from '../../desk/source';
import { peopleText } from '../../i18n/format';
import { fill, h } from '../../ui/dom';
import { endRefusedSession, failure, groupName, label, typeName } from '../context';
import type { Checked, Drift } from './answers';
import { changeName } from './change-list';
import type { ScenariosContext } from './context';
import { stationsOf } from './drawing';
import type { Workbench } from './workbench';

const signs = { kept: '✓', moved: '↔', gone: '×', conflict: '!' } as const;

/** What the data of today mean for each change, and one button that takes them over. */
export function reviewPart(
  context: ScenariosContext,
  bench: Workbench,
  taken: () => void,
): HTMLElement {
  const { tr, scenarios } = context;
  const { t } = tr;
  const body = h('div', { class: 'part' });
  const message = h('div', {});
  const saved = bench.saved;
  const take = async () => {
    if (!saved) return;
    fill(message);
    if (bench.unsaved) {
      fill(message, h('p', { class: 'notice', role: 'status' }, t('review.saveFirst')));
      return;
    }
    try {
      await scenarios.rebase(saved.id);
      context.announce(t('review.taken'));
      taken();
    } catch (error) {
      fill(
        message,
        failure(context, error, () => void take()),
      );
      endRefusedSession(context, error);
    }
  };
  const ask = async () => {
    if (!saved) return;
    try {
      const [checked, moved] = await Promise.all([
        scenarios.review(saved.id),
        scenarios.drift(saved.id),
      ]);
      fill(body, reviewList(context, bench, checked), ...driftWords(context, moved));
      if (isUntouched(checked, moved)) calm();
    } catch (error) {
      fill(
        body,
        failure(context, error, () => void ask()),
      );
      endRefusedSession(context, error);
    }
  };
  void ask();
  const button = h(
    'button',
    { type: 'button', class: 'button', 'data-testid': 'rebase', onclick: () => void take() },
    t('review.take'),
  );
  const section = h(
    'section',
    { class: 'notice warn review', 'data-testid': 'review' },
    h('h3', {}, t('review.title')),
    h('p', {}, t('review.why')),
    body,
    button,
    message,
  );
  // Nothing of it concerns this scenario: a line, and the rest for who wants to know.
  const calm = () => {
    section.classList.remove('warn');
    fill(
      section,
      h(
        'details',
        { class: 'fold' },
        h('summary', {}, t('review.calm')),
        h('div', { class: 'part' }, body, button, message),
      ),
    );
  };
  return section;
}

/** Fewer people than this are no other figure. */
const SAME_PEOPLE = 0.5;

/** True where every change still means the same and every figure is as it was. */
export function isUntouched(checked: readonly Checked[], { figures }: Pick<Drift, 'figures'>) {
  return (
    checked.every(({ state }) => state === 'kept') &&
    figures.every(
      ({ saved, now }) => Math.abs(saved.after.covered - now.after.covered) < SAME_PEOPLE,
    )
  );
}

/** Which data are others now, and what that does to the figures. */
function driftWords(context: ScenariosContext, { changedData, figures }: Drift): HTMLElement[] {
  const { tr } = context;
  const { t } = tr;
  const names = changedData.map((name) => inputName(name, t)).join(t('list.separator'));
  const lines = figures.map(({ saved, now }) =>
    h(
      'p',
      {},
      t('review.figures', {
        type: (saved.question.type ?? '')
          .split(',')
          .map((code) => typeName(context, code))
          .join(t('list.separator')),
        minutes: saved.question.minutes ?? '',
        group: groupName(context, saved.question.group ?? ''),
        before: peopleText(saved.after.covered, tr),
        now: peopleText(now.after.covered, tr),
      }),
    ),
  );
  return names === '' ? lines : [h('p', {}, t('review.data', { names })), ...lines];
}

function reviewList(
  context: ScenariosContext,
  bench: Workbench,
  checked: readonly Checked[],
): HTMLElement {
  const { tr, catalog } = context;
  const changes = bench.saved?.changes ?? [];
  const stations = [...catalog.types.keys()].flatMap((type) =>
    stationsOf(catalog.facilities.values(), type),
  );
  return h(
    'ul',
    { class: 'review-list' },
    ...checked.map(({ index, state, message, messageZh }) => {
      const change = changes[index];
      return h(
        'li',
        { 'data-state': state },
        h(
          'span',
          {
            class: `outcome ${state === 'kept' ? 'met' : state === 'moved' ? 'not-yet' : 'missed'}`,
          },
          h('span', { 'aria-hidden': 'true' }, signs[state]),
          tr.t(`review.${state}`),
        ),
        h('b', {}, change ? changeName(context, stations, change) : String(index + 1)),
        h('span', {}, label({ tr }, { zh: messageZh, en: message })),
      );
    }),
  );
}
