import { h } from '../ui/dom';
import type { PanelContext } from './context';

/** The paces as large radio buttons; the first profile of the server is the one by default. */
export function paceChoice(context: PanelContext, name: string): HTMLElement {
  const { t, named, number } = context.tr;
  const { profiles } = context.catalog().status;
  const chosen = context.store.state.profile ?? profiles[0]?.code;
  return h(
    'fieldset',
    { class: 'pace' },
    h('legend', {}, t('pace.title')),
    h(
      'div',
      { class: 'choices' },
      ...profiles.map((profile) =>
        h(
          'label',
          { class: 'choice' },
          h('input', {
            type: 'radio',
            name,
            value: profile.code,
            checked: profile.code === chosen,
            'data-testid': `pace-${profile.code}`,
            onchange: () => context.store.update({ profile: profile.code, speedKmh: null }),
          }),
          h(
            'span',
            {},
            named(profile),
            h('small', {}, t('pace.speed', { speed: number(profile.speedKmh, 1) })),
          ),
        ),
      ),
    ),
  );
}
