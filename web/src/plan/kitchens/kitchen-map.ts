import { boundsOf } from '../../geo/lonlat';
import type { PlanLine, PlanPin } from '../plan-map';
import type { Kitchens, MealPoint } from './answers';
import { colorsOf, type KitchensContext, kitchenName, triedAt, UNFED } from './context';
import { wishOf, wishPatch } from './question';

/** Kitchens, points and the ways between them. */
export class KitchenMap {
  #fitted = false;

  constructor(
    private readonly context: KitchensContext,
    private readonly choose: (id: string) => void,
  ) {}

  show(answer: Kitchens, chosen: string | null): void {
    const { map, tr, store } = this.context;
    const { t } = tr;
    const colors = colorsOf(answer);
    map.showFacilities(null);
    map.setLines(linesOf(answer, colors));
    map.setPins([...this.#points(answer, colors, chosen), ...this.#kitchens(answer, chosen)], {
      chosen: (id) => this.choose(id),
      dragged: (id, place, final) => {
        const at = triedAt(id);
        const { added } = wishOf(store.state);
        const tried = added[at];
        if (!final || !tried) return;
        const moved = added.map((one, i) => (i === at ? { ...tried, ...place } : one));
        store.go(wishPatch(store.state, { added: moved }));
      },
    });
    const used = answer.kitchens.filter(({ points }) => points !== null && points > 0);
    const unfed = answer.points.some(({ state }) => state !== 'served');
    map.setLegend(
      [
        {
          kind: 'colors',
          title: t('legend.kitchens'),
          items: [
            ...used.map((kitchen) => ({
              color: colors.get(kitchen.id) ?? UNFED,
              label: kitchenName(this.context, kitchen),
            })),
            ...(unfed ? [{ color: UNFED, label: t('legend.unfed') }] : []),
          ],
        },
      ],
      [
        { kind: 'kitchen', label: t('legend.kitchen') },
        ...(answer.kitchens.some(({ state }) => state === 'closed')
          ? [{ kind: 'closed', label: t('legend.closed') } as const]
          : []),
      ],
    );
    if (!this.#fitted && store.state.view === null) {
      const bounds = boundsOf([...answer.points, ...answer.kitchens]);
      if (bounds) map.fit(bounds);
    }
    this.#fitted = true;
  }

  #kitchens({ kitchens }: Kitchens, chosen: string | null): PlanPin[] {
    const { t } = this.context.tr;
    return kitchens.map((kitchen): PlanPin => {
      const name = kitchenName(this.context, kitchen);
      const closed = kitchen.state === 'closed';
      return {
        id: kitchen.id,
        lon: kitchen.lon,
        lat: kitchen.lat,
        kind: closed ? 'closed' : 'kitchen',
        number: kitchen.state === 'added' ? triedAt(kitchen.id) + 1 : null,
        draggable: kitchen.state === 'added',
        chosen: kitchen.id === chosen,
        label: closed
          ? t('pin.closed', { name })
          : kitchen.points === null
            ? name
            : t('pin.kitchen', { name, points: kitchen.points }),
      };
    });
  }

  #points(
    { points, kitchens }: Kitchens,
    colors: ReadonlyMap<string, string>,
    chosen: string | null,
  ): PlanPin[] {
    const { tr } = this.context;
    const names = new Map(kitchens.map((one) => [one.id, kitchenName(this.context, one)]));
    return points.map((point): PlanPin => {
      const served = point.state === 'served';
      return {
        id: point.id,
        lon: point.lon,
        lat: point.lat,
        kind: 'point',
        chosen: point.id === chosen,
        color: served ? (colors.get(point.kitchen ?? '') ?? UNFED) : UNFED,
        label:
          served && point.minutes !== null
            ? tr.t('pin.point.minutes', {
                name: point.name,
                kitchen: names.get(point.kitchen ?? '') ?? '',
                minutes: tr.number(point.minutes, 1),
              })
            : tr.t('pin.point', { name: point.name, state: tr.t(`state.${point.state}`) }),
      };
    });
  }
}

/** A line for every point that some kitchen's vehicle gets to; dashed where that takes too long. */
export function linesOf(answer: Kitchens, colors: ReadonlyMap<string, string>): PlanLine[] {
  const drawn = answer.points.filter(
    (point): point is MealPoint & { line: NonNullable<MealPoint['line']> } =>
      point.line !== null && point.state !== 'unreachable',
  );
  return drawn.map((point) => ({
    id: point.id,
    line: point.line,
    color: point.state === 'served' ? (colors.get(point.kitchen ?? '') ?? UNFED) : UNFED,
    dashed: point.state !== 'served',
    width: point.state === 'served' ? 4 : 3,
  }));
}
