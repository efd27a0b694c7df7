import type { HttpClient } from './http';
import { ACCEPTED, ProblemError, toProblem, UnreachableError } from './http';
import { type ImportKind, type ImportReport, importReport } from './imports';

/** What the import form hands over. */
export interface ImportRequest {
  readonly kind: ImportKind;
  readonly file: File;
  readonly mapping: File | null;
  readonly dryRun: boolean;
  readonly crs: string | null;
  readonly mode: 'update' | 'replace';
}

/** Called while the file travels (`sent`) and while the server works (`worked`); share in 0..1. */
export type ImportProgress = (stage: 'sent' | 'worked', share: number) => void;

const POLL_MILLISECONDS = 1000;
/** Answers lost in a row before a poll gives up: a phone may change networks meanwhile. */
const LOST_ANSWERS_ALLOWED = 5;

interface UploadAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly location: string | null;
  readonly body: unknown;
}

/** XMLHttpRequest, because fetch tells nothing about the progress of an upload. */
function send(
  http: HttpClient,
  request: ImportRequest,
  progress: ImportProgress,
): Promise<UploadAnswer> {
  const form = new FormData();
  form.set('file', request.file);
  if (request.mapping) form.set('mapping', request.mapping);
  form.set('dryRun', String(request.dryRun));
  if (request.crs) form.set('crs', request.crs);
  form.set('mode', request.mode);
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', http.address(`imports/${request.kind}`));
    for (const [name, value] of Object.entries({ Accept: ACCEPTED, ...http.headers() })) {
      call.setRequestHeader(name, value);
    }
    call.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) progress('sent', event.loaded / event.total);
    });
    call.addEventListener('error', () => reject(new UnreachableError('upload')));
    call.addEventListener('load', () => {
      const { status, statusText } = call;
      const location = call.getResponseHeader('Location');
      resolve({ status, statusText, location, body: parse(call.responseText) });
    });
    call.send(form);
  });
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return null;
  }
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Asks every second until the import is no longer running. */
async function follow(address: string, http: HttpClient, progress: ImportProgress) {
  let lost = 0;
  for (;;) {
    await pause(POLL_MILLISECONDS);
    try {
      const response = await fetch(address, { headers: http.headers(), credentials: 'omit' });
      const body = parse(await response.text());
      if (!response.ok && !isReport(body)) {
        throw toProblem(response.status, response.statusText, body);
      }
      lost = 0;
      const report = importReport(body, 'import');
      if (report.status !== 'running') return report;
      progress('worked', report.progress ?? 0);
    } catch (error) {
      lost += 1;
      if (error instanceof ProblemError || lost > LOST_ANSWERS_ALLOWED) throw error;
    }
  }
}

function isReport(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'read' in body && 'errors' in body;
}

/**
 * Uploads a file and waits for the final report. A rejected file is a report too (422), not an
 * exception; everything else that fails throws {@link ProblemError} or {@link UnreachableError}.
 */
export async function runImport(
  http: HttpClient,
  request: ImportRequest,
  progress: ImportProgress,
): Promise<ImportReport> {
  const answer = await send(http, request, progress);
  if (answer.status === 202 && answer.location) {
    const here = new URL(http.address(`imports/${request.kind}`), document.baseURI);
    return follow(new URL(answer.location, here).href, http, progress);
  }
  if ((answer.status >= 200 && answer.status < 300) || isReport(answer.body)) {
    return importReport(answer.body, 'import');
  }
  throw toProblem(answer.status, answer.statusText, answer.body);
}
