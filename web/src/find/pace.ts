import { h } from '../ui/dom';
import type { FindContext } from './context';

/** The paces as large radio buttons; the server's first profile is the one by default. */
export function paceChoice(context: FindContext, name: string): HTMLElement {
  const { tr, welcome, store } = context;
  const chosen = store.state.profile ?? welcome.profiles[0]?.code;
  return h(
    'fieldset',
    { class: 'pace' },
    h('legend', {}, tr.t('find.pace')),
    h(
      'div',
      { class: 'choices' },
      ...welcome.profiles.map((profile) =>
        h(
          'label',
          { class: 'choice' },
          h('input', {
            type: 'radio',
            name,
            value: profile.code,
            checked: profile.code === chosen,
            'data-testid': `pace-${profile.code}`,
            onchange: () => store.adjust({ profile: profile.code, speedKmh: null }),
          }),
          h('span', {}, tr.named(profile), h('small', {}, paceDetail(context, profile))),
        ),
      ),
    ),
  );
}

function paceDetail(
  { tr }: FindContext,
  { speedKmh, stepsAllowed }: { speedKmh: number; stepsAllowed: boolean },
): string {
  const speed = tr.t('find.pace.speed', { speed: tr.number(speedKmh, 1) });
  return stepsAllowed ? speed : `${speed}${tr.t('list.separator')}${tr.t('find.pace.noSteps')}`;
}

/** The chosen pace in a few words. */
export function paceName({ tr, welcome, store }: FindContext): string {
  const { profile: code, speedKmh } = store.state;
  if (speedKmh !== null) return tr.t('find.pace.speed', { speed: tr.number(speedKmh, 1) });
  const profile = welcome.profiles.find((one) => one.code === code) ?? welcome.profiles[0];
  return profile ? tr.named(profile) : '';
}
