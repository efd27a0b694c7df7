import type { Query } from '../api/http';
import type { TranslatorOf } from '../i18n/language';
import type { FrameKey } from '../i18n/plan/frame-zh';
import { errorText } from '../panels/context';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import { endRefusedSession, type PlanContext } from './context';

export type FileFormat = 'xlsx' | 'csv' | 'geojson' | 'pdf';

/** One file on offer. */
export interface Offer {
  readonly format: FileFormat;
  /** Below `api/v1/`, without the ending. */
  readonly path: string;
  /** Of the file that is kept, without the ending. */
  readonly name: string;
  readonly query: Query;
}

type Context = Omit<PlanContext, 'tr' | 'store' | 'map'> & { readonly tr: TranslatorOf<FrameKey> };

/** Hands bytes to the browser as a file. */
export function keepFile(bytes: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * Buttons for files that only somebody signed in may have: a link would carry no login, so the
 * bytes are fetched with it and handed on.
 */
export function downloads(
  context: Context,
  offers: readonly Offer[],
  title = context.tr.t('export.title'),
): HTMLElement {
  const { tr } = context;
  const message = h('p', { role: 'status', class: 'export-message' });
  const fetchFile = async ({ format, path, name, query }: Offer, button: HTMLButtonElement) => {
    button.disabled = true;
    fill(message);
    const file = `${name}.${format}`;
    try {
      const bytes = await context.api.http.file(`${path}.${format}`, { ...query, lang: tr.lang });
      keepFile(bytes, file);
      fill(message, tr.t('export.done', { name: file }));
    } catch (error) {
      fill(message, tr.t('export.failed', { message: errorText(error, context.shared) }));
      endRefusedSession(context, error);
    } finally {
      button.disabled = false;
    }
  };
  return h(
    'div',
    { class: 'exports', role: 'group', 'aria-label': title },
    h('span', { class: 'field-name' }, title),
    ...offers.map((offer) => {
      const button: HTMLButtonElement = h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': `export-${offer.path.replace(/\W+/g, '-')}-${offer.format}`,
          onclick: () => void fetchFile(offer, button),
        },
        icon('download'),
        tr.t(`export.${offer.format}`),
      );
      return button;
    }),
    message,
  );
}
