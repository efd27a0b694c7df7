import { DecodeError } from '../api/decode';
import type { Welcome } from '../api/find';
import { ProblemError, UnreachableError } from '../api/http';
import type { DeviceStore } from '../offline/store';
import type { FindApi } from './api';
import type { Handover } from './handover-port';
import type { SavedThings } from './saved';
import type { FindStore } from './state';
import type { FindTranslator } from './translator';

/** What every part of the find page works with; made anew when the language changes. */
export interface FindContext {
  readonly api: FindApi;
  readonly store: FindStore;
  readonly tr: FindTranslator;
  readonly welcome: Welcome;
  readonly saved: SavedThings;
  /** What this device keeps. */
  readonly device: DeviceStore;
  /** Null where no other map program can be called. */
  readonly handover: Handover | null;
  /** Read out by screen readers. */
  readonly announce: (message: string) => void;
  /** The device's clock, milliseconds since 1970. */
  readonly now: () => number;
}

/** The look and name of a facility type, also of one that the list does not know. */
export function typeOf({ welcome }: FindContext, code: string) {
  const other = { code, nameZh: code, nameEn: code, color: '#3d5a6c', symbol: '·' };
  return welcome.types.find((type) => type.code === code) ?? other;
}

export function serviceNames({ welcome, tr }: FindContext, codes: readonly string[]): string[] {
  return codes.map((code) => {
    const service = welcome.services.find((candidate) => candidate.code === code);
    return service ? tr.named(service) : code;
  });
}

/** Words for something that went wrong; the server's own where it gave some. */
export function errorWords(error: unknown, { t }: FindTranslator): string {
  if (error instanceof ProblemError) {
    return error.status < 500 && error.detail
      ? error.detail
      : t('ask.server', { status: error.status });
  }
  if (error instanceof UnreachableError) return t('ask.unreachable');
  if (error instanceof DecodeError) return t('ask.answer', { message: error.message });
  return t('ask.unexpected', { message: error instanceof Error ? error.message : String(error) });
}

/** A facility's name; the English one where it has one and English is read. */
export function nameOf(
  { tr }: FindContext,
  { name, nameEn }: { readonly name: string; readonly nameEn: string | null },
): string {
  return tr.named({ nameZh: name, nameEn: nameEn ?? name });
}
