import { dialable } from '../i18n/format';
import { h } from '../ui/dom';
import { icon } from '../ui/icon';
import type { FindContext } from './context';

/** The number for somebody in danger of life; all others can wait until the office opens. */
const AMBULANCE = 'ambulance';

/**
 * Numbers to call when the page is no help: the county's hotline, and those for everybody.
 *
 * @param all whether to name all of them; otherwise the hotline, or what stands in for it
 */
export function helpLines({ tr, welcome }: FindContext, all: boolean): HTMLElement[] {
  const own = welcome.hotline ? [{ ...welcome.hotline, code: 'hotline' }] : [];
  const others = welcome.emergency.filter(({ code }) => all || code !== AMBULANCE);
  return (all || own.length === 0 ? [...own, ...others] : own)
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
