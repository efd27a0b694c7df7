import type { Query } from '../api/http';
import { errorText } from '../panels/context';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import { endRefusedSession, type PlanContext } from './context';

export type Format = 'xlsx' | 'csv' | 'geojson' | 'pdf';

/**
 * Buttons that fetch the same answer as files. Links would not do: they carry no login, which is
 * kept in the memory of the page only.
 *
 * @param path below `api/v1/`, without the ending
 * @param name of the file, without the ending
 * @param options what the buttons are headed by, and how tests name them, where there are several
 */
export function exportButtons(
  context: PlanContext,
  path: string,
  query: Query,
  name: string,
  formats: readonly Format[],
  options: { readonly title?: string; readonly testId?: string } = {},
): HTMLElement {
  const { tr } = context;
  const { title = tr.t('export.title'), testId = 'export' } = options;
  const said = h('p', { class: 'form-error', role: 'alert' });
  return h(
    'div',
    { class: 'part' },
    h(
      'div',
      { class: 'exports', role: 'group', 'aria-label': title },
      h('span', { class: 'field-name' }, title),
      ...formats.map((format) =>
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': `${testId}-${format}`,
            onclick: (event: Event) =>
              void save(context, path, query, name, format, event.currentTarget, said),
          },
          icon('download'),
          tr.t(`export.${format}`),
        ),
      ),
    ),
    said,
  );
}

async function save(
  context: PlanContext,
  path: string,
  query: Query,
  name: string,
  format: Format,
  button: EventTarget | null,
  said: HTMLElement,
): Promise<void> {
  const { api, tr, shared, announce } = context;
  fill(said);
  if (button instanceof HTMLButtonElement) button.disabled = true;
  try {
    const blob = await api.http.file(`${path}.${format}`, { ...query, lang: tr.lang });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.${format}`;
    link.click();
    // Some browsers begin to read only after the click has returned.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    announce(tr.t('export.done', { name: link.download }));
  } catch (error) {
    said.textContent = tr.t('export.failed', { message: errorText(error, shared) });
    endRefusedSession(context, error);
  } finally {
    if (button instanceof HTMLButtonElement) button.disabled = false;
  }
}
