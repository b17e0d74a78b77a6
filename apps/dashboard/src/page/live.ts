/** What arrives while the page is open: one stream of the server's events, taken up again wherever it broke. */
import type { ArrivalMessage, ProgressMessage } from '@rapporteur/contract';
import { useEffect, useState } from 'preact/hooks';

/** Events that came together: told one by one where they are few. */
export interface Arrivals {
  /** The first one's position: no two have the same. */
  readonly key: number;
  readonly few: readonly ArrivalMessage[];
  readonly count: number;
}

export interface Live {
  /** `lost`: the server does not answer, or the connection broke; it is tried again. */
  readonly connection: 'opening' | 'open' | 'lost';
  /** Position that the page knows the tables to have reached. */
  readonly position: number | undefined;
  readonly deadLetters: number;
  /** Newest last, cleared by the reader. */
  readonly arrivals: readonly Arrivals[];
  /** Events since the page was opened. */
  readonly count: number;
  /** Grows whenever what is shown may have changed: a reason to ask again. */
  readonly revision: number;
}

const toldOneByOne = 3;
const kept = 5;
/** What comes within this time is told and asked for together. */
const gatherMs = 100;
const askAgainMs = 600;
const retryMs = 3000;
/** The server is heard every 15 seconds. */
const silentAtMostMs = 40_000;

let live: Live = {
  connection: 'opening',
  position: undefined,
  deadLetters: 0,
  arrivals: [],
  count: 0,
  revision: 0,
};
const listeners = new Set<() => void>();
function set(change: Partial<Live>): void {
  live = { ...live, ...change };
  listeners.forEach((listener) => listener());
}

/** The lowest position among the answers that are shown: one that was computed before the stream began may lack events. */
let oldestAnswer = Infinity;
export function noteAnswer(position: number): void {
  oldestAnswer = Math.min(oldestAnswer, position);
}

let askedAt = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
let gathered: ArrivalMessage[] = [];

/** Tells what has come since it was last told, and has everything asked again. */
function tell(): void {
  waiting = undefined;
  askedAt = Date.now();
  oldestAnswer = Infinity;
  const [first] = gathered;
  const few = gathered.length <= toldOneByOne ? gathered : [];
  const news = first ? [{ key: first.event, few, count: gathered.length }] : [];
  const arrivals = [...live.arrivals, ...news].slice(-kept);
  set({ arrivals, count: live.count + gathered.length, revision: live.revision + 1 });
  gathered = [];
}

/** After a short wait, so that many events which come together are told once. */
function tellLater(): void {
  waiting ??= setTimeout(tell, Math.max(gatherMs, askedAt + askAgainMs - Date.now()));
}

let source: EventSource | undefined;
let heardAt = 0;

function hearEvent(text: string): void {
  const arrival = JSON.parse(text) as ArrivalMessage;
  set({ position: arrival.event });
  gathered.push(arrival);
  tellLater();
}

function hearPosition(text: string): void {
  const { position, deadLetters } = JSON.parse(text) as ProgressMessage;
  // A position below the one that was known: another store answers now, and what was told so far is not about it.
  const isOther = live.position !== undefined && position < live.position;
  const isStale = isOther || oldestAnswer < position || deadLetters !== live.deadLetters;
  set({ position, deadLetters, connection: 'open', ...(isOther ? { arrivals: [], count: 0 } : {}) });
  if (isStale) tellLater();
}

function connect(): void {
  const after = live.position === undefined ? '' : `?after=${live.position}`;
  const opened = new EventSource(`/v1/events/stream${after}`);
  source = opened;
  heardAt = Date.now();
  const hear = (act: (text: string) => void) => (message: MessageEvent<string>) => {
    heardAt = Date.now();
    act(message.data);
  };
  opened.addEventListener('message', hear(hearEvent));
  opened.addEventListener('position', hear(hearPosition));
  opened.addEventListener('error', () => {
    set({ connection: 'lost' });
    // The browser comes back by itself after a broken connection, but not after an answer that is no stream.
    if (opened.readyState === EventSource.CLOSED) setTimeout(() => source === opened && connect(), retryMs);
  });
}

function disconnect(): void {
  source?.close();
  source = undefined;
}

/** Begins to listen. A page that is hidden closes its connection: a browser opens only six to one host. */
export function startLive(): void {
  if (document.visibilityState === 'visible') connect();
  document.addEventListener('visibilitychange', () => {
    disconnect();
    if (document.visibilityState === 'visible') connect();
  });
  setInterval(() => {
    if (!source || Date.now() - heardAt < silentAtMostMs) return;
    set({ connection: 'lost' });
    disconnect();
    connect();
  }, 10_000);
}

export const clearArrivals = (): void => set({ arrivals: [], count: 0 });

/** What is known of the stream, or a part of it: drawn anew only when that part changes. */
export function useLive<T>(pick: (live: Live) => T): T {
  const [picked, setPicked] = useState(() => pick(live));
  useEffect(() => {
    const look = () => setPicked(() => pick(live));
    look();
    listeners.add(look);
    return () => void listeners.delete(look);
  }, []);
  return picked;
}
