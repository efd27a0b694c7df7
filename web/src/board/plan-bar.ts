import { fill, h } from '../ui/dom';
import { type BoardContext, endRefusedSession, failure, label } from './context';
import type { Plan } from './standards-answers';

/** Stays as somebody left it while the page is made anew. */
let open = false;

/** The plans: which are adopted, which are judged by here; the administrator adopts others. */
export function planBar(
  context: BoardContext,
  plans: readonly Plan[],
  changed: () => void,
): HTMLElement {
  const { store, tr } = context;
  const { t } = tr;
  const chosen = chosenPlans(plans, store.state.plans);
  const toggle = (code: string, on: boolean) => {
    const next = on ? [...chosen, code] : chosen.filter((one) => one !== code);
    const adopted = plans.filter((plan) => plan.adopted).map((plan) => plan.code);
    const same = next.length === adopted.length && next.every((one) => adopted.includes(one));
    store.go({ plans: same ? [] : next });
  };
  const names = plans
    .filter(({ code }) => chosen.includes(code))
    .map((plan) => label(context, plan))
    .join(t('list.separator'));
  return h(
    'details',
    {
      class: 'fold plan-bar',
      open,
      ontoggle: (event: Event) => {
        open = (event.target as HTMLDetailsElement).open;
      },
    },
    h('summary', { 'data-testid': 'plans' }, h('b', {}, t('plans.title')), h('span', {}, names)),
    h(
      'ul',
      { class: 'plans' },
      ...plans.map((plan) =>
        h(
          'li',
          {},
          h(
            'label',
            { class: 'check' },
            h('input', {
              type: 'checkbox',
              checked: chosen.includes(plan.code),
              'data-testid': `plan-${plan.code}`,
              onchange: (event: Event) =>
                toggle(plan.code, (event.target as HTMLInputElement).checked),
            }),
            h(
              'span',
              {},
              label(context, plan),
              h('small', {}, ` ${t('plans.rules', { count: plan.rules })}`),
              plan.adopted && h('span', { class: 'tag' }, t('plans.adopted')),
            ),
          ),
          context.session.session && adoptButton(context, plan, changed),
        ),
      ),
    ),
  );
}

function adoptButton(context: BoardContext, plan: Plan, changed: () => void): HTMLElement {
  const { t } = context.tr;
  const message = h('div', {});
  const adopt = async () => {
    fill(message);
    try {
      await context.api.adopt(plan.code, !plan.adopted);
      context.announce(t('saved'));
      changed();
    } catch (error) {
      fill(
        message,
        failure(context, error, () => void adopt()),
      );
      endRefusedSession(context, error);
    }
  };
  return h(
    'div',
    {},
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': `adopt-${plan.code}`,
        onclick: () => void adopt(),
      },
      t(plan.adopted ? 'plans.drop' : 'plans.adopt'),
    ),
    message,
  );
}

/** Codes judged by: those of the link, or the adopted ones. */
export function chosenPlans(plans: readonly Plan[], asked: readonly string[]): string[] {
  const known = asked.filter((code) => plans.some((plan) => plan.code === code));
  return known.length > 0 ? known : plans.filter(({ adopted }) => adopted).map(({ code }) => code);
}
