import type { Area, Coverage } from '../api/answers';
import { surfaceBounds } from '../geo/geojson';
import type { Bounds } from '../geo/lonlat';
import { peopleText, shareText } from '../i18n/format';
import type { MessageKey } from '../i18n/zh';
import { type Shading, shadings } from '../state/fragment';
import { h } from '../ui/dom';
import type { LegendPart } from '../ui/legend';
import { errorText, isAbort, Latest, type PanelContext } from './context';
import { colorOf, countScale, type ScaleClass, shareScale } from './scale';

const choices: Record<Shading, MessageKey> = {
  share: 'shading.share',
  count: 'shading.count',
  grid: 'shading.grid',
  none: 'shading.none',
};

/** Grid cells grow when the map shows more land, so that no answer holds too many. */
function cellMetersAt(zoom: number): number {
  if (zoom >= 13) return 500;
  return zoom >= 11 ? 1000 : 2000;
}

const UNKNOWN_COLOR = '#c9c7c2';

/** Demand on the planner's map: by area or by grid cell, never single points. */
export class PlanShading {
  readonly #latest = new Latest();
  #areas: Promise<ReadonlyMap<string, Area>> | null = null;
  #coverage: Coverage | null = null;
  #bounds: Bounds | null = null;

  constructor(
    private readonly context: PanelContext,
    private readonly showLegend: (parts: readonly LegendPart[]) => void,
  ) {}

  choice(): HTMLElement {
    const { t } = this.context.tr;
    const { store } = this.context;
    return h(
      'label',
      { class: 'field' },
      h('span', {}, t('shading.title')),
      h(
        'select',
        {
          'data-testid': 'plan-shading',
          onchange: (event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            store.update({ shading: shadings.find((one) => one === value) ?? 'none' });
          },
        },
        ...shadings.map((one) =>
          h('option', { value: one, selected: one === store.state.shading }, t(choices[one])),
        ),
      ),
    );
  }

  show(coverage: Coverage): void {
    this.#coverage = coverage;
    this.draw();
  }

  /** Areas may have changed. */
  forget(): void {
    this.#areas = null;
  }

  clear(): void {
    this.#latest.cancel();
    this.#coverage = null;
    this.context.onMap((map) => map.setShading([]));
  }

  mapMoved(bounds: Bounds): void {
    this.#bounds = bounds;
    if (this.#coverage && this.context.store.state.shading === 'grid') this.draw();
  }

  zoomTo(code: string): void {
    void this.#areasByCode().then((areas) => {
      const shape = areas.get(code)?.shape;
      const bounds = shape && surfaceBounds(shape);
      if (bounds) this.context.onMap((map) => map.fit(bounds));
    });
  }

  draw(): void {
    const signal = this.#latest.next();
    const { shading } = this.context.store.state;
    const work = shading === 'grid' ? this.#drawGrid(signal) : this.#drawAreas(signal, shading);
    work.catch((error: unknown) => {
      if (!isAbort(error) && !signal.aborted) {
        this.context.announce(errorText(error, this.context.tr));
        this.context.onMap((map) => map.setShading([]));
        this.showLegend([]);
      }
    });
  }

  #areasByCode(): Promise<ReadonlyMap<string, Area>> {
    this.#areas ??= this.context.api.areas().then(
      (areas) => new Map(areas.map((area) => [area.code, area])),
      (error: unknown) => {
        this.#areas = null;
        throw error;
      },
    );
    return this.#areas;
  }

  async #drawAreas(signal: AbortSignal, shading: Shading): Promise<void> {
    const coverage = this.#coverage;
    if (!coverage || shading === 'none') {
      this.context.onMap((map) => map.setShading([]));
      this.showLegend([]);
      return;
    }
    const areas = await this.#areasByCode();
    if (signal.aborted) return;
    const { t } = this.context.tr;
    const byShare = shading === 'share';
    const scale = byShare
      ? shareScale
      : countScale(
          coverage.areas.map((area) => area.uncovered),
          'warm',
        );
    const surfaces = coverage.areas.flatMap((area) => {
      const shape = area.code ? areas.get(area.code)?.shape : null;
      if (!shape) return [];
      const share = area.coveredShare === null ? null : 1 - area.coveredShare;
      const color =
        share === null ? UNKNOWN_COLOR : colorOf(scale, byShare ? share : area.uncovered);
      const label = t('shading.area', {
        name: area.name ?? '',
        people: peopleText(area.uncovered, this.context.tr),
        share: shareText(share, this.context.tr),
      });
      return [{ shape, color, label }];
    });
    this.context.onMap((map) => map.setShading(surfaces));
    this.showLegend([this.#legend(t(choices[shading]), scale, byShare, false)]);
  }

  async #drawGrid(signal: AbortSignal): Promise<void> {
    const { t } = this.context.tr;
    const { group } = this.context.store.state;
    const view = await new Promise<{ bounds: Bounds; zoom: number }>((resolve) => {
      this.context.onMap((map) =>
        resolve({ bounds: this.#bounds ?? map.bounds(), zoom: map.zoom() }),
      );
    });
    const cells = await this.context.api.demandGrid(
      group,
      cellMetersAt(view.zoom),
      view.bounds,
      signal,
    );
    if (signal.aborted) return;
    const scale = countScale(
      cells.map(({ count }) => count ?? 0),
      'cool',
    );
    const surfaces = cells.map(({ count, shape }) => ({
      shape,
      color: count === null ? UNKNOWN_COLOR : colorOf(scale, count),
      label: t('gaps.people', { count: peopleText(count, this.context.tr) }),
    }));
    this.context.onMap((map) => map.setShading(surfaces));
    const unknown = cells.some(({ count }) => count === null);
    this.showLegend([this.#legend(t('shading.grid'), scale, false, unknown)]);
  }

  #legend(
    title: string,
    scale: readonly ScaleClass[],
    share: boolean,
    unknown: boolean,
  ): LegendPart {
    const { t, number } = this.context.tr;
    const bound = (value: number) => (share ? `${Math.round(value * 100)}%` : number(value));
    const items = scale.map(({ from, color }, index) => {
      const last = index === scale.length - 1;
      return { color, label: last ? t('legend.over', { from: bound(from) }) : bound(from) };
    });
    if (unknown) items.push({ color: UNKNOWN_COLOR, label: t('unknown') });
    return { kind: 'colors', title, items, ramp: true };
  }
}
