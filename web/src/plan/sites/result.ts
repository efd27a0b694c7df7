import { keepFocus } from '../../desk/focus';
import { sourceFold } from '../../desk/source';
import { peopleText, shareText } from '../../i18n/format';
import { fill, h } from '../../ui/dom';
import { exportButtons } from '../files';
import type { Run } from './answers';
import { beforeAfter } from './before-after';
import type { SitesContext } from './context';
import { infeasibleNotice } from './infeasible';
import { saveForm } from './save';
import { rejectedFold, siteList } from './site-cards';
import {
  boundWords,
  gainOf,
  kindWords,
  methodWords,
  phaseWords,
  qualityWords,
  unitWords,
  yuanText,
} from './words';

export interface ResultActions {
  readonly cancel: () => void;
  readonly restart: () => void;
  /** True where the form asks something else than the answer is about. */
  readonly stale: () => boolean;
}

/** The answer of a selection, also while it is still being improved. */
export class ResultView {
  readonly element = h('div', { class: 'part', 'data-testid': 'sites-result' });
  readonly #progress = h('div', { class: 'part' });
  readonly #stale = h('p', { class: 'notice', 'data-testid': 'sites-stale', hidden: true });
  readonly #body = h('div', { class: 'part' });
  #drawn = '';

  constructor(
    private readonly context: SitesContext,
    private readonly actions: ResultActions,
  ) {
    this.#stale.textContent = context.tr.t('changed');
    this.element.append(this.#progress, this.#stale, this.#body);
  }

  clear(): void {
    this.#drawn = '';
    fill(this.#progress);
    fill(this.#body);
    this.#stale.hidden = true;
  }

  say(notice: HTMLElement): void {
    this.clear();
    fill(this.#body, notice);
  }

  show(run: Run): void {
    const giveBack = keepFocus(this.#progress);
    fill(this.#progress, run.status === 'running' && this.#working(run));
    giveBack();
    this.checkStale();
    // While only the clock goes on, folds stay open and the reader's place stays his.
    const { progress: _, phase: __, seconds: ___, ...lasting } = run;
    const drawn = JSON.stringify(lasting);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    fill(this.#body, ...this.#answer(run));
  }

  checkStale(): void {
    this.#stale.hidden = this.#drawn === '' || !this.actions.stale();
  }

  #working(run: Run): HTMLElement {
    const { t, number } = this.context.tr;
    return h(
      'div',
      { class: 'progress', 'data-testid': 'sites-progress' },
      h('p', {}, t('run.working', { phase: phaseWords(run.phase, { t }) })),
      h('progress', {
        max: 1,
        value: run.progress,
        'aria-label': t('run.working', { phase: `${number(run.progress * 100)} %` }),
      }),
      run.sites.length > 0 && h('p', {}, t('run.first')),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'sites-cancel',
          onclick: this.actions.cancel,
        },
        t('run.cancel'),
      ),
    );
  }

  #answer(run: Run): (HTMLElement | false | null)[] {
    const { context } = this;
    const { tr, store } = context;
    const { t } = tr;
    if (run.status === 'infeasible' && run.infeasible) {
      return [infeasibleNotice(context, run.infeasible, this.actions.restart)];
    }
    if (run.status === 'failed') {
      return [
        h(
          'p',
          { class: 'notice warn', role: 'alert' },
          t('run.failed', { message: run.message ?? '' }),
        ),
      ];
    }
    if (run.before === null && run.sites.length === 0) return [];
    const done = run.status !== 'running';
    const { before, after } = run;
    return [
      run.status === 'cancelled' && h('p', { class: 'notice' }, t('run.cancelled')),
      headline(run, context),
      run.sites.length === 0
        ? h('p', { class: 'notice' }, t('result.none'))
        : siteList(context, run.sites),
      before && after && beforeAfter(context, before, after),
      done && run.sites.length > 0 && saveForm(context, run),
      done &&
        run.sites.length > 0 &&
        exportButtons(
          context,
          `siting/runs/${encodeURIComponent(run.id)}`,
          {},
          `${t('export.name')}-${store.state.type}`,
          ['xlsx', 'csv', 'geojson'],
        ),
      run.rejected.length > 0 && rejectedFold(context, run.rejected),
      run.run !== null && sourceFold(context, { run: run.run, inputs: run.inputs }),
    ];
  }
}

/** The whole answer in a sentence, how good it is, and what it was compared with. */
function headline(run: Run, context: SitesContext): HTMLElement {
  const { tr } = context;
  const { t, number } = tr;
  const { before, after } = run;
  const gain = gainOf(run);
  const saved =
    before?.meanMinutes != null && after?.meanMinutes != null && run.unit === 'person-minutes'
      ? before.meanMinutes - after.meanMinutes
      : null;
  const yuan = run.yuan === null ? t('unknown') : yuanText(run.yuan, tr);
  const bound = run.proven ? null : boundWords(run, tr);
  return h(
    'section',
    { class: 'part sites-headline' },
    h('h2', { tabindex: -1, 'data-testid': 'sites-answer' }, t('result.title')),
    h(
      'p',
      { class: 'big', 'data-testid': 'sites-headline' },
      saved !== null
        ? t('result.headline.minutes', {
            count: run.sites.length,
            minutes: number(saved, 1),
            yuan,
          })
        : t('result.headline', {
            count: run.sites.length,
            gain: peopleText(gain, tr),
            yuan,
          }),
    ),
    before &&
      after &&
      h(
        'p',
        {},
        t('result.share', {
          before: `${peopleText(before.total.covered, tr)} (${shareText(before.total.coveredShare, tr)})`,
          after: `${peopleText(after.total.covered, tr)} (${shareText(after.total.coveredShare, tr)})`,
        }),
      ),
    run.served &&
      h(
        'p',
        {},
        t('result.served', {
          before: peopleText(run.served.before, tr),
          after: peopleText(run.served.after, tr),
        }),
      ),
    h(
      'p',
      { class: run.proven ? 'quality proven' : 'quality', 'data-testid': 'sites-quality' },
      qualityWords(run, tr),
    ),
    bound && h('p', {}, bound),
    run.notCoverable !== null &&
      run.notCoverable > 0 &&
      h('p', {}, t('result.not', { people: peopleText(run.notCoverable, tr) })),
    before &&
      before.total.unknownPoints > 0 &&
      h('p', {}, t('result.unknown', { count: before.total.unknownPoints })),
    h(
      'p',
      { class: 'hint' },
      t('quality.how', {
        candidates: number(run.candidateCount ?? 0),
        points: number(run.demandPoints ?? 0),
        existing: number(run.existing ?? 0),
        method: methodWords(run.method, tr),
        seconds: number(run.seconds ?? 0, 1),
      }),
    ),
    Object.keys(run.candidateKinds).length > 0 &&
      h(
        'p',
        { class: 'hint' },
        t('result.kinds', {
          kinds: Object.entries(run.candidateKinds)
            .map(([kind, count]) => t('result.kind', { kind: kindWords(kind, tr), count }))
            .join(t('list.separator')),
        }),
      ),
    run.trail.length > 1 &&
      h(
        'details',
        { class: 'fold' },
        h('summary', {}, t('trail.title')),
        h(
          'ol',
          { class: 'why-list' },
          ...run.trail.map(({ seconds, objective, method }) =>
            h(
              'li',
              {},
              t('trail.step', {
                seconds: number(seconds, 2),
                objective: unitWords(objective, run.unit, tr),
                method: methodWords(method, tr),
              }),
            ),
          ),
        ),
      ),
  );
}
