import type { Coverage, Gap } from '../api/answers';
import type { PlanQuestion } from '../api/care-map-api';
import type { Bounds } from '../geo/lonlat';
import type { PageState } from '../state/fragment';
import { fill, h } from '../ui/dom';
import type { LegendPart } from '../ui/legend';
import {
  errorText,
  isAbort,
  Latest,
  lookOf,
  type Panel,
  type PanelContext,
  paceOf,
  typeName,
} from './context';
import { coverageTotals } from './plan-coverage';
import { GapList } from './plan-gaps';
import { PlanPlaces } from './plan-places';
import { planQuestion } from './plan-question';
import { PlanShading } from './plan-shading';
import { CoverageTable } from './plan-table';

/** A slider sends many changes; the question waits until it rests. */
const REST_MILLISECONDS = 250;

/** The planner's panel: who is covered, who is not, where the gaps are. */
export class PlanPanel implements Panel {
  readonly element: HTMLElement;
  readonly #question = h('div', {});
  readonly #totals = h('div', { class: 'totals', 'aria-live': 'polite' });
  readonly #shadingChoice = h('div', {});
  readonly #table: CoverageTable;
  readonly #gaps: GapList;
  readonly #places: PlanPlaces;
  readonly #shading: PlanShading;
  readonly #latest = new Latest();
  #rest: number | undefined;
  #visible = false;

  constructor(private readonly context: PanelContext) {
    const { t } = context.tr;
    this.#table = new CoverageTable(context, (code) => this.#shading.zoomTo(code));
    this.#gaps = new GapList(context);
    this.#places = new PlanPlaces(context);
    this.#shading = new PlanShading(context, (parts) => this.#showLegend(parts));
    this.element = h(
      'div',
      { class: 'panel panel-plan', 'data-testid': 'panel-plan' },
      h('h1', {}, t('plan.title')),
      this.#question,
      this.#totals,
      this.#places.element,
      this.#gaps.element,
      this.#shadingChoice,
      this.#table.element,
    );
  }

  show(): void {
    this.#visible = true;
    fill(this.#question, planQuestion(this.context));
    fill(this.#shadingChoice, this.#shading.choice());
    this.#showTypes();
    void this.#ask();
  }

  hide(): void {
    this.#visible = false;
    window.clearTimeout(this.#rest);
    this.#latest.cancel();
    this.#places.cancel();
    this.#shading.clear();
    this.context.onMap((map) => {
      map.setGaps([], null);
      map.showTypes(null);
    });
  }

  stateChanged(state: PageState, previous: PageState): void {
    const asked: (keyof PageState)[] = [
      'types',
      'minutes',
      'group',
      'profile',
      'speedKmh',
      'level',
    ];
    if (state.types !== previous.types) this.#showTypes();
    if (asked.some((key) => state[key] !== previous[key])) {
      window.clearTimeout(this.#rest);
      this.#rest = window.setTimeout(() => void this.#ask(), REST_MILLISECONDS);
    } else if (state.shading !== previous.shading) {
      this.#shading.draw();
    }
  }

  gapChosen(rank: number): void {
    this.#gaps.choose(rank, false);
  }

  mapMoved(bounds: Bounds): void {
    this.#shading.mapMoved(bounds);
  }

  catalogChanged(): void {
    this.#shading.forget();
    void this.#ask();
  }

  #showTypes(): void {
    const { types } = this.context.store.state;
    this.context.onMap((map) => map.showTypes(new Set(types)));
  }

  #showLegend(parts: readonly LegendPart[]): void {
    const { t } = this.context.tr;
    this.context.setLegend([
      {
        kind: 'symbols',
        title: t('legend.facilities'),
        items: this.context.store.state.types.map((code) => ({
          look: lookOf(this.context, code),
          label: typeName(this.context, code),
        })),
      },
      ...parts,
      {
        kind: 'colors',
        title: t('legend.gaps'),
        items: [{ color: '#e5b09f', label: t('legend.gap') }],
      },
    ]);
  }

  async #ask(): Promise<void> {
    const { state } = this.context.store;
    const { t } = this.context.tr;
    const signal = this.#latest.next();
    this.#places.cancel();
    if (state.types.length === 0) {
      fill(this.#totals, h('p', { class: 'notice' }, t('plan.noType')));
      return;
    }
    const question: PlanQuestion = {
      types: state.types,
      minutes: state.minutes,
      group: state.group,
      pace: paceOf(state),
    };
    this.element.setAttribute('aria-busy', 'true');
    try {
      const { api } = this.context;
      const [walked, straight, gaps] = await Promise.all([
        api.coverage(question, state.level, false, signal),
        api.coverage(question, state.level, true, signal),
        api.gaps(question, signal),
      ]);
      if (signal.aborted || !this.#visible) return;
      this.#render(walked, straight, gaps);
      void this.#places.ask(question, state.level);
    } catch (error) {
      if (isAbort(error) || signal.aborted) return;
      fill(
        this.#totals,
        h('div', { class: 'notice warn', role: 'alert' }, errorText(error, this.context.tr)),
      );
    } finally {
      if (!signal.aborted) this.element.removeAttribute('aria-busy');
    }
  }

  #render(walked: Coverage, straight: Coverage, gaps: readonly Gap[]): void {
    this.context.setMethod(walked.method === 'straight-line');
    fill(this.#totals, coverageTotals(this.context, walked, straight));
    this.#table.show(walked);
    this.#gaps.show(gaps);
    this.#shading.show(walked);
  }
}
