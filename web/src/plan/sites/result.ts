import { keepFocus } from '../../desk/focus';
import { sourceFold } from '../../desk/source';
import { peopleText, shareText } from '../../i18n/format';
import { fill, h } from '../../ui/dom';
import { typeWord } from '../context';
import { exportButtons } from '../files';
import { yuanText } from '../money';
import type { Run } from './answers';
import { askedWords } from './asked';
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
  readonly #stale = h('div', {
    class: 'notice warn',
    role: 'status',
    'data-testid': 'sites-stale',
    hidden: true,
  });
  readonly #body = h('div', { class: 'part' });
  #drawn = '';
  #run: Run | null = null;

  constructor(
    private readonly context: SitesContext,
    private readonly actions: ResultActions,
  ) {
    this.element.append(this.#progress, this.#stale, this.#body);
  }

  clear(): void {
    this.#drawn = '';
    this.#run = null;
    this.#body.classList.remove('stale');
    fill(this.#progress);
    fill(this.#body);
    this.#stale.hidden = true;
  }

  say(notice: HTMLElement): void {
    this.clear();
    fill(this.#body, notice);
  }

  show(run: Run): void {
    this.#run = run;
    const giveBack = keepFocus(this.#progress);
    fill(this.#progress, run.status === 'running' && this.#working(run));
    giveBack();
    // While only the clock goes on, folds stay open and the reader's place stays his.
    const { progress: _, phase: __, seconds: ___, ...lasting } = run;
    const drawn = JSON.stringify(lasting);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      fill(this.#body, ...this.#answer(run));
    }
    this.checkStale();
  }

  /** Names of grants have arrived, or other sums. */
  redraw(): void {
    const run = this.#run;
    if (!run) return;
    this.#drawn = '';
    this.show(run);
  }

  checkStale(): void {
    const stale = this.#drawn !== '' && this.actions.stale();
    this.#body.classList.toggle('stale', stale);
    if (stale === !this.#stale.hidden) return;
    const { t } = this.context.tr;
    const asked = this.#run?.request;
    fill(
      this.#stale,
      ...(stale
        ? [
            h(
              'p',
              {},
              h(
                'b',
                {},
                asked
                  ? t('changed', { asked: askedWords(asked, this.context) })
                  : t('changed.plain'),
              ),
            ),
            h('p', {}, t('changed.again')),
          ]
        : []),
    );
    this.#stale.hidden = !stale;
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
    const { t } = context.tr;
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
          exportName(run, context),
          ['xlsx', 'csv', 'geojson'],
        ),
      run.rejected.length > 0 && rejectedFold(context, run.rejected),
      run.run !== null &&
        sourceFold(
          context,
          { run: run.run, inputs: run.inputs },
          run.request && askedWords(run.request, context),
        ),
    ];
  }
}

/** Of the run, not of the form; in words. */
function exportName({ request }: Run, context: SitesContext): string {
  const type = request?.type || context.store.state.type;
  return `${context.tr.t('export.name')}-${typeWord(context, type)}`;
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
  // Number and unit stay on one line.
  const yuan = yuanText(run.yuan, tr).replaceAll(' ', '\u00a0');
  const fewest = run.request?.model === 'lscp' && (run.request.coverShare ?? 1) >= 1;
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
        : t(fewest ? 'result.headline.fewest' : 'result.headline', {
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
