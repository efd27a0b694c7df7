import type { Area } from '../../api/answers';
import { DataTable } from '../../desk/data-table';
import { selectField, textField } from '../../desk/fields';
import { sourceFold } from '../../desk/source';
import { surfaceContains, surfaceMiddle } from '../../geo/geojson';
import { peopleText, shareText } from '../../i18n/format';
import { territoriesEn } from '../../i18n/plan/territories-en';
import { territoriesZh } from '../../i18n/plan/territories-zh';
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
import type { PlanPin, PlanSurface } from '../plan-map';
import { ownOf, type PlanState, withOwn } from '../state';
import { tabTranslator } from '../translator';
import {
  type Part,
  type PlanLine,
  planList,
  type Rule,
  rules,
  type Territories,
  takenOver,
  territories,
  type Unit,
} from './answers';
import { NO_PART, partColors } from './colors';
import { bodyOf, partName, type TerritoriesContext, wishOf } from './context';
import { territoryForm } from './form';
import './territories.css';
import { goodness, troubles, wholeness } from './words';

interface Placed {
  readonly code: string;
  readonly part: number;
  readonly fixed: boolean;
}

const MOST_SHOWN_CHANGES = 40;
const MOST_IN_LEGEND = 5;

/** Territories of centres and operators: drawn, edited by hand, saved, taken over. */
export default class TerritoriesTab implements PlanTab {
  readonly element: HTMLElement;
  readonly #context: TerritoriesContext;
  readonly #form = h('div', {});
  readonly #rules = h('div', {});
  readonly #saved = h('div', { class: 'part' });
  readonly #result = h('section', { class: 'part', 'data-testid': 'territory-result' });
  readonly #editor = h('div', { class: 'part territory-editor' });
  readonly #summary = h('div', { class: 'part', 'aria-live': 'polite' });
  readonly #apply = h('div', { class: 'part' });
  #answer: Territories | null = null;
  #before: Territories | null = null;
  #wanted: readonly Placed[] | null = null;
  #unsaved = false;
  #chosen: string | null = null;
  #shown: 'plan' | 'present' = 'plan';
  #areas: Promise<ReadonlyMap<string, Area>> | null = null;
  #plans: readonly PlanLine[] = [];
  #asking = new AbortController();
  #visible = false;

  constructor(context: PlanContext) {
    const tr = tabTranslator(context.tr.lang, territoriesZh, territoriesEn);
    this.#context = { ...context, tr };
    this.element = h(
      'div',
      { class: 'part territories', 'data-testid': 'tab-territories' },
      h('h1', {}, tr.t('heading')),
      h('p', { class: 'hint' }, tr.t('lead')),
      this.#form,
      this.#rules,
      this.#result,
      this.#saved,
    );
  }

  show(): void {
    this.#visible = true;
    this.#drawForm();
    void this.#loadGround();
    const id = ownOf(this.#context.store.state, 'territories.plan');
    if (this.#answer) void this.#paint(false);
    else if (id !== null) void this.#open(id);
  }

  hide(): void {
    this.#visible = false;
    this.#asking.abort();
  }

  stateChanged(state: PlanState, previous: PlanState, byVisitor: boolean): void {
    const kind = (of: PlanState) => ownOf(of, 'territories.kind');
    if (!byVisitor || kind(state) !== kind(previous)) this.#drawForm();
    const id = ownOf(state, 'territories.plan');
    if (!byVisitor && id !== null && id !== this.#answer?.saved?.id) void this.#open(id);
  }

  // ------------------------------------------------------------------ asking

  #drawForm(): void {
    const active = document.activeElement;
    const name =
      active instanceof HTMLElement && this.#form.contains(active)
        ? active.dataset.testid
        : undefined;
    fill(
      this.#form,
      territoryForm(this.#context, () => void this.#draw()),
    );
    if (name) this.#form.querySelector<HTMLElement>(`[data-testid="${name}"]`)?.focus();
  }

  async #loadGround(): Promise<void> {
    const { api } = this.#context;
    try {
      const [found] = await Promise.all([
        api.get('territories/rules', {}, rules),
        this.#loadPlans(),
      ]);
      this.#showRules(found);
    } catch (error) {
      this.#fail(error, () => void this.#loadGround());
    }
  }

  async #loadPlans(): Promise<void> {
    this.#plans = await this.#context.api.get('territories', {}, planList);
    this.#showSaved();
  }

  #showRules(found: readonly Rule[]): void {
    const { t } = this.#context.tr;
    fill(
      this.#rules,
      h(
        'details',
        { class: 'fold' },
        h('summary', { 'data-testid': 'territory-rules' }, t('rules.title')),
        h(
          'ul',
          {},
          ...found.map((rule) =>
            h(
              'li',
              {},
              rule.seed === null
                ? t('rules.assumption', { quote: rule.quote })
                : t('rules.quote', { source: rule.source, quote: rule.quote }),
            ),
          ),
        ),
      ),
    );
  }

