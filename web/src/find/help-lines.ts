import { dialable } from '../i18n/format';
import { h } from '../ui/dom';
import { icon } from '../ui/icon';
import type { FindContext } from './context';

/**
 * Numbers to call when the page is no help: the county's hotline, and the emergency services.
 *
 * @param emergency whether the latter are named too
 */
export function helpLines({ tr, welcome }: FindContext, emergency: boolean): HTMLElement[] {
  const lines = [
    ...(welcome.hotline ? [{ ...welcome.hotline, code: 'hotline' }] : []),
    ...(emergency ? welcome.emergency : []),
  ];
  return lines
    .filter(({ phone }) => dialable(phone) !== '')
    .map(({ code, phone, ...names }) =>
      h(
        'a',
        { class: 'button', href: `tel:${dialable(phone)}`, 'data-testid': `help-${code}` },
        icon('phone'),
        tr.t('hotline.call', { name: tr.named(names), phone }),
      ),
    );
}
