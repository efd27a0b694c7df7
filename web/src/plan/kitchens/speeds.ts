import { type KitchensKey, kitchensZh } from '../../i18n/plan/kitchens-zh';
import { h } from '../../ui/dom';
import type { VehicleFacts } from './answers';
import type { KitchensContext } from './context';

const ROAD = 'road.';

/** How fast the vehicle is taken to be, and what is left out. */
export function speedFold({ tr }: KitchensContext, vehicle: VehicleFacts): HTMLElement {
  const { t, number } = tr;
  const roads = Object.keys(kitchensZh)
    .filter((key): key is KitchensKey & `road.${string}` => key.startsWith(ROAD))
    .map((key) => [key, vehicle.speedKmh[key.slice(ROAD.length)]] as const);
  return h(
    'details',
    { class: 'source', 'data-testid': 'kitchen-speeds' },
    h('summary', {}, t('speed.title')),
    h('p', {}, t('speed.why', { hand: number(vehicle.handKmh, 1) })),
    h('p', {}, t('speed.parts')),
    h(
      'table',
      { class: 'speed-table' },
      h('caption', {}, t('speed.caption')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, t('speed.road')),
          h('th', { scope: 'col' }, t('speed.kmh')),
        ),
      ),
      h(
        'tbody',
        {},
        ...roads.map(([key, kmh]) =>
          kmh === undefined
            ? null
            : h('tr', {}, h('th', { scope: 'row' }, t(key)), h('td', {}, number(kmh, 1))),
        ),
      ),
    ),
  );
}
