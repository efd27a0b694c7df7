import type { ImportReport } from '../api/imports';
import { distanceText } from '../i18n/format';
import type { MessageKey } from '../i18n/zh';
import { h } from '../ui/dom';
import { downloadCsv } from '../ui/download';
import { icon } from '../ui/icon';
import type { PanelContext } from './context';

const ERRORS_SHOWN = 100;
const ISLANDS_SHOWN = 10;

const verdicts: Record<ImportReport['status'], MessageKey> = {
  running: 'import.running',
  imported: 'import.done',
  rejected: 'import.rejected',
  'dry-run': 'import.dryRunDone',
  failed: 'import.failed',
};

/** Counts, the verdict, and every bad row with its reason. */
export function importReportView(
  context: PanelContext,
  report: ImportReport,
  sampleGone: boolean,
): HTMLElement {
  const { t, number } = context.tr;
  const good =
    report.status === 'imported' || (report.status === 'dry-run' && !report.errors.length);
  const counts: [MessageKey, number][] = [
    ['import.read', report.read],
    ['import.created', report.created],
    ['import.updated', report.updated],
    ['import.unchanged', report.unchanged],
    ['import.skipped', report.skipped],
  ];
  return h(
    'section',
    { 'data-testid': 'import-report', 'data-status': report.status },
    h('p', { class: good ? 'notice good' : 'notice warn' }, t(verdicts[report.status])),
    sampleGone &&
      h('p', { class: 'notice', 'data-testid': 'sample-removed' }, t('import.sampleGone')),
    h(
      'dl',
      { class: 'numbers five' },
      ...counts.map(([label, value]) =>
        h('div', { class: 'number' }, h('dt', {}, t(label)), h('dd', {}, number(value))),
      ),
    ),
    report.islandCount > 0 && islandList(context, report),
    report.errors.length > 0 && errorTable(context, report),
  );
}

/** Streets that nothing connects with the rest: how many, how long, and where the largest are. */
function islandList(context: PanelContext, report: ImportReport): HTMLElement {
  const { t, number } = context.tr;
  return h(
    'details',
    { class: 'conditions', 'data-testid': 'import-islands' },
    h(
      'summary',
      {},
      t('import.islands', {
        count: number(report.islandCount),
        length: distanceText(report.islandMeters, context.tr),
      }),
    ),
    h('p', {}, t('import.islandsMean')),
    h(
      'ol',
      {},
      ...report.islands.slice(0, ISLANDS_SHOWN).map(({ lon, lat, lengthMeters }) =>
        h(
          'li',
          {},
          t('import.island', {
            length: distanceText(lengthMeters, context.tr),
            lon: lon.toFixed(5),
            lat: lat.toFixed(5),
          }),
        ),
      ),
    ),
  );
}

function errorTable(context: PanelContext, report: ImportReport): HTMLElement {
  const { t } = context.tr;
  const head = [t('import.row'), t('import.field'), t('import.value'), t('import.message')];
  const { errors } = report;
  return h(
    'div',
    {},
    h('h2', {}, t('import.errors', { count: errors.length })),
    h(
      'div',
      {
        class: 'table-scroll',
        tabindex: 0,
        role: 'region',
        'aria-label': t('import.errors', { count: errors.length }),
      },
      h(
        'table',
        { 'data-testid': 'import-errors' },
        h('thead', {}, h('tr', {}, ...head.map((label) => h('th', { scope: 'col' }, label)))),
        h(
          'tbody',
          {},
          ...errors
            .slice(0, ERRORS_SHOWN)
            .map(({ row, field, value, message }) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, row ?? '–'),
                h('td', {}, field),
                h('td', {}, value),
                h('td', { class: 'long' }, message),
              ),
            ),
        ),
      ),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        onclick: () =>
          downloadCsv(`${t('import.errorFile')}.csv`, [
            head,
            ...errors.map(({ row, field, value, message }) => [row ?? '', field, value, message]),
          ]),
      },
      icon('download'),
      t('import.allErrors'),
    ),
  );
}
