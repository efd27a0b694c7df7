import type { CareMapApi, Session } from '../api/care-map-api';
import { ProblemError } from '../api/http';
import type { DeskKey } from '../i18n/desk-zh';
import type { TranslatorOf } from '../i18n/language';
import type { Translator } from '../i18n/translator';
import { type Catalog, errorText, isAbort } from '../panels/context';
import { h } from '../ui/dom';

/** Words that both desks have. */
export type DeskTranslator = TranslatorOf<DeskKey>;

/** What both desks of a planner, judging and planning, give to their tabs. */
export interface DeskContext {
  readonly api: CareMapApi;
  readonly tr: DeskTranslator;
  /** Texts that the desks share with the map page. */
  readonly shared: Translator;
  readonly catalog: Catalog;
  readonly session: SessionHolder;
  /** Read out by screen readers. */
  readonly announce: (message: string) => void;
}

/** One tab of a desk; `S` is what links to that desk carry. */
export interface DeskTab<S> {
  readonly element: HTMLElement;
  show(): void;
  hide(): void;
  /** @param byVisitor made on the page, not by going back */
  stateChanged(state: S, previous: S, byVisitor: boolean): void;
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

type Names = Pick<DeskContext, 'catalog'> & { readonly tr: TranslatorOf<never> };

export function typeName({ catalog, tr }: Names, code: string): string {
  const type = catalog.types.get(code);
  return type ? tr.named(type) : code;
}

/** The same inside a sentence, where English names begin small. */
export function typeWord(context: Names, code: string): string {
  const name = typeName(context, code);
  return context.tr.lang === 'en' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function groupName({ catalog, tr }: Names, code: string): string {
  const group = catalog.status.groups.find((candidate) => candidate.code === code);
  return group ? tr.named(group) : code;
}

export function serviceName({ catalog, tr }: Names, code: string): string {
  const service = catalog.services.find((candidate) => candidate.code === code);
  return service ? tr.named(service) : code;
}

/** A label in the chosen language; the other where it is empty, the code where both are. */
export function label(
  { tr }: { tr: TranslatorOf<never> },
  { zh, en }: { zh: string; en: string },
  code = '',
): string {
  return tr.named({ nameZh: zh, nameEn: en }) || code;
}

/** What went wrong, what to do about it, and a button that tries again. */
export function failure(
  { shared }: Pick<DeskContext, 'shared'>,
  error: unknown,
  again: () => void,
): HTMLElement {
  return h(
    'div',
    { class: 'notice warn', role: 'alert', 'data-testid': 'failure' },
    h('p', {}, errorText(error, shared)),
    h('button', { type: 'button', class: 'button', onclick: again }, shared.t('again')),
  );
}

export function waiting({ tr }: { tr: TranslatorOf<'waiting'> }): HTMLElement {
  return h('p', { class: 'notice waiting' }, tr.t('waiting'));
}

/** True where an answer is no longer wanted; then nothing is to be shown. */
export function isPast(error: unknown, signal: AbortSignal): boolean {
  return isAbort(error) || signal.aborted;
}

/** A refused login ends the session: the password was changed meanwhile. */
export function endRefusedSession(
  { session, api }: Pick<DeskContext, 'session' | 'api'>,
  error: unknown,
): void {
  if (error instanceof ProblemError && error.status === 401) {
    api.logOut();
    session.set(null);
  }
}
