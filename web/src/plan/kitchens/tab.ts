import type { DataTable } from '../../desk/data-table';
import { keepFocus } from '../../desk/focus';
import { sourceFold } from '../../desk/source';
import { kitchensEn } from '../../i18n/plan/kitchens-en';
import { kitchensZh } from '../../i18n/plan/kitchens-zh';
import { fill, h } from '../../ui/dom';
import {
  endRefusedSession,
  failure,
  isPast,
  type PlanContext,
  type PlanTab,
  waiting,
} from '../context';
import { exportButtons } from '../files';
import type { PlanState } from '../state';
import { tabTranslator } from '../translator';
import {
  type Kitchens,
  kitchensAnswer,
  type MealPoint,
  type VehicleFacts,
  vehiclesAnswer,
} from './answers';
import type { KitchensContext } from './context';
import { kitchenControls } from './controls';
import { KitchenMap } from './kitchen-map';
import './kitchens.css';
import { queryOf, wishOf } from './question';
import { speedFold } from './speeds';
import { summary } from './summary';
import { kitchenTable, pointTable } from './tables';
import { tryPart } from './try';

/** Which central kitchen feeds which meal point, and what another kitchen would change. */
export default class KitchensTab implements PlanTab {
  readonly element: HTMLElement;
  readonly #context: KitchensContext;
  readonly #controls = h('div', {});
  readonly #body = h('div', { class: 'part' });
  readonly #map: KitchenMap;
  #asking = new AbortController();
  #answer: Kitchens | null = null;
  #vehicles: readonly VehicleFacts[] = [];
  #points: DataTable<MealPoint> | null = null;
  #chosen: string | null = null;

  constructor(context: PlanContext) {
    const tr = tabTranslator(context.tr.lang, kitchensZh, kitchensEn);
    this.#context = { ...context, tr };
    this.#map = new KitchenMap(this.#context, (id) => this.#choose(id));
    this.element = h(
      'div',
      { class: 'part', 'data-testid': 'tab-kitchens' },
      h('h1', {}, tr.t('heading')),
      h('p', { class: 'hint' }, tr.t('lead')),
      this.#controls,
      this.#body,
    );
  }

  show(): void {
    fill(this.#controls, kitchenControls(this.#context));
    fill(this.#body, waiting(this.#context));
    void this.#ask();
  }

  hide(): void {
    this.#asking.abort();
    this.#context.map.pickPlace(null);
  }

  stateChanged(state: PlanState, previous: PlanState, byVisitor: boolean): void {
    const keys: (keyof PlanState)[] = ['own', 'group', 'minutes', 'profile', 'speedKmh'];
    if (!keys.some((key) => state[key] !== previous[key])) return;
    if (!byVisitor) fill(this.#controls, kitchenControls(this.#context));
    void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const context = this.#context;
    const { api, store, tr, announce } = context;
    const { added, closed } = wishOf(store.state);
    const query = queryOf(store.state);
    try {
      const [answer, vehicles] = await Promise.all([
        added.length + closed.length > 0
          ? api.post('kitchens/try', { added, closed }, kitchensAnswer, signal, query)
          : api.get('kitchens', query, kitchensAnswer, signal),
        this.#vehicles.length > 0
          ? this.#vehicles
          : api.get('kitchens/vehicles', {}, vehiclesAnswer, signal),
      ]);
      if (signal.aborted) return;
      this.#answer = answer;
      this.#vehicles = vehicles;
      this.#render(answer);
      announce(
        tr.t('announce.done', { points: answer.totals.points, served: answer.totals.served }),
      );
    } catch (error) {
      if (isPast(error, signal)) return;
      fill(
        this.#body,
        failure(context, error, () => void this.#ask()),
        tryPart(context, null),
      );
      endRefusedSession(context, error);
    }
  }

  #render(answer: Kitchens): void {
    const context = this.#context;
    const { tr, store } = context;
    const { t } = tr;
    const giveBack = keepFocus(this.#body);
    const vehicle = this.#vehicles.find(({ code }) => code === wishOf(store.state).vehicle);
    const points = pointTable(context, answer, (point) => this.#find(point));
    this.#points = points;
    fill(
      this.#body,
      answer.streets !== 'ready' &&
        h(
          'p',
          { class: 'notice warn', role: 'alert', 'data-testid': 'streets-again' },
          t(`streets.${answer.streets}`),
        ),
      answer.totals.points === 0 && h('p', { class: 'notice' }, t('sum.noPoints')),
      answer.totals.kitchens === 0 && h('p', { class: 'notice' }, t('sum.nobody')),
      summary(context, answer),
      tryPart(context, answer),
      h('h2', {}, t('points.title')),
      points.element,
      h('h2', {}, t('kitchens.title')),
      kitchenTable(context, answer),
      answer.before !== null && h('p', { class: 'hint' }, t('export.present')),
      exportButtons(context, 'kitchens', queryOf(store.state), t('export.name'), [
        'xlsx',
        'csv',
        'geojson',
      ]),
      vehicle ? speedFold(context, vehicle) : null,
      sourceFold(context, answer),
    );
    giveBack();
    this.#map.show(answer, this.#chosen);
  }

  #find(point: MealPoint): void {
    this.#chosen = point.id;
    if (this.#answer) this.#map.show(this.#answer, this.#chosen);
    this.#context.map.reveal(point);
  }

  /** Somebody chose a pin: its row, if it has one, comes into view. */
  #choose(id: string): void {
    this.#chosen = id;
    if (this.#answer) this.#map.show(this.#answer, id);
    const row =
      this.#points?.row(id) ??
      this.element.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  }
}