  #renew(): AbortSignal {
    this.#asking.abort();
    this.#asking = new AbortController();
    return this.#asking.signal;
  }

  async #draw(): Promise<void> {
    const { api, tr, announce, store } = this.#context;
    const wish = wishOf(this.#context);
    if (wish.kind === 'operators' && wish.parts === null && wish.operators.length === 0) {
      fill(this.#result, h('p', { class: 'notice warn', role: 'alert' }, tr.t('parts.needed')));
      return;
    }
    const signal = this.#renew();
    fill(this.#result, waiting({ tr }));
    try {
      const answer = await api.post('territories/draw', bodyOf(this.#context), territories, signal);
      if (signal.aborted) return;
      store.adjust(withOwn(store.state, { 'territories.plan': null }));
      this.#take(answer, true, true);
      announce(
        tr.t('draw.done', {
          parts: answer.parts.length,
          imbalance: shareText(answer.imbalance, tr),
        }),
      );
    } catch (error) {
      if (!isPast(error, signal)) this.#fail(error, () => void this.#draw());
    }
  }

  async #open(id: string): Promise<void> {
    const { api, tr, store } = this.#context;
    const signal = this.#renew();
    fill(this.#result, waiting({ tr }));
    try {
      const path = `territories/${encodeURIComponent(id)}`;
      const answer = await api.get(path, {}, territories, signal);
      if (signal.aborted) return;
      store.adjust(withOwn(store.state, { 'territories.plan': id }));
      this.#take(answer, false, true);
    } catch (error) {
      if (!isPast(error, signal)) this.#fail(error, () => void this.#open(id));
    }
  }

  /** The question and sharing at hand, as the API takes it. */
  #body(units: readonly Placed[]): Record<string, unknown> {
    return { ...this.#answer?.request, units };
  }

  /** As it was judged, with what was changed since and is not answered yet. */
  #placed(): readonly Placed[] {
    if (this.#wanted) return this.#wanted;
    return (this.#answer?.units ?? []).map(({ code, part, fixed }) => ({ code, part, fixed }));
  }

  async #change(code: string, part: number, fixed: boolean): Promise<void> {
    const { api, tr, announce } = this.#context;
    const before = this.#answer;
    const unit = before?.units.find((one) => one.code === code);
    if (!before || !unit) return;
    const signal = this.#renew();
    const units = this.#placed().map((one) => (one.code === code ? { code, part, fixed } : one));
    // Whoever goes on before the answer is there builds on this change and does not lose it.
    this.#wanted = units;
    try {
      const judged = await api.post('territories/evaluate', this.#body(units), territories, signal);
      if (signal.aborted) return;
      this.#before = before;
      this.#take({ ...judged, saved: before.saved }, true, false);
      const now = judged.parts[part];
      announce(
        tr.t('edit.moved', {
          name: unit.name,
          part: now ? partName(now, tr) : tr.t('map.nobody'),
          imbalance: shareText(judged.imbalance, tr),
          whole: wholeness(judged, tr),
        }),
      );
    } catch (error) {
      if (!isPast(error, signal)) this.#fail(error, () => void this.#change(code, part, fixed));
    }
  }

  async #redraw(): Promise<void> {
    const { api, tr, announce } = this.#context;
    const before = this.#answer;
    if (!before) return;
    const signal = this.#renew();
    try {
      const answer = await api.post(
        'territories/draw',
        this.#body(this.#placed()),
        territories,
        signal,
      );
      if (signal.aborted) return;
      this.#before = before;
      this.#take({ ...answer, saved: before.saved }, true, false);
      announce(
        tr.t('draw.done', {
          parts: answer.parts.length,
          imbalance: shareText(answer.imbalance, tr),
        }),
      );
    } catch (error) {
      if (!isPast(error, signal)) this.#fail(error, () => void this.#redraw());
    }
  }

  #undo(): void {
    const before = this.#before;
    if (!before) return;
    this.#renew();
    this.#before = null;
    this.#take(before, true, false);
    this.#context.announce(this.#context.tr.t('edit.undone'));
  }

  #take(answer: Territories, unsaved: boolean, fresh: boolean): void {
    const had = this.#answer;
    this.#answer = answer;
    this.#wanted = null;
    this.#unsaved = unsaved;
    if (fresh) {
      this.#before = null;
      this.#chosen = null;
      this.#shown = 'plan';
    }
    if (fresh || !had) this.#showResult();
    else this.#showChanged();
    this.#showSaved();
    void this.#paint(fresh);
  }

  #fail(error: unknown, again: () => void): void {
    this.#wanted = null;
    fill(this.#summary);
    fill(this.#result, failure(this.#context, error, again));
    endRefusedSession(this.#context, error);
  }

  // ----------------------------------------------------------------- showing

  #showResult(): void {
    const { tr } = this.#context;
    const answer = this.#answer;
    if (!answer) return;
    fill(
      this.#result,
      h('h2', { tabindex: -1, 'data-testid': 'territory-answer' }, tr.t('result.title')),
      this.#summary,
      isNamed(answer) && this.#showChoice(),
      this.#editor,
      this.#apply,
    );
    this.#showChanged();
  }

  #showChanged(): void {
    const answer = this.#answer;
    if (!answer) return;
    this.#showSummary(answer);
    this.#showEditor(answer);
    this.#showApply();
  }

  #showSummary(answer: Territories): void {
    const { tr } = this.#context;
    const { t } = tr;
    const wrong = troubles(answer, tr);
    const { present } = answer;
    const table = this.#table(answer);
    fill(
      this.#summary,
      h(
        'ul',
        { class: 'goodness', 'data-testid': 'territory-goodness' },
        ...goodness(answer, tr).map((line) => h('li', {}, line)),
      ),
      wrong.length > 0 &&
        h(
          'div',
          { class: 'notice warn', 'data-testid': 'territory-broken' },
          h('p', {}, h('b', {}, t('broken.title'))),
          h('ul', {}, ...wrong.map((line) => h('li', {}, line))),
        ),
      table,
      isNamed(answer) && h('h3', {}, t('present.title')),
      isNamed(answer) &&
        h(
          'ul',
          { 'data-testid': 'territory-present' },
          h(
            'li',
            {},
            t('present.line', {
              imbalance: shareText(present.imbalance, tr),
              whole: present.contiguous
                ? t('edit.whole')
                : t('edit.apart', {
                    count: present.parts.filter(({ contiguous }) => !contiguous).length,
                  }),
              unknown: present.unknown,
              others: present.others,
              split: present.split,
            }),
          ),
          h(
            'li',
            {},
            t('present.plan', {
              imbalance: shareText(answer.imbalance, tr),
              whole: wholeness(answer, tr),
            }),
          ),
          h('li', {}, t('present.changes', { count: present.changes })),
        ),
      sourceFold(this.#context, answer),
    );
  }

  #table(answer: Territories): HTMLElement {
    const { tr, announce } = this.#context;
    const { t } = tr;
    const colors = this.#colors(answer);
    const loaded = answer.parts.some(({ load }) => load !== null);
    const table = new DataTable<Part>({
      testId: 'territory-parts-table',
      caption: t(answer.request.kind === 'centres' ? 'parts.caption.centres' : 'parts.caption'),
      key: ({ index }) => String(index),
      allLabel: (count) => t('rows.all', { count }),
      sortedBy: (column, descending) => t(descending ? 'sorted.down' : 'sorted.up', { column }),
      announce,
      columns: [
        {
          key: 'part',
          label: t('col.part'),
          words: true,
          sort: ({ index }) => index,
          cell: (part) =>
            h(
              'span',
              { class: 'part-cell' },
              h('span', {
                class: 'part-swatch',
                'aria-hidden': 'true',
                style: `background:${colors[part.index]}`,
              }),
              partName(part, tr),
            ),
        },
        { key: 'units', label: t('col.units'), sort: (p) => p.units, cell: (p) => p.units },
        {
          key: 'stations',
          label: t('col.stations'),
          sort: (p) => p.stations,
          cell: (p) => p.stations,
        },
        {
          key: 'deviation',
          label: t('col.deviation'),
          sort: (p) => p.deviation,
          cell: ({ deviation }) =>
            deviation === 0
              ? t('part.even')
              : t(deviation > 0 ? 'part.more' : 'part.less', {
                  share: shareText(Math.abs(deviation), tr),
                }),
        },
        // Where all are in one piece the line above says so: the table needs the room.
        ...(answer.contiguous
          ? []
          : [
              {
                key: 'contiguous',
                label: t('col.contiguous'),
                sort: (p: Part) => p.pieces.length,
                cell: (p: Part) =>
                  p.contiguous ? t('part.whole') : t('part.pieces', { count: p.pieces.length }),
              },
            ]),
        {
          key: 'people',
          label: t('col.people'),
          sort: (p) => p.people,
          cell: (p) => peopleText(p.people, tr),
        },
        ...(loaded
          ? [
              {
                key: 'load',
                label: t('col.load'),
                sort: (p: Part) => p.load,
                cell: (p: Part) => peopleText(p.load, tr),
              },
            ]
          : []),
        ...(answer.request.kind === 'centres'
          ? [
              {
                key: 'minutes',
                label: t('col.minutes'),
                sort: (p: Part) => p.meanMinutes,
                cell: (p: Part) => (p.meanMinutes === null ? '–' : tr.number(p.meanMinutes, 0)),
              },
            ]
          : []),
        {
          key: 'present',
          label: t('col.present'),
          sort: (p) => answer.present.parts[p.index]?.stations ?? 0,
          cell: (p) => answer.present.parts[p.index]?.stations ?? 0,
        },
      ],
    });
    table.show(answer.parts);
    return table.element;
  }

  #showChoice(): HTMLElement {
    const { t } = this.#context.tr;
    return h(
      'fieldset',
      { class: 'kind-choice' },
      h('legend', { class: 'field-name' }, t('show.title')),
      ...(['plan', 'present'] as const).map((shown) =>
        h(
          'label',
          { class: 'choice' },
          h('input', {
            type: 'radio',
            name: 'territory-shown',
            value: shown,
            checked: shown === this.#shown,
            'data-testid': `shown-${shown}`,
            onchange: () => {
              this.#shown = shown;
              void this.#paint(false);
            },
          }),
          h('span', {}, t(`show.${shown}`)),
        ),
      ),
    );
  }

  #showEditor(answer: Territories): void {
    const { tr } = this.#context;
    const { t } = tr;
    const active = document.activeElement;
    const name =
      active instanceof HTMLElement && this.#editor.contains(active)
        ? active.dataset.testid
        : undefined;
    const unit = answer.units.find(({ code }) => code === this.#chosen) ?? null;
    const units = [...answer.units].sort(
      (one, other) =>
        (one.townName ?? '').localeCompare(other.townName ?? '', 'zh-CN') ||
        one.name.localeCompare(other.name, 'zh-CN'),
    );
    const label = ({ name: called, townName }: Unit) =>
      townName ? `${townName} ${called}` : called;
    fill(
      this.#editor,
      h('h3', {}, t('edit.title')),
      h('p', { class: 'hint' }, t('edit.lead')),
      selectField(
        t('edit.unit'),
        'edit-unit',
        [['', t('edit.none')], ...units.map((one) => [one.code, label(one)] as const)],
        unit?.code ?? '',
        (code) => this.#choose(code === '' ? null : code),
      ).element,
      unit &&
        h(
          'p',
          { 'data-testid': 'edit-facts' },
          t('edit.facts', {
            name: unit.name,
            town: unit.townName ?? '–',
            stations: unit.stations,
            people: peopleText(unit.people, tr),
            part: this.#nameOf(answer, unit.part),
          }),
        ),
      unit &&
        selectField(
          t('edit.part'),
          'edit-part',
          [
            ...answer.parts.map((part) => [String(part.index), partName(part, tr)] as const),
            ['-1', t('edit.nobody')],
          ],
          String(unit.part),
          (part) => void this.#change(unit.code, Number(part), unit.fixed && part !== '-1'),
        ).element,
      unit &&
        unit.part >= 0 &&
        h(
          'label',
          { class: 'check' },
          h('input', {
            type: 'checkbox',
            checked: unit.fixed,
            'data-testid': 'edit-fixed',
            onchange: (event: Event) =>
              void this.#change(
                unit.code,
                this.#placed().find((one) => one.code === unit.code)?.part ?? unit.part,
                (event.target as HTMLInputElement).checked,
              ),
          }),
          h('span', {}, t('edit.fixed')),
        ),
      h(
        'div',
        { class: 'button-row' },
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'territory-redraw',
            onclick: () => void this.#redraw(),
          },
          t('draw.again'),
        ),
        this.#before !== null &&
          h(
            'button',
            {
              type: 'button',
              class: 'button',
              'data-testid': 'territory-undo',
              onclick: () => this.#undo(),
            },
            t('edit.undo'),
          ),
      ),
    );
    if (name) this.#editor.querySelector<HTMLElement>(`[data-testid="${name}"]`)?.focus();
  }

  #nameOf(answer: Territories, index: number | null): string {
    const part = index === null ? undefined : answer.parts[index];
    return part ? partName(part, this.#context.tr) : this.#context.tr.t('map.nobody');
  }

  #choose(code: string | null): void {
    this.#chosen = code;
    if (this.#answer) this.#showEditor(this.#answer);
    void this.#paint(false);
  }

  /** A community was chosen on the map: its choice of part is next. */
  #chooseOnMap(code: string): void {
    const { tr, map, announce } = this.#context;
    const answer = this.#answer;
    const unit = answer?.units.find((one) => one.code === code);
    if (!answer || !unit) return;
    this.#choose(code);
    const words = tr.t('edit.facts', {
      name: unit.name,
      town: unit.townName ?? '–',
      stations: unit.stations,
      people: peopleText(unit.people, tr),
      part: this.#nameOf(answer, unit.part),
    });
    map.setCaption(
      h('span', {}, words),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'caption-edit',
          onclick: () => {
            map.showList();
            this.#focusPart();
          },
        },
        tr.t('edit.part'),
      ),
    );
    announce(words);
    this.#focusPart();
  }

  #focusPart(): void {
    const part = this.#editor.querySelector<HTMLElement>('[data-testid="edit-part"]');
    this.#editor.scrollIntoView({ block: 'nearest' });
    part?.focus({ preventScroll: true });
  }

  // ------------------------------------------------------------------- saved

  #showSaved(): void {
    const { tr } = this.#context;
    const { t } = tr;
    const answer = this.#answer;
    const saved = answer?.saved ?? null;
    const name = textField(t('saved.name'), 'saved-name', {
      value: saved?.name ?? '',
      maxlength: 200,
      required: true,
    });
    const said = h('p', { class: 'form-error', role: 'alert' });
    const save = (again: boolean) => {
      if (name.input.reportValidity()) void this.#save(name.input.value.trim(), again, said);
    };
    fill(
      this.#saved,
      h('h2', {}, t('saved.title')),
      answer &&
        h(
          'form',
          {
            class: 'part',
            onsubmit: (event: Event) => {
              event.preventDefault();
              save(saved === null);
            },
          },
          this.#unsaved && h('p', { class: 'hint' }, t('saved.unsaved')),
          name.element,
          h(
            'div',
            { class: 'button-row' },
            h(
              'button',
              { type: 'submit', class: 'button primary', 'data-testid': 'saved-save' },
              t('saved.save'),
            ),
            saved !== null &&
              h(
                'button',
                {
                  type: 'button',
                  class: 'button',
                  'data-testid': 'saved-save-as',
                  onclick: () => save(true),
                },
                t('saved.saveAs'),
              ),
          ),
          said,
        ),
      saved !== null &&
        exportButtons(this.#context, `territories/${saved.id}`, {}, saved.name, [
          'xlsx',
          'csv',
          'geojson',
          'pdf',
        ]),
      this.#plans.length === 0
        ? h('p', { class: 'hint' }, t('saved.none'))
        : h(
            'ul',
            { class: 'saved-list', 'data-testid': 'saved-list' },
            ...this.#plans.map((plan) =>
              h(
                'li',
                { 'data-plan': plan.id },
                h('span', {}, t('saved.line', { name: plan.name, parts: plan.parts })),
                h(
                  'button',
                  {
                    type: 'button',
                    class: 'button',
                    'aria-label': `${t('saved.open')} ${plan.name}`,
                    'data-testid': 'saved-open',
                    onclick: () => void this.#open(plan.id),
                  },
                  t('saved.open'),
                ),
                h(
                  'button',
                  {
                    type: 'button',
                    class: 'button',
                    'aria-label': `${t('saved.remove')} ${plan.name}`,
                    'data-testid': 'saved-remove',
                    onclick: () => void this.#remove(plan),
                  },
                  t('saved.remove'),
                ),
              ),
            ),
          ),
    );
  }

  async #save(name: string, asNew: boolean, said: HTMLElement): Promise<void> {
    const { api, tr, announce, store, shared } = this.#context;
    const saved = this.#answer?.saved ?? null;
    const body = { ...this.#body(this.#placed()), name };
    this.#renew();
    try {
      const answer =
        saved === null || asNew
          ? await api.post('territories', body, territories)
          : await api.put(
              `territories/${encodeURIComponent(saved.id)}`,
              { ...body, version: saved.version },
              territories,
            );
      store.adjust(withOwn(store.state, { 'territories.plan': answer.saved?.id ?? null }));
      await this.#loadPlans();
      const method = this.#answer?.method ?? answer.method;
      this.#take({ ...answer, method }, false, false);
      announce(tr.t('saved.done', { name }));
    } catch (error) {
      fill(said, error instanceof Error ? error.message : shared.t('again'));
      endRefusedSession(this.#context, error);
    }
  }

  async #remove(plan: PlanLine): Promise<void> {
    const { api, tr, announce, store } = this.#context;
    try {
      await api.delete(`territories/${encodeURIComponent(plan.id)}`);
      if (this.#answer?.saved?.id === plan.id) {
        store.adjust(withOwn(store.state, { 'territories.plan': null }));
        this.#answer = { ...this.#answer, saved: null };
        this.#unsaved = true;
        this.#showApply();
      }
      await this.#loadPlans();
      announce(tr.t('saved.removed', { name: plan.name }));
    } catch (error) {
      this.#fail(error, () => void this.#remove(plan));
    }
  }

  // --------------------------------------------------------------- take over

  #showApply(): void {
    const { t } = this.#context.tr;
    const saved = this.#answer?.saved ?? null;
    const ready = saved !== null && !this.#unsaved;
    fill(
      this.#apply,
      h('h3', {}, t('apply.title')),
      h('p', { class: 'hint' }, t('apply.lead')),
      ready
        ? h(
            'button',
            {
              type: 'button',
              class: 'button',
              'data-testid': 'apply-look',
              onclick: () => void this.#takeOver(true),
            },
            t('apply.look'),
          )
        : h('p', { class: 'hint' }, t('apply.first')),
    );
  }

  async #takeOver(look: boolean): Promise<void> {
    const { api, tr, announce } = this.#context;
    const { t } = tr;
    const saved = this.#answer?.saved;
    if (!saved) return;
    try {
      const done = await api.post(
        `territories/${encodeURIComponent(saved.id)}/apply`,
        { version: saved.version },
        takenOver,
        undefined,
        look ? { dryRun: 'true' } : {},
      );
      if (!look) {
        announce(t('apply.done', { count: done.changed.length }));
        await this.#open(saved.id);
        this.#apply.append(
          h(
            'p',
            { class: 'notice good', role: 'status', 'data-testid': 'apply-done' },
            t('apply.done', { count: done.changed.length }),
          ),
        );
        return;
      }
      const count = done.changed.length;
      fill(
        this.#apply,
        h('h3', { tabindex: -1 }, t('apply.title')),
        h(
          'p',
          { 'data-testid': 'apply-would' },
          count === 0
            ? t('apply.none')
            : t('apply.would', { count, unchanged: done.unchanged, left: done.left }),
        ),
        h(
          'ul',
          { class: 'apply-list' },
          ...done.changed.slice(0, MOST_SHOWN_CHANGES).map(({ name, from, to }) =>
            h(
              'li',
              {},
              t('apply.change', {
                name,
                from: this.#holder(from) ?? t('apply.unnamed'),
                to: this.#holder(to) ?? to,
              }),
            ),
          ),
          count > MOST_SHOWN_CHANGES && h('li', {}, '…'),
        ),
        count > 0 &&
          h(
            'button',
            {
              type: 'button',
              class: 'button primary',
              'data-testid': 'apply-do',
              onclick: () => void this.#takeOver(false),
            },
            t('apply.do', { count }),
          ),
      );
      this.#apply.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
    } catch (error) {
      fill(
        this.#apply,
        failure(this.#context, error, () => void this.#takeOver(look)),
      );
      endRefusedSession(this.#context, error);
    }
  }

  /** A centre's name for its id, where it is one of the plan's. */
  #holder(id: string | null): string | null {
    const part = this.#answer?.parts.find(({ centre }) => centre?.externalId === id);
    return part?.centre?.name ?? id;
  }

  // --------------------------------------------------------------------- map

  #colors(answer: Territories): readonly string[] {
    return partColors(answer.units, answer.parts.length, ({ part }) => part);
  }

  async #paint(fit: boolean): Promise<void> {
    const { map, tr } = this.#context;
    const answer = this.#answer;
    if (!answer || !this.#visible) return;
    const areas = await this.#areasByCode();
    if (answer !== this.#answer || !this.#visible) return;
    const { t } = tr;
    const colors = this.#colors(answer);
    const present = this.#shown === 'present';
    const surfaces: PlanSurface[] = answer.units.flatMap((unit) => {
      const shape = areas.get(unit.code)?.shape;
      if (!shape) return [];
      const index = present ? unit.present : unit.part;
      return [
        {
          code: unit.code,
          shape,
          // The chosen one says its part; numbers on all would hide the streets.
          mark:
            unit.code === this.#chosen
              ? index !== null && index >= 0
                ? String(index + 1)
                : t('map.nobody')
              : null,
          color: (index === null || index < 0 ? undefined : colors[index]) ?? NO_PART,
          label: t('map.unit', {
            name: unit.name,
            part: this.#nameOf(answer, index),
            stations: unit.stations,
          }),
        },
      ];
    });
    map.setSurfaces(surfaces, this.#chosen, (code) => this.#chooseOnMap(code));
    const pins: PlanPin[] = answer.parts.flatMap((part) => {
      const { centre } = part;
      return centre
        ? [
            {
              id: centre.id,
              lon: centre.lon,
              lat: centre.lat,
              kind: 'site' as const,
              number: part.index + 1,
              label: t('map.pin', {
                part: t('part.name', { number: part.index + 1 }),
                name: centre.name,
              }),
            },
          ]
        : middle(answer, part, areas).map((place) => ({
            ...place,
            id: `part-${part.index}`,
            kind: 'site' as const,
            number: part.index + 1,
            label: partName(part, tr),
          }));
    });
    const stations = this.#stationsIn(this.#chosen, answer, areas);
    map.setPins([...pins, ...stations]);
    // Many would take the map's place: the table beside it has the same colours.
    const many = answer.parts.length > MOST_IN_LEGEND;
    const items = [
      ...(many ? [] : answer.parts).map((part) => ({
        color: colors[part.index] ?? NO_PART,
        label: partName(part, tr),
      })),
      ...(surfaces.some(({ color }) => color === NO_PART)
        ? [{ color: NO_PART, label: t('map.nobody') }]
        : []),
    ];
    const led = answer.parts.some(({ centre }) => centre !== null);
    map.setLegend(items.length > 0 ? [{ kind: 'colors', title: t('map.legend'), items }] : [], [
      { kind: 'site', label: t(led ? 'map.numbers.centres' : 'map.numbers') },
      ...(stations.length > 0 ? [{ kind: 'existing' as const, label: t('map.stations') }] : []),
    ]);
    if (fit) map.fitAll();
  }

  /**
   * The stations in a community: only those of the one that was chosen, since groups of them would
   * carry their counts, which look like numbers of parts.
   */
  #stationsIn(
    code: string | null,
    answer: Territories,
    areas: ReadonlyMap<string, Area>,
  ): PlanPin[] {
    const shape = code === null ? null : areas.get(code)?.shape;
    if (!shape) return [];
    return [...this.#context.catalog.facilities.values()]
      .filter(
        (one) =>
          one.type === answer.request.type &&
          one.status === 'operating' &&
          surfaceContains(shape, one),
      )
      .map(({ id, lon, lat, name }) => ({ id, lon, lat, kind: 'existing', label: name }));
  }

  #areasByCode(): Promise<ReadonlyMap<string, Area>> {
    this.#areas ??= this.#context.api.areas().then(
      (list) => new Map(list.map((area) => [area.code, area])),
      (error: unknown) => {
        this.#areas = null;
        throw error;
      },
    );
    return this.#areas;
  }
}

/** Whether anybody has a part by name: only then the facilities can say what is so now. */
function isNamed({ parts }: Territories): boolean {
  return parts.some(({ centre, name }) => centre !== null || name !== null);
}

/** Where the number of a part without a centre stands: on its community nearest to its middle. */
function middle(
  answer: Territories,
  part: Part,
  areas: ReadonlyMap<string, Area>,
): { lon: number; lat: number }[] {
  const places = answer.units
    .filter((unit) => unit.part === part.index)
    .flatMap(({ code }) => {
      const shape = areas.get(code)?.shape;
      const place = shape ? surfaceMiddle(shape) : null;
      return place ? [place] : [];
    });
  const lon = places.reduce((sum, place) => sum + place.lon, 0) / places.length;
  const lat = places.reduce((sum, place) => sum + place.lat, 0) / places.length;
  const far = (place: { lon: number; lat: number }) =>
    (place.lon - lon) ** 2 + (place.lat - lat) ** 2;
  return [...places].sort((one, other) => far(one) - far(other)).slice(0, 1);
}
