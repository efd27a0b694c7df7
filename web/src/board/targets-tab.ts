import { selectField } from '../desk/fields';
import { keepFocus } from '../desk/focus';
import { signIn } from '../desk/sign-in';
import { sourceFold } from '../desk/source';
import { fill, h } from '../ui/dom';
import { type BoardContext, type BoardTab, failure, isPast, label, waiting } from './context';
import { exportLinks } from './exports';
import { progressQuery } from './question';
import type { BoardState } from './state';
import type { Contradiction, TargetTable } from './targets-answers';
import { returnsForm, tableUpload } from './targets-forms';
import { areaProgress, totalsProgress } from './targets-progress';
import { asOfField } from './verdict-rules';

/** Yearly targets: how far along, what the tables say against themselves, the returns. */
export class TargetsTab implements BoardTab {
  readonly element: HTMLElement;
  readonly #choice = h('div', { class: 'fields narrow' });
  readonly #body = h('div', { class: 'part' });
  readonly #admin = h('div', {});
  readonly #upload = h('div', {});
  #asked = new AbortController();

  constructor(private readonly context: BoardContext) {
    this.element = h(
      'div',
      { class: 'wide-tab', 'data-testid': 'tab-targets' },
      h('h1', {}, context.tr.t('targets.title')),
      this.#choice,
      this.#body,
      this.#admin,
      this.#upload,
    );
  }

  show(): void {
    void this.#ask();
  }

  hide(): void {
    this.#asked.abort();
  }

  stateChanged(state: BoardState, previous: BoardState): void {
    if (state.table !== previous.table || state.asOf !== previous.asOf) void this.#ask();
  }

  sessionChanged(): void {
    void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const { context } = this;
    const { api, store, session, tr } = context;
    const changed = () => void this.#ask();
    fill(this.#admin, signIn(context, context.tr.t('admin.why')));
    const giveBack = keepFocus(this.element);
    if (this.#body.childElementCount === 0) fill(this.#body, waiting(context));
    this.element.setAttribute('aria-busy', 'true');
    try {
      const tables = await api.tables();
      if (signal.aborted) return;
      fill(this.#upload, session.session && tableUpload(context, tables, changed));
      const table = tables.find(({ code }) => code === store.state.table) ?? tables[0];
      fill(this.#choice, tableChoice(context, tables, table), asOfField(context));
      if (!table) {
        fill(this.#body, h('p', { class: 'notice' }, tr.t('targets.empty')));
        return;
      }
      const query = progressQuery(store.state);
      const [progress, contradictions] = await Promise.all([
        api.progress(table.code, query, signal),
        api.check(table.code),
      ]);
      if (signal.aborted) return;
      context.announce(
        tr.t('targets.announce', { name: label(context, table), asOf: progress.asOf }),
      );
      fill(
        this.#body,
        h('h2', {}, tr.t('targets.totals', { asOf: progress.asOf })),
        totalsProgress(context, progress.totals),
        h('h2', {}, tr.t('targets.contradictions', { count: contradictions.length })),
        contradictionList(context, contradictions),
        h('h2', {}, tr.t('targets.byArea')),
        areaProgress(context, progress.rows),
        progress.unmatched.length > 0 &&
          h(
            'p',
            { class: 'notice' },
            tr.t('targets.unmatched', { what: progress.unmatched.join(tr.t('list.separator')) }),
          ),
        exportLinks(context, `targets/${encodeURIComponent(table.code)}/progress`, query, [
          'xlsx',
          'csv',
          'pdf',
        ]),
        returnsForm(context, table, progress.asOf),
        h('p', { class: 'hint' }, label({ tr }, { zh: progress.methodZh, en: progress.method })),
        sourceFold(context, progress),
      );
      giveBack();
    } catch (error) {
      if (!isPast(error, signal)) fill(this.#body, failure(context, error, changed));
    } finally {
      if (!signal.aborted) this.element.removeAttribute('aria-busy');
    }
  }
}

function tableChoice(
  { store, tr }: BoardContext,
  tables: readonly TargetTable[],
  chosen: TargetTable | undefined,
): HTMLElement {
  return selectField(
    tr.t('targets.table'),
    'target-table',
    tables.map((table) => {
      const { code, contradictions: count } = table;
      const name = label({ tr }, table, code);
      return [code, count > 0 ? tr.t('targets.table.flawed', { name, count }) : name];
    }),
    chosen?.code,
    (table) => store.go({ table }),
  ).element;
}

/** What the table says against itself, plainly; none of it is put right by the program. */
function contradictionList({ tr }: BoardContext, list: readonly Contradiction[]): HTMLElement {
  const { t } = tr;
  if (list.length === 0) {
    return h('p', { class: 'notice good', 'data-testid': 'contradictions' }, t('targets.sound'));
  }
  return h(
    'div',
    { class: 'contradictions', 'data-testid': 'contradictions' },
    h('p', {}, t('targets.contradictions.why')),
    h(
      'ol',
      {},
      ...list.map(({ message, messageZh }) =>
        h('li', {}, label({ tr }, { zh: messageZh, en: message })),
      ),
    ),
  );
}
