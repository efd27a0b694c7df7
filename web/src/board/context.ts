import type { Session } from '../api/care-map-api';
import { ProblemError } from '../api/http';
import type { Translator } from '../i18n/translator';
import { type Catalog, errorText, isAbort } from '../panels/context';
import { h } from '../ui/dom';
import type { BoardApi } from './api';
import type { BoardState, BoardStore } from './state';
import type { BoardTranslator } from './translator';

/** What every tab of the desk works with; made anew when the language changes. */
export interface BoardContext {
  readonly api: BoardApi;
  readonly store: BoardStore;
  readonly tr: BoardTranslator;
  /** Texts that the desk shares with the map page. */
  readonly shared: Translator;
  readonly catalog: Catalog;
  readonly session: SessionHolder;
  /** Read out by screen readers. */
  readonly announce: (message: string) => void;
}

/** One tab of the desk. */
export interface BoardTab {
  readonly element: HTMLElement;
  show(): void;
  hide(): void;
  stateChanged(state: BoardState, previous: BoardState): void;
  /** Somebody has signed in or out. */
  sessionChanged?(): void;
}

/** The login, in memory only. */
export class SessionHolder {
  #session: Session | null = null;
  #listener: () => void = () => {};

  get session(): Session | null {
    return this.#session;
  }

  set(session: Session | null): void {
    this.#session = session;
    this.#listener();
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }
}

export function typeName({ catalog, tr }: BoardContext, code: string): string {
  const type = catalog.types.get(code);
  return type ? tr.named(type) : code;
}

/** The same inside a sentence, where English names begin small. */
export function typeWord(context: BoardContext, code: string): string {
  const name = typeName(context, code);
  return context.tr.lang === 'en' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function groupName({ catalog, tr }: BoardContext, code: string): string {
  const group = catalog.status.groups.find((candidate) => candidate.code === code);
  return group ? tr.named(group) : code;
}

export function serviceName({ catalog, tr }: BoardContext, code: string): string {
  const service = catalog.services.find((candidate) => candidate.code === code);
  return service ? tr.named(service) : code;
}

/** A label in the chosen language; the other where it is empty, the code where both are. */
export function label(
  { tr }: { tr: BoardTranslator },
  { zh, en }: { zh: string; en: string },
  code = '',
): string {
  return tr.named({ nameZh: zh, nameEn: en }) || code;
}

/** What went wrong, what to do about it, and a button that tries again. */
export function failure(context: BoardContext, error: unknown, again: () => void): HTMLElement {
  return h(
    'div',
    { class: 'notice warn', role: 'alert', 'data-testid': 'failure' },
    h('p', {}, errorText(error, context.shared)),
    h('button', { type: 'button', class: 'button', onclick: again }, context.shared.t('again')),
  );
}

export function waiting({ tr }: BoardContext): HTMLElement {
  return h('p', { class: 'notice waiting' }, tr.t('waiting'));
}

/** True where an answer is no longer wanted; then nothing is to be shown. */
export function isPast(error: unknown, signal: AbortSignal): boolean {
  return isAbort(error) || signal.aborted;
}

/** A refused login ends the session: the password was changed meanwhile. */
export function endRefusedSession({ session, api }: BoardContext, error: unknown): void {
  if (error instanceof ProblemError && error.status === 401) {
    api.logOut();
    session.set(null);
  }
}
