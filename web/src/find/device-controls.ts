import type { DeviceStore } from '../offline/store';
import { h } from '../ui/dom';
import type { FindContext } from './context';

/**
 * What this device keeps, in the visitor's own hand: whether at all, and away with it.
 *
 * @param forgotten called when it is away, so that the page does not go on showing it
 */
export function deviceControls(
  context: FindContext,
  device: DeviceStore,
  forgotten: () => void,
): HTMLElement {
  const { t } = context.tr;
  const said = h('p', { role: 'status', 'data-testid': 'device-said' });
  const keep = h('input', {
    type: 'checkbox',
    checked: device.isKeeping(),
    'data-testid': 'device-keep',
    onchange: () => {
      device.setKeeping(keep.checked);
      said.textContent = t(keep.checked ? 'device.keeping' : 'device.keepsNothing');
    },
  });
  return h(
    'details',
    { class: 'device', 'data-testid': 'device' },
    h('summary', {}, t('device.title')),
    h('p', {}, t('device.what')),
    h('label', { class: 'device-keep' }, keep, h('span', {}, t('device.keep'))),
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'device-forget',
        onclick: () => {
          void device.forgetAll().then(() => {
            forgotten();
            said.textContent = t('device.forgotten');
          });
        },
      },
      t('device.forget'),
    ),
    said,
  );
}
