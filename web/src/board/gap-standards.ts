import { fill, h } from '../ui/dom';
import { clauseQuote, outcomeBadge } from './clause';
import { type BoardContext, failure, isPast, typeName, waiting } from './context';
import type { BoardRow } from './gap-answers';
import { communitiesQuery } from './question';
import type { Community, Plan, Rule } from './standards-answers';
import { missedRules, spatialWords } from './standards-words';

/** Which standards a community misses: of the adopted plans, and for comparison of all others. */
export async function showStandards(
  context: BoardContext,
  place: HTMLElement,
  row: BoardRow,
  signal: AbortSignal,
): Promise<void> {
  const { api, store, tr } = context;
  const { t } = tr;
  fill(place, h('p', { class: 'hint' }, t('detail.standards.waiting')));
  const query = { ...communitiesQuery(store.state), type: null, area: row.code };
  const judge = async (plans: readonly string[]) => {
    const { rows } = await api.communities({ ...query, plan: plans }, signal);
    return rows.find(({ code }) => code === row.code) ?? null;
  };
  try {
    const [rules, plans] = await Promise.all([api.rules(), api.plans()]);
    const adopted = plans.filter((plan) => plan.adopted).map(({ code }) => code);
    const others = plans.filter((plan) => !plan.adopted).map(({ code }) => code);
    const community = await judge(adopted);
    if (signal.aborted) return;
    // Where one's own plan is kept, the next question is what others would say.
    const kept = community !== null && missedRules(community, rules, store.state.type).length === 0;
    fill(
      place,
      community && spatialList(context, community),
      h('h3', {}, t('detail.standards')),
      missedList(context, community, rules, plans),
      others.length > 0 &&
        othersFold(context, kept, async () =>
          missedList(context, await judge(others), rules, plans),
        ),
    );
  } catch (error) {
    if (isPast(error, signal)) return;
    fill(
      place,
      failure(context, error, () => void showStandards(context, place, row, signal)),
    );
  }
}

function missedList(
  context: BoardContext,
  community: Community | null,
  rules: readonly Rule[],
  plans: readonly Plan[],
): HTMLElement {
  const { t } = context.tr;
  const missed = community ? missedRules(community, rules, context.store.state.type) : [];
  return missed.length === 0
    ? h('p', {}, t(community ? 'detail.standards.none' : 'detail.standards.unknown'))
    : h(
        'ul',
        { class: 'missed' },
        ...missed.map((rule) => h('li', {}, clauseQuote(context, rule, plans))),
      );
}

/** Who walks there in time, of the type that was asked about. */
function spatialList(context: BoardContext, { spatial }: Community): HTMLElement | null {
  const { type } = context.store.state;
  const about = spatial.filter(({ types }) => types.includes(type));
  if (about.length === 0) return null;
  return h(
    'ul',
    { class: 'spatial' },
    ...about.map((one) =>
      h(
        'li',
        {},
        outcomeBadge(context, one.outcome),
        ' ',
        spatialWords(one, (code) => typeName(context, code), context.tr),
      ),
    ),
  );
}

/** What other plans would say; asked for when somebody wants to know. */
function othersFold(
  context: BoardContext,
  open: boolean,
  load: () => Promise<HTMLElement>,
): HTMLElement {
  const place = h('div', {});
  const fetchAll = async () => {
    fill(place, waiting(context));
    try {
      fill(place, await load());
    } catch (error) {
      fill(
        place,
        failure(context, error, () => void fetchAll()),
      );
    }
  };
  return h(
    'details',
    {
      class: 'fold',
      open,
      ontoggle: (event: Event) => {
        if ((event.target as HTMLDetailsElement).open && place.childElementCount === 0) {
          void fetchAll();
        }
      },
    },
    h('summary', { 'data-testid': 'other-standards' }, context.tr.t('detail.standards.others')),
    place,
  );
}
