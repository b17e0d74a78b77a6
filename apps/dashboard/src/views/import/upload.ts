/** Sends a file to be looked at or imported, and tells how far it is: sending, waiting, reading, storing. */
import type { ImportAnswer, Refusal, Withdrawals } from '@rapporteur/contract';
import type { About } from './guess.js';

/** What is sent, and how it is to be taken. */
export interface Upload extends About {
  readonly file: File;
  /** A mapping of its own. */
  readonly mapping: File | undefined;
  readonly isPartial: boolean;
  /** The number of figures that may be withdrawn, where it was asked for. */
  readonly accepted: number | undefined;
  /** Whether a day before the call for replies is right. */
  readonly isDayConfirmed: boolean;
  readonly isTrial: boolean;
}

export interface Progress {
  readonly phase: 'sending' | 'waiting' | 'reading' | 'storing';
  /** Rows; of `sending` bytes. */
  readonly done: number;
  /** Of how many; undefined where that is not known yet. */
  readonly of: number | undefined;
}

/** A refusal, with what would be withdrawn where that is why. */
export type ImportRefusal = Refusal & Partial<Withdrawals>;

export type Uploaded =
  | { readonly state: 'done'; readonly answer: ImportAnswer }
  | { readonly state: 'refused'; readonly problem: ImportRefusal }
  | { readonly state: 'away' }
  /** It was stopped here. */
  | { readonly state: 'stopped' };

interface Line {
  readonly phase?: 'waiting' | 'reading' | 'storing';
  readonly rows?: number;
  readonly of?: number;
  readonly result?: ImportAnswer;
  readonly problem?: ImportRefusal;
}

const longestName = 200;

function addressOf({ file, collection, round, received, ...how }: Upload): string {
  const query = new URLSearchParams({ collection, round, received, name: file.name.slice(0, longestName) });
  if (how.isTrial) query.set('dryRun', 'true');
  if (how.isPartial) query.set('partial', 'true');
  if (how.accepted !== undefined) query.set('acceptWithdrawals', String(how.accepted));
  if (how.isDayConfirmed) query.set('confirm', 'received-before-round');
  return `/v1/imports?${query.toString()}`;
}

/** A file alone is sent as it is; with a mapping it is a form, which needs a header that no form of a page can send. */
function bodyOf({ file, mapping }: Upload): { body: File | FormData; headers: Record<string, string> } {
  if (!mapping) return { body: file, headers: { 'content-type': 'application/octet-stream' } };
  const form = new FormData();
  form.set('mapping', mapping);
  form.set('file', file);
  return { body: form, headers: { 'rapporteur-request': '1' } };
}

function endOf(status: number, last: string | undefined): Uploaded {
  try {
    const said = JSON.parse(last ?? '') as Line & ImportRefusal;
    if (said.result) return { state: 'done', answer: said.result };
    if (said.problem) return { state: 'refused', problem: said.problem };
    if (status >= 400 && said.title) return { state: 'refused', problem: said };
  } catch {
    // A proxy answers otherwise where the server is away.
  }
  return { state: 'away' };
}

/** Out: what became of it; it never fails. XMLHttpRequest, since only that tells how much was sent. */
export function upload(
  what: Upload,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  const { body, headers } = bodyOf(what);
  const request = new XMLHttpRequest();
  request.open('POST', addressOf(what));
  for (const [name, value] of Object.entries({ ...headers, accept: 'application/x-ndjson' }))
    request.setRequestHeader(name, value);
  /** Then each line tells something; a refusal is one document. */
  const isTaken = () => request.status >= 200 && request.status < 300;
  const lines = () => request.responseText.split('\n').filter((line) => line !== '');
  request.upload.onprogress = ({ loaded, total }) =>
    onProgress({ phase: 'sending', done: loaded, of: total });
  let heard = 0;
  request.onprogress = () => {
    // Only whole lines: the last one may still be on its way.
    const whole = request.responseText.split('\n').slice(0, -1);
    for (const line of whole.slice(heard)) {
      const { phase, rows, of } = (isTaken() ? JSON.parse(line) : {}) as Line;
      if (phase) onProgress({ phase, done: rows ?? 0, of });
    }
    heard = whole.length;
  };
  return new Promise((done) => {
    signal.addEventListener('abort', () => request.abort());
    request.onabort = () => done({ state: 'stopped' });
    request.onerror = () => done({ state: 'away' });
    request.onload = () => done(endOf(request.status, isTaken() ? lines().at(-1) : request.responseText));
    request.send(body);
  });
}
