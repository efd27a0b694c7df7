import { type Query, queryString } from '../api/http';
import type { BoardKey } from '../i18n/board-zh';
import { h } from '../ui/dom';
import { icon } from '../ui/icon';
import type { BoardContext } from './context';

export type Format = 'xlsx' | 'csv' | 'geojson' | 'pdf';

const names: Record<Format, BoardKey> = {
  xlsx: 'export.xlsx',
  csv: 'export.csv',
  geojson: 'export.geojson',
  pdf: 'export.pdf',
};

/**
 * Links to the same answer as files: exactly the question's parameters, and the language.
 *
 * @param path below `api/v1/`, without the ending
 */
export function exportLinks(
  { api, tr }: BoardContext,
  path: string,
  query: Query,
  formats: readonly Format[] = ['xlsx', 'csv', 'geojson', 'pdf'],
): HTMLElement {
  return h(
    'div',
    { class: 'exports', role: 'group', 'aria-label': tr.t('export.title') },
    h('span', { class: 'field-name' }, tr.t('export.title')),
    ...formats.map((format) =>
      h(
        'a',
        {
          class: 'button',
          href: exportAddress(api.http.address(`${path}.${format}`), query, tr.lang),
          download: '',
          'data-testid': `export-${format}`,
        },
        icon('download'),
        tr.t(names[format]),
      ),
    ),
  );
}

/** The whole report of a meeting: the board, verdicts, targets and supply, with clauses and inputs. */
export function wholeReportLink({ api, tr, store }: BoardContext, query: Query): HTMLElement {
  const { plans, asOf } = store.state;
  return h(
    'a',
    {
      class: 'button',
      href: exportAddress(api.http.address('report.pdf'), { ...query, plan: plans, asOf }, tr.lang),
      download: '',
      'data-testid': 'export-report',
    },
    icon('print'),
    tr.t('export.report'),
  );
}

export function exportAddress(address: string, query: Query, lang: string): string {
  return `${address}${queryString({ ...query, lang })}`;
}
