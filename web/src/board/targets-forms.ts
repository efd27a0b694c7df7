import { selectField, textField } from '../desk/fields';
import { h } from '../ui/dom';
import { icon } from '../ui/icon';
import { type BoardContext, label } from './context';
import { saving } from './rule-editor';
import type { TargetTable } from './targets-answers';

/** The monthly or quarterly return, in the shape of the annexes. */
export function returnsForm(context: BoardContext, table: TargetTable, asOf: string): HTMLElement {
  const { api, tr } = context;
  const { t } = tr;
  const year = textField(t('returns.year'), 'return-year', {
    type: 'number',
    min: 2000,
    max: 2100,
    step: 1,
    required: true,
    value: asOf.slice(0, 4),
  });
  const quarters = [1, 2, 3, 4].map((q) => [`quarter=${q}`, t('returns.quarter', { q })] as const);
  const months = Array.from(
    { length: 12 },
    (_, index) => [`month=${index + 1}`, t('returns.month', { m: index + 1 })] as const,
  );
  const period = selectField(t('returns.period'), 'return-period', [...quarters, ...months]);
  const link = h(
    'a',
    { class: 'button', download: '', 'data-testid': 'return-download' },
    icon('download'),
    t('returns.download'),
  );
  const point = () => {
    const [name = 'quarter', value = '1'] = period.input.value.split('=');
    link.href = api.http.address('returns.xlsx', {
      plan: table.code,
      year: year.input.value,
      [name]: value,
    });
  };
  year.input.addEventListener('change', point);
  period.input.addEventListener('change', point);
  point();
  return h(
    'section',
    { class: 'returns', 'aria-label': t('returns.title') },
    h('h2', {}, t('returns.title')),
    h('div', { class: 'fields narrow' }, year.element, period.element, link),
  );
}

/** A bureau's own table in place of, or beside, the built-in ones. */
export function tableUpload(
  context: BoardContext,
  tables: readonly TargetTable[],
  changed: () => void,
): HTMLElement {
  const { api, tr } = context;
  const { t } = tr;
  const message = h('div', {});
  const code = textField(t('upload.code'), 'table-code', {
    required: true,
    pattern: '[A-Za-z0-9_\\-]{1,64}',
  });
  const name = textField(t('upload.name'), 'table-name', { required: true });
  const file = textField(t('upload.file'), 'table-file', {
    type: 'file',
    accept: '.csv,text/csv',
    required: true,
  });
  const parts = { context, changed };
  const send = () => {
    const chosen = file.input.files?.[0];
    if (!chosen) return;
    void saving(parts, message, () =>
      api.uploadTable(code.input.value.trim(), name.input.value.trim(), chosen),
    );
  };
  const remove = selectField(
    t('upload.remove'),
    'table-remove',
    tables.filter(({ builtIn }) => !builtIn).map((one) => [one.code, label(context, one)]),
  );
  const removed = h('div', {});
  return h(
    'details',
    { class: 'fold edit' },
    h('summary', { 'data-testid': 'upload-table' }, t('upload.title')),
    h(
      'form',
      {
        class: 'form',
        onsubmit: (event: Event) => {
          event.preventDefault();
          send();
        },
      },
      h('p', { class: 'hint' }, t('upload.why')),
      h('div', { class: 'fields' }, code.element, name.element, file.element),
      h('button', { type: 'submit', class: 'button primary' }, t('upload.send')),
      message,
    ),
    h(
      'form',
      {
        class: 'form',
        onsubmit: (event: Event) => {
          event.preventDefault();
          void saving(parts, removed, () => api.dropTable(remove.input.value));
        },
      },
      h('div', { class: 'fields narrow' }, remove.element),
      h('button', { type: 'submit', class: 'button danger' }, t('upload.removeIt')),
      removed,
    ),
  );
}
